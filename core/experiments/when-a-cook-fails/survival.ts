import { roundCells } from '../../analysis/cells';
import { measureOf } from '../../analysis/measures';
import type { CellRecord } from '../../record/events';
import type { UnsealedRecord } from '../../record/record';
import { places, ways, type Place, type WayToFail } from './definition';

/** What was seen to end with the task that failed. */
export type Ended = 'nothing' | 'task' | 'thread' | 'process';

/** One failure in one place, over all measured rounds. */
export interface Survival {
  readonly way: WayToFail;
  readonly place: Place;
  readonly rounds: number;
  /** Rounds in which other tasks were lost too. */
  readonly othersLost: number;
  /** Fewest and most tasks lost in a round. */
  readonly lost: readonly [least: number, most: number];
  /** What ended; undefined where rounds differ. */
  readonly ended: Ended | undefined;
}

/** What ended with the failing task of an execution; nothing where it was not lost. */
export function endedWith({ lost = [] }: CellRecord): Ended {
  const risk = lost.find(({ task }) => task === 'risk');
  if (!risk) return 'nothing';
  if (risk.outcome !== 'failed') return 'process';
  return risk.ended ?? 'task';
}

/** Every failure in every place that was measured, in the order of the definition. */
export function survivalOf(record: UnsealedRecord): readonly Survival[] {
  return ways.flatMap((way) => places.flatMap((place) => survivalIn(record, way, place) ?? []));
}

function survivalIn(record: UnsealedRecord, way: WayToFail, place: Place): Survival | undefined {
  const cells = roundCells(record, 'failures', `${way}-${place}`).filter(({ round }) => round > 0);
  if (cells.length === 0) return undefined;
  const lost = cells.map(({ cell }) => measureOf('lost-tasks', cell) ?? 0);
  const ended = new Set(cells.map(({ cell }) => endedWith(cell)));
  const [only] = ended;
  return {
    way,
    place,
    rounds: cells.length,
    othersLost: lost.filter((count) => count > 1).length,
    lost: [Math.min(...lost), Math.max(...lost)],
    ended: ended.size === 1 ? only : undefined,
  };
}
