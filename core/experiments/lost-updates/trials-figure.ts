import { updatesLostIn, type Losses } from '../../analysis/trials';
import type { PartSummary } from '../../analysis/types';
import type { MatrixFigure, MatrixFigureCell } from '../../figures/figure';
import { baseCaption, looksOfPart } from '../../figures/looks';
import type { CellRecord } from '../../record/events';
import { wilsonPercent } from '../../statistics/wilson';
import type { ReportContext } from '../../words/context';

/** Upper ends of the bins between none and all, in per cent. */
const ends = [10, 20, 30, 40, 50] as const;

/** What all measured rounds of a condition came to together. */
export interface ConditionTrials extends Losses {
  readonly condition: string;
  /** Trials by the share that they lost: none, up to each of the ends, above the last. */
  readonly bins: readonly number[];
}

/** The trials of a condition in all measured rounds (not the warm-up); undefined where there are none. */
export function trialsOf(cells: readonly CellRecord[], part: string, condition: string): ConditionTrials | undefined {
  const own = cells.filter((cell) => cell.part === part && cell.condition === condition && cell.round > 0);
  const losses = own.flatMap((cell) => updatesLostIn(cell) ?? []);
  if (losses.length === 0) return undefined;
  const sum = (of: (one: Losses) => number): number => losses.reduce((all, one) => all + of(one), 0);
  const bins = Array.from({ length: ends.length + 2 }, () => 0);
  for (const { trials } of own) {
    for (const { outcome, times } of trials?.outcomes ?? []) {
      const bin = binOf(100 * (1 - Number(outcome) / (trials?.expected ?? 1)));
      bins[bin] = (bins[bin] ?? 0) + times;
    }
  }
  return {
    condition,
    bins,
    trials: sum(({ trials }) => trials),
    lossy: sum(({ lossy }) => lossy),
    updates: sum(({ updates }) => updates),
    lost: sum(({ lost }) => lost),
  };
}

/** @param percent lost */
function binOf(percent: number): number {
  if (percent <= 0) return 0;
  const end = ends.findIndex((to) => percent <= to + 1e-9);
  return end < 0 ? ends.length + 1 : end + 1;
}

/** How many trials of each condition lost how much; undefined where nothing was measured. */
export function trialsFigure(context: ReportContext, part: PartSummary): MatrixFigure | undefined {
  const { names, record } = context;
  const of = (key: string, values = {}): string => names.text(`trials.${key}`, values);
  const rows = looksOfPart(context, part.part, true).flatMap(({ id, name }) => {
    const trials = trialsOf(record.cells, part.part, id);
    return trials ? [{ name, trials, share: wilsonPercent(trials.lossy, trials.trials) }] : [];
  });
  if (rows.length === 0) return undefined;
  const bins = [of('none'), ...ends.map((to) => of('upTo', { to })), of('above', { from: ends.at(-1) ?? 0 })];
  return {
    kind: 'matrix',
    title: of('title', { part: names.part(part.part) }),
    lead: of('lead'),
    caption: of('caption', { base: baseCaption(context, part) }),
    name: `trials-${part.part}`,
    part: part.part,
    corner: of('corner'),
    columns: [...bins, of('lossy')],
    rows: rows.map(({ name, trials, share }) => ({
      name,
      cells: [
        ...trials.bins.map((times, bin): MatrixFigureCell => {
          const key = bin === 0 ? 'cellNone' : 'cell';
          const inWords = of(key, { condition: name, times, trials: trials.trials, bin: bins[bin] ?? '' });
          return { lines: [String(times)], badges: [], shade: times / trials.trials, inWords };
        }),
        {
          lines: [of('of', { lossy: trials.lossy, trials: trials.trials }), of('interval', share)],
          badges: [],
          inWords: of('lossyInWords', {
            condition: name,
            lossy: trials.lossy,
            trials: trials.trials,
            share: share.estimate,
            low: share.low,
            high: share.high,
          }),
        },
      ],
    })),
    table: {
      columns: [
        of('condition'),
        of('trialsColumn'),
        ...bins,
        ...['lossyColumn', 'lowColumn', 'highColumn', 'updatesColumn', 'lostColumn'].map((key) => of(key)),
      ],
      rows: rows.map(({ name, trials, share }) => [
        name,
        trials.trials,
        ...trials.bins,
        trials.lossy,
        share.low,
        share.high,
        trials.updates,
        trials.lost,
      ]),
    },
  };
}
