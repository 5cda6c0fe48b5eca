import type { ExperimentDefinition, PartDefinition } from '../experiments/definition-types';
import type { MeasureId } from '../experiments/measures';
import type { CellRecord } from '../record/events';
import type { LostMeasure, LossReason } from '../record/lost-measures';
import { measureOf } from './measures';

/** Follows in which rounds each measure that a part asks for was there, and why it was not. Warm-up cells do not count. */
export interface MeasureBook {
  add(cell: CellRecord): void;
  /** What some rounds have and others lost, in the order of the definition. What no round has is not told by this system. */
  lost(): LostMeasure[];
  /**
   * What more rounds would make up for: losses of a measure that fewer than `wanted` rounds have, and, of a part's headline,
   * losses that leave fewer than `wanted` rounds in which every condition has it.
   */
  missing(wanted: number): LostMeasure[];
}

interface Entry {
  readonly measured: Set<number>;
  readonly lost: Map<number, LossReason>;
}

/** Creates an empty book for what the parts of an experiment ask for. */
export function createMeasureBook({ parts }: Pick<ExperimentDefinition, 'parts'>): MeasureBook {
  const asked = new Map(parts.map((part) => [part.id, measuresAskedFor(part)]));
  const entries = new Map<string, Entry>();
  const keyOf = (...names: readonly string[]): string => names.join(' ');

  function entryOf(part: string, condition: string, measure: string): Entry {
    const key = keyOf(part, condition, measure);
    const entry = entries.get(key) ?? { measured: new Set(), lost: new Map() };
    entries.set(key, entry);
    return entry;
  }

  function lossesOf(part: PartDefinition): (LostMeasure & Entry)[] {
    return part.conditions.flatMap((condition) =>
      (asked.get(part.id) ?? []).flatMap((measure) => {
        const entry = entryOf(part.id, condition, measure);
        if (entry.measured.size === 0 || entry.lost.size === 0) return [];
        const rounds = [...entry.lost.keys()].sort((a, b) => a - b);
        const reason = entry.lost.get(rounds[0] ?? 0) ?? 'not-told';
        return [{ part: part.id, condition, measure, rounds, reason, measured: entry.measured, lost: entry.lost }];
      }),
    );
  }

  /** Rounds in which every condition that ever had the headline has it. */
  function jointRounds(part: PartDefinition): number {
    const sets = part.conditions
      .map((condition) => entryOf(part.id, condition, part.headline ?? 'total').measured)
      .filter(({ size }) => size > 0);
    const [first, ...others] = sets;
    return [...(first ?? [])].filter((round) => others.every((set) => set.has(round))).length;
  }

  const told = ({ part, condition, measure, rounds, reason }: LostMeasure): LostMeasure => {
    return { part, condition, measure, rounds, reason };
  };

  return {
    add(cell) {
      if (cell.round < 1) return;
      const [headline, ...others] = asked.get(cell.part) ?? [];
      // A round without its headline stands for nothing, whatever else it has.
      const isWhole = headline !== undefined && measureOf(headline, cell) !== undefined;
      for (const measure of headline === undefined ? [] : [headline, ...(isWhole ? others : [])]) {
        const entry = entryOf(cell.part, cell.condition, measure);
        // One repetition without it loses the round: a minimum of fewer is larger by chance.
        if (measureOf(measure, cell) === undefined) {
          entry.measured.delete(cell.round);
          if (!entry.lost.has(cell.round)) entry.lost.set(cell.round, lossReason(measure, cell));
        } else if (!entry.lost.has(cell.round)) entry.measured.add(cell.round);
      }
    },
    lost: () => parts.flatMap((part) => lossesOf(part).map(told)),
    missing: (wanted) =>
      parts.flatMap((part) => {
        const headlineLacks = jointRounds(part) < wanted;
        return lossesOf(part)
          .filter(({ measure, measured }) => {
            return measured.size < wanted || (headlineLacks && measure === (part.headline ?? 'total'));
          })
          .map(told);
      }),
  };
}

/** Everything that a part compares, measures, asks about or is controlled by, each once. */
export function measuresAskedFor(part: PartDefinition): readonly MeasureId[] {
  const { headline = 'total', measures = [], levels = [], control } = part;
  return [
    ...new Set([headline, ...measures, ...levels.map(({ measure }) => measure), ...(control ? [control.measure] : [])]),
  ];
}

/** Why a cell does not hold a measure. */
function lossReason(measure: MeasureId, { window, outcome }: CellRecord): LossReason {
  if (outcome) return 'ended-early';
  switch (measure) {
    case 'frame-gap':
    case 'dropped-frames':
      return window ? 'no-frames' : 'not-told';
    case 'input-delay':
      return window?.input === null ? 'inputs-lost' : 'no-probe-due';
    case 'ipc-stall':
    case 'ipc-stalled':
    case 'main-delay':
      return 'no-probe-due';
    case 'lateness':
      return 'no-beat';
    default:
      return 'not-told';
  }
}
