import type { AnswerSummary, SearchedSetUp } from '../analysis/answer';
import { formatDuration, formatDurationInterval, plainNumber, threeDigits } from '../texts/format';
import type { TextValues } from '../texts/translate';
import { machineInWords, type ReportContext } from '../words/context';
import { rangeAxis } from './axes';
import type { Figure, MatrixFigure, MatrixFigureCell, RowsFigure } from './figure';
import { conditionLook } from './looks';

/** What a search shows: a map of all set-ups, and how the confirmed ones stand against the best; none for any other record. */
export function answerFigures(context: ReportContext): readonly Figure[] {
  const { answer } = context.analysis;
  if (!answer || answer.searched.length === 0) return [];
  return [...(answer.candidates.length > 0 ? [dotsFigure(context, answer)] : []), mapFigure(context, answer)];
}

/** Threads in rows, tasks in flight in columns; the search shades every field on one basis. */
function mapFigure(context: ReportContext, answer: AnswerSummary): MatrixFigure {
  const { names, record } = context;
  const of = (key: string, values: TextValues = {}): string => names.text(`answer.map.${key}`, values);
  const ascending = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);
  const columns = ascending(answer.searched.map(({ inFlight }) => inFlight));
  const fastestNs = Math.min(...answer.searched.map(({ searchNs }) => searchNs));
  const rows = ascending(answer.searched.map(({ workers }) => workers)).map((workers) => ({
    name: workers === 1 ? of('one') : of('many', { n: workers }),
    cells: columns.map((inFlight) => {
      const found = answer.searched.find((one) => one.workers === workers && one.inFlight === inFlight);
      return found
        ? cellOf(context, answer, found, fastestNs)
        : { lines: [of('none')], badges: [], inWords: of('none') };
    }),
  }));
  const heads = columns.map((n) => of('column', { n }));
  return {
    kind: 'matrix',
    title: of('title'),
    lead: of('lead'),
    caption: of('caption', {
      tasks: record.plan.workbench?.tasks ?? 0,
      searchRounds: answer.searchRounds,
      rounds: answer.rounds,
      machine: machineInWords(record),
    }),
    name: 'answer-map',
    corner: of('corner'),
    columns: heads,
    rows,
    table: {
      columns: [of('corner'), ...heads],
      rows: rows.map(({ name, cells }) => [name, ...cells.map(({ lines }) => lines.join(', '))]),
    },
  };
}

function cellOf(
  { names }: ReportContext,
  answer: AnswerSummary,
  { condition, searchNs }: SearchedSetUp,
  fastestNs: number,
): MatrixFigureCell {
  const of = (key: string, values: TextValues = {}): string => names.text(`answer.map.${key}`, values);
  const confirmed = answer.candidates.find((one) => one.condition === condition);
  const time = confirmed ? formatDurationInterval(confirmed.total) : formatDuration(searchNs);
  const phase = of(confirmed ? 'confirmed' : 'searched');
  const isAnswer = answer.smallest?.condition === condition;
  return {
    lines: [time, phase],
    badges: [
      ...(isAnswer ? [{ tone: 'good' as const, words: of('answer') }] : []),
      ...(confirmed?.mayBeBest && answer.isEnough ? [{ tone: 'neutral' as const, words: of('mayBeBest') }] : []),
    ],
    shade: fastestNs / searchNs,
    inWords: of('inWords', { setUp: names.condition(condition), time, phase }),
  };
}

/** The confirmed set-ups against the best, the fastest first, with what hiring costs beside them. */
function dotsFigure(context: ReportContext, answer: AnswerSummary): RowsFigure {
  const { names, analysis, record } = context;
  const of = (key: string, values: TextValues = {}): string => names.text(`answer.dots.${key}`, values);
  const sorted = answer.candidates.toSorted((a, b) => a.loss.estimate - b.loss.estimate);
  const most = Math.max(answer.margin, ...sorted.map(({ loss }) => loss.high));
  const rows = sorted.flatMap((one) => {
    const look = conditionLook(context, one.condition);
    if (!look) return [];
    const hiring = analysis.wages.find(({ condition }) => condition === one.condition)?.hiring;
    const loss = `${threeDigits(one.loss.estimate)} [${threeDigits(one.loss.low)}, ${threeDigits(one.loss.high)}]`;
    const total = formatDurationInterval(one.total);
    return [{ one, look, loss, total, hiring }];
  });
  return {
    kind: 'rows',
    title: of('title'),
    caption: of('caption', {
      rounds: answer.rounds,
      confidence: plainNumber(Math.floor(1000 * answer.confidence) / 10),
      machine: machineInWords(record),
    }),
    name: 'answer-candidates',
    axis: rangeAxis(of('axis'), 0.98, 1 + 1.05 * (most - 1)),
    divide: 1,
    rows: rows.map(({ one, look, loss, total, hiring }) => ({
      name: look.name,
      look,
      band: { low: 1, high: answer.margin },
      marks: [{ look, value: one.loss, inWords: of('inWords', { loss, total }) }],
      labels: [loss, hiring ? of('hiring', { time: formatDuration(hiring.estimate) }) : of('noHiring')],
    })),
    table: {
      columns: ['setUp', 'loss', 'total', 'hiring'].map((key) => names.text(`answer.table.${key}`)),
      rows: rows.map(({ look, loss, total, hiring }) => [
        look.name,
        loss,
        total,
        hiring ? formatDurationInterval(hiring) : of('noHiring'),
      ]),
    },
  };
}
