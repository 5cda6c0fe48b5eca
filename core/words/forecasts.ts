import type { ForecastScore, Judgement, MeasuredRange, ValueScore } from '../analysis/forecast-types';
import { comparedOptions, levelOptions, type ForecastDefinition } from '../experiments/forecasts';
import { formatDuration, formatMemory, formatShare, plainNumber } from '../texts/format';
import type { Block, Cell, Mark, Table } from './blocks';
import type { ReportContext } from './context';
import type { Names } from './names';

/** A forecast of the record by its id; undefined for one that its definition does not have. */
export function forecastOf({ record }: Pick<ReportContext, 'record'>, id: string): ForecastDefinition | undefined {
  return record.definition.forecasts?.find((one) => one.id === id);
}

/** What a row of a forecast is called: its part where the rows are the parts, else its condition. */
export function forecastRowName(names: Names, forecast: ForecastDefinition, id: string): string {
  if (!('rows' in forecast)) return names.condition(id);
  const isPart = forecast.rows.some((row) => row.id === id && row.part === id);
  return isPart ? names.part(id) : names.condition(id);
}

/** What an answer to pick is called. */
export function optionName(names: Names, option: string): string {
  const isCompared = comparedOptions.some((one) => one === option);
  if (levelOptions.some((one) => one === option)) return names.text(`option.${option}`);
  return isCompared ? names.text(`lesson.predict.option.${option}`) : names.condition(option);
}

/** A size or a distance in its unit. Input: nanoseconds, bytes or per cent. */
export function forecastValue({ kind, of }: Pick<ValueScore, 'kind' | 'of'>, value: number): string {
  if (kind === 'apart') return `${plainNumber(value)} %`;
  return of === 'memory' ? formatMemory(value) : formatDuration(value);
}

/** A guess in its unit, without the zeros that would make it look exact: `1.3 ms`, `5 %`. */
export function guessInWords(score: Pick<ValueScore, 'kind' | 'of'>, value: number): string {
  return forecastValue(score, value)
    .replace(/(\.\d*?)0+(?= )/, '$1')
    .replace(/\.(?= )/, '');
}

/** What was measured, in words; an end beyond what was measured is said as such. */
export function rangeInWords(
  score: Pick<ValueScore, 'kind' | 'of'>,
  range: MeasuredRange | undefined,
  names: Names,
): string {
  const say = (key: string, value = ''): string => names.text(`results.forecast.${key}`, { value });
  const write = (value: number): string => forecastValue(score, value);
  if (!range) return say('unknown');
  const { estimate, low, high } = range;
  if (estimate !== undefined)
    return `${write(estimate)} [${low === undefined ? '–' : write(low)}, ${high === undefined ? '–' : write(high)}]`;
  if (low !== undefined) return say('above', write(low));
  return high === undefined ? say('unknown') : say('below', write(high));
}

/** What was predicted beside times, orders and curves, and how it came out. */
export function forecastBlocks(context: ReportContext): readonly Block[] {
  return (context.analysis.forecasts ?? []).flatMap((score) => {
    const forecast = forecastOf(context, score.forecast);
    return forecast ? blocksOf(context, forecast, score) : [];
  });
}

function blocksOf(context: ReportContext, forecast: ForecastDefinition, score: ForecastScore): readonly Block[] {
  const say = (key: string, values = {}): string => context.names.text(`results.forecast.${key}`, values);
  const name = context.names.text(`forecast.${forecast.id}.name`);
  const { right, judged } = score;
  const isPart = score.judged < score.rows.length;
  const sentences = [
    judged === 0 ? say('none', { name }) : say('score', { name, right, judged }),
    say(`rule.${ruleOf(score)}`, { within: withinOf(score) }),
    ...(judged > 0 && isPart ? [say('open')] : []),
  ];
  const overlap =
    score.kind === 'trace'
      ? say('overlap', {
          overlap: formatShare(score.overlap),
          shuffled: formatShare(score.shuffled),
          shuffles: score.shuffles,
        })
      : undefined;
  return [
    ...(overlap === undefined ? [] : [{ kind: 'paragraph', text: overlap } as const]),
    { kind: 'paragraph', text: sentences.join(' ') },
    ...(score.kind === 'trace' ? [{ kind: 'note', text: say('overlapRule') } as const] : []),
    { kind: 'table', table: forecastTable(context, forecast, score), isFolded: true },
  ];
}

function ruleOf(score: ForecastScore): string {
  return score.kind === 'trace' && score.beyondChance !== undefined ? 'traceBeyond' : score.kind;
}

function withinOf(score: ForecastScore): string | number {
  if (score.kind === 'pick') return '';
  if (score.kind === 'trace') return formatShare(score.beyondChance ?? score.within);
  return score.kind === 'marks' ? 100 * score.within : score.within;
}

/** Prediction beside outcome, a row for each answer. */
export function forecastTable(context: ReportContext, forecast: ForecastDefinition, score: ForecastScore): Table {
  const { names } = context;
  const say = (key: string): string => names.text(`results.forecast.${key}`);
  const head = (id: string): string => forecastRowName(names, forecast, id);
  const columns = (...keys: readonly string[]): Table['columns'] => [
    { label: names.text('results.prediction.condition') },
    ...keys.map((key) => ({ label: say(key) })),
  ];
  const caption = names.text(`forecast.${forecast.id}.name`);
  const table = (rows: Table['rows'], ...keys: readonly string[]): Table => ({
    caption,
    columns: columns(...keys, 'outcome'),
    rows,
  });
  switch (score.kind) {
    case 'size':
    case 'apart':
      return table(
        score.rows.map(({ id, predicted, measured, judgement }): Cell[] => [
          head(id),
          forecastValue(score, predicted),
          rangeInWords(score, measured, names),
          judged(names, judgement),
        ]),
        'predicted',
        'measured',
      );
    case 'pick':
      return table(
        score.rows.map(({ id, picked, measured, judgement }): Cell[] => [
          head(id),
          optionName(names, picked),
          measured === undefined ? say('unknown') : optionName(names, measured),
          judged(names, judgement),
        ]),
        'predicted',
        'measured',
      );
    case 'marks':
      return table(
        score.rows.map(({ id, predicted, measured, judgement }): Cell[] => [
          head(id),
          placeInWords(names, score.forecast, predicted),
          measured
            ? placeInWords(names, score.forecast, { x: measured.x.estimate, y: measured.y.estimate })
            : say('unknown'),
          judged(names, judgement),
        ]),
        'predicted',
        'measured',
      );
    case 'trace':
      return table(
        score.rows.map(({ id, overlap, limit, round, judgement }): Cell[] => [
          head(id),
          formatShare(overlap),
          formatShare(limit),
          round,
          judged(names, judgement),
        ]),
        'agreement',
        'needed',
        'round',
      );
  }
}

function judged(names: Names, judgement: Judgement): Mark {
  const tone = judgement === 'right' ? 'good' : judgement === 'wrong' ? 'warn' : 'neutral';
  return { tone, words: names.text(`results.forecast.judgement.${judgement}`) };
}

/** A place on the plane of a forecast, in per cent, in the words of its experiment. Input: shares. */
export function placeInWords(
  names: Names,
  forecast: string,
  { x, y }: { readonly x: number; readonly y: number },
): string {
  return names.text(`forecast.${forecast}.at`, { x: plainNumber(100 * x), y: plainNumber(100 * y) });
}
