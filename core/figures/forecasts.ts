/** Predictions beside times, orders and curves, on the picture on which their outcome is seen. */
import type { ForecastScore, MarksScore, PickScore, TraceScore, ValueScore } from '../analysis/forecast-types';
import { drawnLanes, comparedStates } from '../analysis/trace-score';
import { partsOfForecast, type ForecastDefinition } from '../experiments/forecasts';
import { formatShare, plainNumber } from '../texts/format';
import { basisOf, partOf, type ReportContext } from '../words/context';
import {
  forecastOf,
  forecastRowName,
  forecastTable,
  forecastValue,
  optionName,
  placeInWords,
  rangeInWords,
} from '../words/forecasts';
import { plainCell } from '../words/blocks';
import { logAxis, zeroAxis, type Axis } from './axes';
import type { Figure, FigureRow, LanesFigure, Look, PlaneFigure, RowMark, RowsFigure } from './figure';
import { conditionLook } from './looks';
import { timelineFigure } from './timeline';
import type { ValueTable } from './value-table';

const plainLook: Look = { colour: '#0072B2', shape: 'circle' };

/** One figure for each forecast that was answered, in the order of the definition. */
export function forecastFigures(context: ReportContext): readonly Figure[] {
  return (context.analysis.forecasts ?? []).flatMap((score) => {
    const forecast = forecastOf(context, score.forecast);
    return forecast ? (figureOf(context, forecast, score) ?? []) : [];
  });
}

function figureOf(context: ReportContext, forecast: ForecastDefinition, score: ForecastScore): Figure | undefined {
  switch (score.kind) {
    case 'size':
    case 'apart':
      return valuesFigure(context, forecast, score);
    case 'pick':
      return forecast.kind === 'pick' ? picksFigure(context, forecast, forecast.options, score) : undefined;
    case 'marks':
      return marksFigure(context, forecast, score);
    case 'trace':
      return traceFigure(context, forecast, score);
  }
}

/** What every figure of a forecast has. */
function headOf(context: ReportContext, forecast: ForecastDefinition, score: ForecastScore, caption = 'caption') {
  const { names } = context;
  const parts = partsOfForecast(forecast);
  const table = forecastTable(context, forecast, score);
  const values: ValueTable = {
    columns: table.columns.map(({ label }) => label),
    rows: table.rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : plainCell(cell)))),
  };
  return {
    title: names.text(`forecast.${forecast.id}.name`),
    caption: names.text(`results.forecast.${caption}`, { base: `${basisOf(context, countsOf(context, forecast))}.` }),
    name: `forecast-${forecast.id}`,
    ...(parts.length === 1 && parts[0] !== undefined && { part: parts[0] }),
    table: values,
  };
}

/** Samples behind what a forecast is held against: rounds, or hirings. */
function countsOf({ analysis }: ReportContext, forecast: ForecastDefinition): number[] {
  const isHiring = forecast.kind === 'size' && (forecast.of === 'hiring' || forecast.of === 'memory');
  if (isHiring) return analysis.wages.map(({ hiring }) => hiring.n);
  const parts = partsOfForecast(forecast);
  const about = parts.length === 0 ? analysis.parts : analysis.parts.filter(({ part }) => parts.includes(part));
  return about.flatMap(({ conditions }) => conditions.map(({ headline }) => headline.n));
}

function lookOf(context: ReportContext, id: string): Look {
  const look = conditionLook(context, id);
  return look ? { colour: look.colour, shape: look.shape } : plainLook;
}

function valuesFigure(context: ReportContext, forecast: ForecastDefinition, score: ValueScore): RowsFigure {
  const { names } = context;
  const say = (key: string): string => names.text(`results.forecast.${key}`);
  const write = (value: number): string => forecastValue(score, value);
  const shown = score.rows.flatMap(({ predicted, measured }) =>
    [predicted, measured?.estimate, measured?.low, measured?.high].filter((one) => one !== undefined),
  );
  // As wide as the curve on which the size is read off.
  if (score.of === 'break-even') {
    shown.push(...(context.analysis.breakEven ?? []).flatMap(({ points }) => points.map(({ sizeNs }) => sizeNs)));
  }
  const axis: Axis =
    score.kind === 'apart'
      ? zeroAxis(say('apartAxis'), Math.max(1, ...shown), plainNumber)
      : logAxis(say(score.of === 'memory' ? 'memoryAxis' : 'durationAxis'), shown, write);
  return {
    kind: 'rows',
    ...headOf(context, forecast, score),
    axis,
    rows: score.rows.map(({ id, predicted, measured }): FigureRow => {
      const look = lookOf(context, id);
      const words = rangeInWords(score, measured, names);
      const marks: RowMark[] = [hollow(look, predicted, `${say('predicted')}: ${write(predicted)}`)];
      const { estimate, low = axis.from, high = axis.to } = measured ?? {};
      if (estimate !== undefined)
        marks.push({ look, value: { estimate, low, high }, inWords: `${say('measured')}: ${words}` });
      return {
        name: forecastRowName(names, forecast, id),
        look,
        marks,
        labels: [words, `${say('predicted')} ${write(predicted)}`],
        ...(estimate !== undefined && { link: [predicted, estimate] as const }),
      };
    }),
  };
}

function hollow(look: Look, value: number, inWords: string): RowMark {
  return { look: { ...look, hollow: true }, value: { estimate: value, low: value, high: value }, inWords };
}

function picksFigure(
  context: ReportContext,
  forecast: ForecastDefinition,
  options: readonly string[],
  score: PickScore,
): RowsFigure {
  const { names } = context;
  const say = (key: string): string => names.text(`results.forecast.${key}`);
  const placeOf = (option: string): number => options.indexOf(option) + 1;
  const tick = (value: number): string => optionName(names, options[value - 1] ?? '');
  return {
    kind: 'rows',
    ...headOf(context, forecast, score, 'pickCaption'),
    axis: {
      title: say('pickAxis'),
      from: 0.5,
      to: options.length + 0.5,
      ticks: options.map((_, index) => index + 1),
      tick,
    },
    rows: score.rows.map(({ id, picked, measured }): FigureRow => {
      const look = lookOf(context, id);
      const mine = optionName(names, picked);
      const shown = measured === undefined ? say('unknown') : optionName(names, measured);
      const marks = [hollow(look, placeOf(picked), `${say('predicted')}: ${mine}`)];
      const at = measured === undefined ? 0 : placeOf(measured);
      if (at > 0)
        marks.push({ look, value: { estimate: at, low: at, high: at }, inWords: `${say('measured')}: ${shown}` });
      return {
        name: forecastRowName(names, forecast, id),
        look,
        marks,
        labels: [shown, `${say('predicted')} ${mine}`],
      };
    }),
  };
}

function marksFigure(context: ReportContext, forecast: ForecastDefinition, score: MarksScore): PlaneFigure {
  const { names } = context;
  const say = (key: string): string => names.text(`results.forecast.${key}`);
  const percent = (share: number): number => Math.round(share * 1000) / 10;
  const axis = (title: string): Axis => ({ ...zeroAxis(title, 100), from: -6, to: 106 });
  const point = (share: number) => ({ estimate: percent(share), low: percent(share), high: percent(share) });
  const places = score.rows.flatMap(({ id, predicted, measured }): PlaneFigure['places'] => {
    const look = lookOf(context, id);
    const side = (x: number) => (x > 0.5 ? ('left' as const) : ('right' as const));
    const words = (kind: string) => (x: number, y: number) =>
      `${say(kind)}: ${placeInWords(names, forecast.id, { x: x / 100, y: y / 100 })}`;
    return [
      {
        name: `${names.condition(id)}: ${say('predicted').toLowerCase()}`,
        look: { ...look, hollow: true },
        x: point(predicted.x),
        y: point(predicted.y),
        singles: [],
        side: side(predicted.x),
        inWords: words('predicted'),
      },
      ...(measured
        ? [
            {
              name: names.condition(id),
              look,
              x: {
                estimate: percent(measured.x.estimate),
                low: percent(measured.x.low),
                high: percent(measured.x.high),
              },
              y: {
                estimate: percent(measured.y.estimate),
                low: percent(measured.y.low),
                high: percent(measured.y.high),
              },
              singles: [],
              side: side(measured.x.estimate),
              inWords: words('measured'),
            },
          ]
        : []),
    ];
  });
  const lines = places.map(({ name, x, y, inWords }) => [name, inWords(x.estimate, y.estimate)]);
  return {
    kind: 'plane',
    ...headOf(context, forecast, score),
    table: { columns: [names.text('results.prediction.condition'), say('outcome')], rows: lines },
    x: axis(names.text(`forecast.${forecast.id}.x`)),
    y: axis(names.text(`forecast.${forecast.id}.y`)),
    places,
  };
}

/** The recorded spans of the drawn conditions, with what was drawn above them, lane by lane. */
function traceFigure(context: ReportContext, forecast: ForecastDefinition, score: TraceScore): LanesFigure | undefined {
  const { names, record } = context;
  const part = context.analysis.parts.find((one) => one.part === score.part);
  const ids = score.rows.map(({ id }) => id);
  const shown = part && { ...part, conditions: part.conditions.filter(({ condition }) => ids.includes(condition)) };
  const recorded = shown && partOf(context, score.part) && timelineFigure(context, shown);
  if (!recorded) return undefined;
  const drawnEnd = Math.max(0, ...score.rows.flatMap(({ bars }) => bars.map(({ endMs }) => endMs * 1e6)));
  const groups = recorded.groups.map((group, index) => {
    const row = score.rows.find(({ id }) => id === shown.conditions[index]?.condition);
    const seats = record.definition.conditions.find(({ id }) => id === row?.id)?.seats ?? [];
    const lanes = drawnLanes(
      row?.bars ?? [],
      seats.map(({ id }) => id),
    );
    return {
      ...group,
      name: row ? `${group.name}: ${formatShare(row.overlap)}` : group.name,
      lanes: group.lanes.map((lane) => {
        const seat = seats.findIndex(({ id }) => names.seat(id) === lane.name);
        const drawn = lanes[seat];
        return {
          ...lane,
          drawn: drawn
            ? comparedStates.flatMap((state) =>
                drawn[state].map(({ from, to }) => ({ state, startNs: from * 1e6, endNs: to * 1e6 })),
              )
            : [],
        };
      }),
    };
  });
  const axis = zeroAxis(recorded.axis.title, Math.max(recorded.axis.to, drawnEnd), recorded.axis.tick);
  return { ...recorded, ...headOf(context, forecast, score, 'traceCaption'), axis, groups };
}
