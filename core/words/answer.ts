import type { AnswerSummary, Candidate } from '../analysis/answer';
import { setUpCode } from '../experiments/workbench/answer-code';
import { formatDurationInterval, plainNumber, threeDigits } from '../texts/format';
import type { TextValues } from '../texts/translate';
import type { Block, Cell, Table } from './blocks';
import type { ReportContext } from './context';
import type { FigureBlocks } from './figure-blocks';
import { untold } from './verdicts';

/** What the answer is made from. */
type AnswerContext = Pick<ReportContext, 'record' | 'analysis' | 'names'>;

/** The answer of a search in its sentences, the first of which stands alone; empty for any other record. */
export function answerSentences(context: AnswerContext): readonly string[] {
  const { names, analysis } = context;
  const { answer } = analysis;
  if (!answer) return [];
  const of = (key: string, values: TextValues = {}): string => names.text(`answer.${key}`, values);
  if (answer.candidates.length === 0) return [of('nothing')];
  if (!answer.isEnough) {
    const [rounds, candidates] = [answer.rounds, answer.candidates.length];
    return [of('tooFewRounds', { rounds, candidates, needed: roundsNeeded(context, answer) })];
  }
  if (!answer.smallest) {
    const setUps = answer.candidates.filter(({ mayBeBest }) => mayBeBest).map((one) => names.short(one.condition));
    return [of('notSeparated'), of('mayBeBest', { setUps: listed(setUps, of) }), of('moreRounds')];
  }
  const { smallest } = answer;
  return [
    of('smallest', { setUp: names.short(smallest.condition) }),
    smallest.loss.high <= 1 ? of('isBest') : of('loss', { percent: atMost(smallest.loss.high - 1) }),
    twiceSentence(answer, smallest, of),
  ];
}

type Of = (key: string, values?: TextValues) => string;

function twiceSentence({ twice, searched }: AnswerSummary, smallest: Candidate, of: Of): string {
  if (!twice) {
    const wasSearched = searched.some(({ workers, inFlight }) => {
      return workers === 2 * smallest.workers && inFlight === smallest.inFlight;
    });
    return of(wasSearched ? 'twiceNotConfirmed' : 'twiceNotSearched');
  }
  const { high } = twice.gain;
  // What is gained is a share of the time that it takes now.
  const percent = atMost(1 - 1 / high);
  if (high > 1.0005) return of('gain', { percent });
  return high < 0.9995 ? of('gainsNothing', { percent: atLeast(1 / high - 1) }) : of('noGain');
}

/** The numbers of the task that was asked about, for texts. */
export function taskValues({ record }: Pick<AnswerContext, 'record'>): TextValues {
  const { tasks = 0, answer } = record.plan.workbench ?? {};
  return { cpu: plainNumber(answer?.cpuMs ?? 0), waiting: plainNumber(answer?.waitingMs ?? 0), tasks };
}

/** What the answer rests on, in two sentences; empty where nothing was confirmed. */
export function answerBasis({ record, analysis, names }: AnswerContext): string {
  const { answer } = analysis;
  if (!answer || answer.candidates.length === 0) return '';
  const of = (key: string, values: TextValues = {}): string => names.text(`answer.${key}`, values);
  const basis = of('basis', {
    ...taskValues({ record }),
    rounds: answer.rounds,
    candidates: answer.candidates.length,
    margin: plainNumber(100 * (answer.margin - 1)),
  });
  return `${basis} ${of('confidence', { confidence: confidenceOf(answer) })}`;
}

/** The whole answer in one line, for a terminal. */
export function answerLine(context: AnswerContext): string {
  const { record, analysis, names } = context;
  const { answer } = analysis;
  const said = answerSentences(context).join(' ');
  if (!answer || answer.candidates.length === 0) return said;
  const basis = names.text('answer.lineBasis', {
    ...taskValues({ record }),
    rounds: answer.rounds,
    candidates: answer.candidates.length,
    confidence: confidenceOf(answer),
  });
  return names.text('answer.line', { answer: said, basis });
}

/**
 * The answer, what it rests on (its two figures, the confirmed set-ups), and the set-up as code; nothing for a record that is no
 * search. Where the story stands above it, its first paragraph is said already.
 */
export function answerBlocks(context: ReportContext, figures: FigureBlocks): readonly Block[] {
  const { analysis, names } = context;
  const { answer } = analysis;
  if (!answer) return [];
  const said: Block = { kind: 'paragraph', text: answerSentences(context).join(' ') };
  if (answer.candidates.length === 0) return [said, ...figures('answer')];
  return [
    said,
    { kind: 'note', text: `${answerBasis(context)} ${names.text('answer.smallestMeans')}` },
    ...figures('answer'),
    { kind: 'table', table: candidatesTable(context, answer), isFolded: true },
    { kind: 'note', text: names.text('answer.method', { comparisons: answer.comparisons }) },
    ...codeOf(context, answer),
  ];
}

/** The smallest set-up as plain code with its numbers; none where no set-up is the answer. */
function codeOf({ record, names }: ReportContext, { smallest }: AnswerSummary): readonly Block[] {
  const choice = record.plan.workbench;
  if (!smallest || !choice?.answer) return [];
  const name = names.text('answer.code', { setUp: names.short(smallest.condition) });
  return [
    { kind: 'code', name, source: setUpCode(smallest, choice.answer, choice.tasks) },
    { kind: 'note', text: names.text('answer.codeNote') },
  ];
}

function candidatesTable({ analysis, names }: ReportContext, answer: AnswerSummary): Table {
  const of = (key: string): string => names.text(`answer.table.${key}`);
  const rows = answer.candidates.map((one): Cell[] => {
    const hiring = analysis.wages.find(({ condition }) => condition === one.condition)?.hiring;
    return [
      names.condition(one.condition),
      formatDurationInterval(one.total),
      `${threeDigits(one.loss.estimate)} [${threeDigits(one.loss.low)}, ${threeDigits(one.loss.high)}]`,
      of(one.mayBeBest ? 'yes' : 'no'),
      of(one.isAsGood ? 'yes' : one.loss.low > answer.margin ? 'no' : 'unknown'),
      hiring ? formatDurationInterval(hiring) : untold,
    ];
  });
  return {
    caption: of('caption'),
    columns: [
      { label: of('setUp') },
      { label: of('total'), numeric: true },
      { label: of('loss'), numeric: true },
      { label: of('best') },
      { label: of('good') },
      { label: of('hiring'), numeric: true },
    ],
    rows,
  };
}

/** Rounds with which the whole range of each comparison has the confidence of the rules together, and at least the rules' own. */
function roundsNeeded({ record }: Pick<AnswerContext, 'record'>, { comparisons }: AnswerSummary): number {
  const { interval, minimumRounds } = record.rules;
  return Math.max(minimumRounds, Math.ceil(1 + Math.log2(Math.max(1, comparisons) / (1 - interval.confidence))));
}

function confidenceOf({ confidence }: AnswerSummary): string {
  // Never more than it is.
  return plainNumber(Math.floor(1000 * confidence) / 10);
}

/** A share as per cent, rounded up to a tenth: a bound never says less than it is. */
export function atMost(share: number): string {
  return plainNumber(Math.ceil(1000 * share - 1e-9) / 10);
}

/** A share as per cent, rounded down to a tenth. */
function atLeast(share: number): string {
  return plainNumber(Math.floor(1000 * share + 1e-9) / 10);
}

function listed(items: readonly string[], of: Of): string {
  if (items.length < 2) return items.join('');
  return of('list', { items: items.slice(0, -1).join('; '), last: items.at(-1) ?? '' });
}
