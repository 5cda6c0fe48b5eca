import type {
  ApartForecast,
  ForecastDefinition,
  MarksForecast,
  PickForecast,
  PickRule,
  SizeForecast,
  TraceForecast,
} from '../experiments/forecasts';
import type { ForecastAnswer } from '../record/forecasts';
import type { UnsealedRecord } from '../record/record';
import type { BreakEvenSummary } from './break-even';
import { medianCell } from './cells';
import type {
  ForecastScore,
  Judgement,
  MarksScore,
  MeasuredRange,
  PickScore,
  TraceScore,
  ValueScore,
} from './forecast-types';
import { randomFor } from './random-for';
import {
  drawnLanes,
  limitBeyondChance,
  overlapOf,
  recordedLanes,
  shareOf,
  shuffledMeans,
  shuffles,
  sumOf,
} from './trace-score';
import type { DrawnTrace } from './trace-score';
import type { PartSummary, WagesSummary } from './types';
import type { Verdict } from './verdicts';

/** What forecasts are held against. */
export interface MeasuredRun {
  readonly record: UnsealedRecord;
  readonly parts: readonly PartSummary[];
  readonly wages: readonly WagesSummary[];
  readonly breakEven: readonly BreakEvenSummary[] | undefined;
}

/** Hirings take long, so there are fewer of them than of rounds: fewer than these say too little. */
const fewestHirings = 5;

/** One score for each forecast that was answered; undefined if none was. Where the run cannot tell, nothing is judged. */
export function scoreForecasts(run: MeasuredRun): readonly ForecastScore[] | undefined {
  const { prediction, definition } = run.record;
  if (prediction.status === 'skipped' || !prediction.forecasts) return undefined;
  const { forecasts } = prediction;
  const scores = (definition.forecasts ?? []).flatMap((forecast): ForecastScore[] => {
    const answer = Object.hasOwn(forecasts, forecast.id) ? forecasts[forecast.id] : undefined;
    const score = answer && scoreOne(run, forecast, answer);
    return score && score.rows.length > 0 ? [score] : [];
  });
  return scores.length === 0 ? undefined : scores;
}

/** Undefined for an answer of another kind: a record that was made by hand. */
function scoreOne(run: MeasuredRun, forecast: ForecastDefinition, answer: ForecastAnswer): ForecastScore | undefined {
  if (forecast.kind === 'size' && answer.kind === 'size') return sizes(run, forecast, answer.sizes);
  if (forecast.kind === 'apart' && answer.kind === 'apart') return distances(run, forecast, answer.percent);
  if (forecast.kind === 'pick' && answer.kind === 'pick') return picks(run, forecast, answer.picks);
  if (forecast.kind === 'marks' && answer.kind === 'marks') return marks(run, forecast, answer.marks);
  if (forecast.kind === 'trace' && answer.kind === 'trace') return trace(run, forecast, answer.bars);
  return undefined;
}

function counted<Row extends { readonly judgement: Judgement }>(forecast: string, rows: readonly Row[]) {
  const right = rows.filter(({ judgement }) => judgement === 'right').length;
  return { forecast, rows, right, judged: rows.filter(({ judgement }) => judgement !== 'open').length };
}

/** The entries of an answer that were asked for, in the order in which they were. */
function asked<Value>(ids: readonly string[], answer: Readonly<Record<string, Value>>): [string, Value][] {
  return ids.flatMap((id): [string, Value][] => {
    const value = Object.hasOwn(answer, id) ? answer[id] : undefined;
    return value === undefined ? [] : [[id, value]];
  });
}

function sizes(run: MeasuredRun, forecast: SizeForecast, answer: Readonly<Record<string, number>>): ValueScore {
  const rows = asked(forecast.conditions, answer).map(([id, predicted]) => {
    const measured = sizeOf(run, forecast, id);
    return {
      id,
      predicted,
      measured,
      judgement: measured ? withinFactor(predicted, measured, forecast.within) : 'open',
    } as const;
  });
  return { kind: 'size', of: forecast.of, within: forecast.within, ...counted(forecast.id, rows) };
}

function sizeOf(
  { parts, wages, breakEven, record }: MeasuredRun,
  forecast: SizeForecast,
  id: string,
): MeasuredRange | undefined {
  switch (forecast.of) {
    case 'headline': {
      const part = judgedPart(parts, forecast.part);
      const headline = part?.conditions.find(({ condition }) => condition === id)?.headline;
      return headline && headline.n >= record.rules.minimumRounds ? headline : undefined;
    }
    case 'hiring':
    case 'memory': {
      const found = wages.find(({ condition }) => condition === id);
      const value = forecast.of === 'hiring' ? found?.hiring : found?.memoryPerWorkerBytes;
      return value && value.n >= fewestHirings && value.low > 0 ? value : undefined;
    }
    case 'break-even': {
      const found = breakEven?.find(({ condition }) => condition === id);
      return found && crossover(found);
    }
  }
}

/** Where a condition begins to be faster; at an end of the measured sizes only the other side of it is known. */
function crossover({ found, reason, points, rounds }: BreakEvenSummary): MeasuredRange | undefined {
  const [least, most] = [points[0]?.sizeNs, points.at(-1)?.sizeNs];
  if (found) {
    const { estimate, low, high } = found.size;
    return { estimate, low: found.openBelow ? undefined : low, high: found.openAbove ? undefined : high, n: rounds };
  }
  if (reason === 'always-slower') return { estimate: undefined, low: most, high: undefined, n: rounds };
  return reason === 'always-faster' ? { estimate: undefined, low: undefined, high: least, n: rounds } : undefined;
}

/**
 * Right if the whole interval lies within the factor of the prediction, wrong if none of it does. Of a size that is known to lie
 * beyond what was measured, a prediction beyond it is right.
 */
export function withinFactor(predicted: number, { estimate, low, high }: MeasuredRange, factor: number): Judgement {
  if (low !== undefined && predicted < low / factor) return 'wrong';
  if (high !== undefined && predicted > high * factor) return 'wrong';
  if (estimate === undefined)
    return (low === undefined || predicted >= low) && (high === undefined || predicted <= high) ? 'right' : 'open';
  if (low === undefined || high === undefined) return 'open';
  return predicted <= low * factor && predicted >= high / factor ? 'right' : 'open';
}

/** A part of which something may be said: nothing disturbed it while nothing ran, and all computed the same. */
function judgedPart(parts: readonly PartSummary[], id: string | undefined): PartSummary | undefined {
  return parts.find(({ part, control, checksumsAgree }) => part === id && checksumsAgree && (control?.holds ?? true));
}

function verdictOf(
  parts: readonly PartSummary[],
  part: string,
  condition: string,
  baseline: string,
): Verdict | undefined {
  return judgedPart(parts, part)?.verdicts.find((one) => one.condition === condition && one.baseline === baseline);
}

function distances(run: MeasuredRun, forecast: ApartForecast, answer: Readonly<Record<string, number>>): ValueScore {
  const rows = forecast.rows.flatMap(({ id, part, condition, baseline }) => {
    const predicted = Object.hasOwn(answer, id) ? answer[id] : undefined;
    if (predicted === undefined) return [];
    const verdict = verdictOf(run.parts, part, condition, baseline);
    const isTold = verdict?.ratio && verdict.rounds >= run.record.rules.minimumRounds;
    const measured = isTold && verdict.ratio ? { ...percentApart(verdict.ratio), n: verdict.rounds } : undefined;
    return [
      {
        id,
        predicted,
        measured,
        judgement: measured ? withinPoints(predicted, measured, forecast.within) : ('open' as const),
      },
    ];
  });
  return { kind: 'apart', within: forecast.within, ...counted(forecast.id, rows) };
}

/** How far from 1 a ratio is, in per cent of the shorter time; an interval around 1 begins at 0. */
export function percentApart({
  estimate,
  low,
  high,
}: {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}) {
  const apart = (ratio: number): number => 100 * (Math.max(ratio, 1 / ratio) - 1);
  const ends = [apart(low), apart(high)] as const;
  const isAround = low <= 1 && high >= 1;
  return { estimate: apart(estimate), low: isAround ? 0 : Math.min(...ends), high: Math.max(...ends) };
}

function withinPoints(
  predicted: number,
  { low, high }: { readonly low: number; readonly high: number },
  points: number,
): Judgement {
  if (predicted < low - points || predicted > high + points) return 'wrong';
  return predicted <= low + points && predicted >= high - points ? 'right' : 'open';
}

function picks(run: MeasuredRun, forecast: PickForecast, answer: Readonly<Record<string, string>>): PickScore {
  const rows = forecast.rows.flatMap(({ id, part, by }) => {
    const picked = Object.hasOwn(answer, id) ? answer[id] : undefined;
    if (picked === undefined) return [];
    const measured = shownOption(run.parts, part, by);
    const judgement: Judgement = measured === undefined ? 'open' : measured === picked ? 'right' : 'wrong';
    return [{ id, picked, measured, judgement }];
  });
  return { kind: 'pick', ...counted(forecast.id, rows) };
}

/** What the run shows of a row: the verdict's kind, the side of a threshold, or the last condition that was faster than the one before it. */
function shownOption(parts: readonly PartSummary[], part: string, by: PickRule): string | undefined {
  if ('measure' in by) return sideOf(parts, part, by);
  if (!('along' in by)) return told(verdictOf(parts, part, by.condition, by.baseline));
  for (const [index, baseline] of by.along.entries()) {
    const next = by.along[index + 1];
    if (next === undefined) return baseline;
    const kind = told(verdictOf(parts, part, next, baseline));
    if (kind === undefined) return undefined;
    if (kind !== 'faster') return baseline;
  }
  return undefined;
}

function sideOf(
  parts: readonly PartSummary[],
  part: string,
  { condition, measure }: { readonly condition: string; readonly measure: string },
): string | undefined {
  const level = judgedPart(parts, part)?.levels.find((one) => one.condition === condition && one.measure === measure);
  return level?.verdict === 'above' || level?.verdict === 'below' ? level.verdict : undefined;
}

function told(verdict: Verdict | undefined): 'faster' | 'slower' | 'no-difference' | undefined {
  const kind = verdict?.verdict;
  return kind === 'faster' || kind === 'slower' || kind === 'no-difference' ? kind : undefined;
}

function marks(
  run: MeasuredRun,
  forecast: MarksForecast,
  answer: Readonly<Record<string, { readonly x: number; readonly y: number }>>,
): MarksScore {
  const part = judgedPart(run.parts, forecast.part);
  const rows = asked(forecast.conditions, answer).map(([id, predicted]) => {
    const measures = part?.conditions.find(({ condition }) => condition === id)?.measures ?? [];
    const [x, y] = [forecast.x, forecast.y].map((name) => {
      const value = measures.find(({ measure }) => measure === name)?.value;
      return value && value.n >= run.record.rules.minimumRounds ? value : undefined;
    });
    const measured = x && y && { x, y };
    return {
      id,
      predicted,
      measured,
      judgement: measured ? nearMark(predicted, measured, forecast.within) : ('open' as const),
    };
  });
  return { kind: 'marks', part: forecast.part, within: forecast.within, ...counted(forecast.id, rows) };
}

/** Right only if it is right on both axes. */
function nearMark(
  predicted: { readonly x: number; readonly y: number },
  {
    x,
    y,
  }: {
    readonly x: { readonly low: number; readonly high: number };
    readonly y: { readonly low: number; readonly high: number };
  },
  within: number,
): Judgement {
  const both = [withinPoints(predicted.x, x, within), withinPoints(predicted.y, y, within)];
  if (both.includes('wrong')) return 'wrong';
  return both.includes('open') ? 'open' : 'right';
}

/** Each drawing against the round closest to the median. Its shuffled answers are the same on every machine. */
function trace(run: MeasuredRun, forecast: TraceForecast, answer: DrawnTrace): TraceScore {
  const { record, parts } = run;
  const part = judgedPart(parts, forecast.part);
  const kitchens = asked(forecast.conditions, answer).flatMap(([id, bars]) => {
    const cell = medianCell(record, forecast.part, id);
    const seats = record.definition.conditions.find((one) => one.id === id)?.seats.map((seat) => seat.id) ?? [];
    const n = part?.conditions.find(({ condition }) => condition === id)?.headline.n ?? 0;
    return cell ? [{ id, bars, cell, n, seats, recorded: recordedLanes(cell) }] : [];
  });
  const scoreOf = (trace: DrawnTrace) =>
    kitchens.map(({ id, seats, recorded }) => overlapOf(drawnLanes(trace[id] ?? [], seats), recorded));
  const overlaps = scoreOf(answer);
  const own: DrawnTrace = Object.fromEntries(kitchens.map(({ id, bars }) => [id, bars]));
  const random = randomFor(record.plan.seed, `forecast/${forecast.id}`);
  /** Of all drawings together, then of each. */
  const sharesOf = (trace: DrawnTrace): number[] => {
    const each = scoreOf(trace);
    return [shareOf(sumOf(each)), ...each.map(shareOf)];
  };
  const [shuffled = 0, ...chances] = shuffledMeans(own, sharesOf, random);
  const { within, beyondChance } = forecast;
  const rows = kitchens.map(({ id, bars, cell, n }, index) => {
    const overlap = shareOf(overlaps[index] ?? { shared: 0, whole: 0 });
    const limit = beyondChance === undefined ? within : limitBeyondChance(chances[index] ?? 0, beyondChance);
    const isJudged = n >= record.rules.minimumRounds;
    const judgement: Judgement = !isJudged ? 'open' : overlap >= limit ? 'right' : 'wrong';
    return { id, overlap, limit, round: cell.round, bars, judgement };
  });
  return {
    kind: 'trace',
    part: forecast.part,
    within,
    ...(beyondChance !== undefined && { beyondChance }),
    overlap: shareOf(sumOf(overlaps)),
    shuffled,
    shuffles,
    ...counted(forecast.id, rows),
  };
}
