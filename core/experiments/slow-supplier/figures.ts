import { roundCells } from '../../analysis/cells';
import { waitQuantileNs } from '../../analysis/order-waits';
import { randomFor } from '../../analysis/random-for';
import type { PartSummary } from '../../analysis/types';
import { logAxis } from '../../figures/axes';
import type { CurvePoint, CurvesFigure } from '../../figures/figure';
import { baseCaption, durationInMs, looksOfPart, patternsOf, toMs } from '../../figures/looks';
import type { RunRecord } from '../../record/record';
import { medianInterval, type Interval } from '../../statistics/bootstrap';
import { plainNumber } from '../../texts/format';
import type { ReportContext } from '../../words/context';
import { orderCount } from './orders';

/** So many in a hundred orders: the further right, the longer the waits that are told. */
const shares = [50, 75, 90, 95, 99] as const;

/** Of every part how long orders waited. */
export function slowSupplierFigures(context: ReportContext): readonly CurvesFigure[] {
  return context.analysis.parts.flatMap((part) => waitsFigure(context, part) ?? []);
}

/** The wait that so many in a hundred orders did not exceed, for every condition; undefined where nothing was measured. */
export function waitsFigure(context: ReportContext, part: PartSummary): CurvesFigure | undefined {
  const { names, record } = context;
  const of = (key: string, values = {}): string => names.text(`waits.${key}`, values);
  const looks = looksOfPart(context, part.part, false);
  const patterns = patternsOf(looks);
  const lines = looks.flatMap((look, index) => {
    const waits = waitsOf(record, part.part, look.id);
    if (!waits) return [];
    const points = waits.map(({ share, interval, values }, place): CurvePoint => {
      const [estimate, low, high] = [interval.estimate, interval.low, interval.high].map(toMs);
      const inWords = of('point', { share, wait: durationInMs(interval) });
      return {
        x: place + 1,
        estimate: estimate ?? 0,
        low: low ?? 0,
        high: high ?? 0,
        singles: values.map(toMs),
        inWords,
      };
    });
    return [{ name: look.name, look, pattern: patterns[index] ?? 0, points, waits }];
  });
  if (lines.length === 0) return undefined;
  const values = lines.flatMap(({ points }) =>
    points.flatMap(({ low, high, singles = [] }) => [low, high, ...singles]),
  );
  return {
    kind: 'curves',
    title: of('title', { part: names.part(part.part) }),
    caption: of('caption', { asked: askedIn(context, part.part), base: baseCaption(context, part) }),
    name: `waits-${part.part}`,
    part: part.part,
    x: {
      title: of('x'),
      from: 0.7,
      to: shares.length + 0.3,
      ticks: shares.map((_, place) => place + 1),
      tick: (place) => `${shares[place - 1] ?? ''}`,
    },
    y: logAxis(of('y'), values, plainNumber),
    lines: lines.map(({ name, look, pattern, points }) => ({ name, look, pattern, points })),
    table: {
      columns: ['condition', 'share', 'wait', 'low', 'high', 'n'].map((column) => of(`column.${column}`)),
      rows: lines.flatMap(({ name, waits }) =>
        waits.map(({ share, interval }) => [
          name,
          share,
          ...[interval.estimate, interval.low, interval.high].map(toMs),
          interval.n,
        ]),
      ),
    },
  };
}

/** Quantiles of the waits: of each round, and their median over rounds with its interval. Nanoseconds. */
function waitsOf(record: RunRecord, part: string, condition: string) {
  const cells = roundCells(record, part, condition, 'wait-median').filter(({ round }) => round > 0);
  if (cells.length === 0) return undefined;
  return shares.map((share): { share: number; interval: Interval; values: readonly number[] } => {
    const values = cells.flatMap(({ cell }) => waitQuantileNs(cell, share / 100) ?? []);
    const random = randomFor(record.plan.seed, `${part}/${condition}/waits/${share}`);
    return { share, interval: medianInterval(values, random, record.rules.interval), values };
  });
}

/** How the delays were made: how many orders asked for which wait, as it is in the record. */
function askedIn({ record, names }: ReportContext, part: string): string {
  const [first] = record.cells.filter((cell) => cell.part === part);
  const counts = new Map<number, number>();
  for (const { askedMs } of first?.tasks ?? []) {
    if (askedMs !== undefined) counts.set(askedMs, (counts.get(askedMs) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([ms, count]) => names.text('waits.asked', { ms, count, orders: orderCount }))
    .join(' ');
}
