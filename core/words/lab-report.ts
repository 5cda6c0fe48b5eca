import { experiments } from '../experiments';
import type { Experiment } from '../experiments/experiment';
import type { Figure } from '../figures/figure';
import { baseCaption } from '../figures/looks';
import { figuresOf, type FigureGroup, type FigureGroupId } from '../figures/figures-of';
import { translate, type TextValues } from '../texts/translate';
import { plainCell, type Block, type Mark, type Sentence, type Table } from './blocks';
import { machineInWords, readableTime, type ReportContext } from './context';
import { coverageInWords } from './coverage';
import { executionOf } from './execution';
import { noiseSentence } from './verdicts';
import { priorityInWords } from './priority';
import { shortened } from './shortened';
import { mechanismOf, storyOf, type Story } from './story';
import { student } from './student';
import { costsOf } from './wages';
import { cpuSourcesInWords } from './workbench';
import { measuredParts, roundsOf } from './context';

/** A record as two pages to hand in: what was asked, predicted, measured and understood. Pure data; the appendix holds the rest. */
export interface LabReport {
  readonly title: string;
  readonly question: string;
  /** When, how and where it was measured, in one line each. */
  readonly facts: readonly string[];
  /** What a hand writes in: name, group. */
  readonly blanks: readonly string[];
  readonly quality: { readonly label: string; readonly mark: Mark; readonly notes: readonly Sentence[] };
  readonly story: Story;
  /** The reason that was given before the run; empty where none was. */
  readonly reason: string;
  readonly figures: readonly Figure[];
  /** The mechanism behind the answer, at most 80 words; empty where theory is not asked. */
  readonly why: string;
  /** Where the kitchen ends, at most 40 words; empty where there is no kitchen. */
  readonly breaks: string;
  /** The student's own words and choices. */
  readonly answers: readonly Block[];
  /** True if they were shortened to fit: the whole stands behind the two pages. */
  readonly isShortened: boolean;
  readonly forest: readonly Figure[];
  /** What the dearest workers cost; absent where nobody was hired. */
  readonly cost?: Table;
  readonly method: readonly string[];
  readonly seal: { readonly hash: string; readonly run: string; readonly check: string };
}

const mostWords = { why: 80, reason: 60, breaks: 40, answer: 45 } as const;
const most = { costRows: 3, notes: 4, answers: 14, rows: 14 } as const;

/** The two pages of a record, from the same sentences and figures as its page in the window. */
export function labReport(context: ReportContext): LabReport {
  const { record, names } = context;
  const story = storyOf(context);
  const groups = figuresOf(context);
  const all = student({ ...context, record: { ...record, notes: '' } });
  const answers = all.map(short).slice(0, most.answers);
  const cost = costTable(context);
  const { tone, label, notes } = story.quality;
  return {
    title: record.title,
    question: names.question,
    facts: facts(context),
    blanks: ['name', 'group', 'date'].map((key) => say(`blank.${key}`)),
    quality: { label, mark: { tone, words: label }, notes: fewNotes(notes) },
    story,
    reason: record.prediction.status === 'given' ? shortened(record.prediction.reason, mostWords.reason) : '',
    figures: firstFigures(story, groups).map((figure) => withFewLines(context, figure)),
    why: shortened(mechanismOf(context), mostWords.why),
    breaks: shortened(analogyEnd(context), mostWords.breaks),
    answers,
    isShortened: JSON.stringify(answers) !== JSON.stringify(all),
    forest: [...figuresIn(groups, 'forest'), ...figuresIn(groups, 'levels')].slice(0, 1).map(withFewRows),
    ...(cost && { cost }),
    method: methodLines(context),
    seal: { hash: record.hash, run: record.id, check: say('check', { id: record.id }) },
  };
}

function say(key: string, values: TextValues = {}): string {
  return translate(`labReport.${key}`, values);
}

function facts({ record, experiment, names }: ReportContext): readonly string[] {
  const { done, planned, rounds, plannedRounds } = executionOf(record, experiment);
  const preset = names.glossary(`preset.${record.plan.preset}`);
  const outcome = names.glossary(`outcome.${record.outcome.status}`);
  return [
    say('measured', { time: readableTime(record.startedAt), preset, rounds, plannedRounds, done, planned, outcome }),
    machineInWords(record),
  ];
}

/** By id; the Workbench has no kitchen. */
const registered: Readonly<Record<string, Experiment>> = experiments;

function analogyEnd({ experiment, names }: ReportContext): string {
  const [first] = Object.keys(registered[experiment.id]?.texts.analogyAnswer ?? {});
  return first === undefined ? '' : names.text(`analogyAnswer.${first}`);
}

/** Rows of times that can be read on the half page below a matrix. */
const mostRowsBelow = 8;

/** The story's picture, and the prediction beside the result; where nothing was predicted, what all conditions took. */
function firstFigures({ figure }: Story, groups: readonly FigureGroup[]): readonly Figure[] {
  // The matrix of all conditions, and the map of a search, hold every total already, and need the room. Beside others stand the
  // times, if there is room to read both.
  const holdsTimes = (['matrix', 'answer'] as const).some((id) =>
    figuresIn(groups, id).some(({ name }) => name === figure?.name),
  );
  const isMatrix = figure?.kind === 'matrix';
  const others = holdsTimes
    ? []
    : isMatrix
      ? (['totals', 'measures'] as const)
      : (['matrix', 'own', 'totals', 'measures'] as const);
  const second = (['prediction', ...others] as const)
    .flatMap((id) => figuresIn(groups, id))
    .find((one) => one.name !== figure?.name && !(isMatrix && one.kind === 'rows' && one.rows.length > mostRowsBelow));
  return [figure, second].filter((one) => one !== undefined);
}

function figuresIn(groups: readonly FigureGroup[], id: FigureGroupId): readonly Figure[] {
  return groups.find((group) => group.id === id)?.figures ?? [];
}

/** Of the cells of a matrix what can be read on half a page: time, ratio and verdict. */
function withFewLines(context: ReportContext, figure: Figure): Figure {
  const part = context.analysis.parts.find((one) => one.part === figure.part);
  if (!part || figure.kind !== 'matrix' || !figure.rows.some(({ cells }) => cells.some(({ cores }) => cores)))
    return figure;
  const rows = figure.rows.map(({ name, cells }) => ({
    name,
    cells: cells.map(({ lines, badges, inWords }) => ({ lines: lines.slice(0, 2), badges, inWords })),
  }));
  return { ...figure, rows, lead: say('matrixLead'), caption: baseCaption(context, part) };
}

/** As many rows as can be read on half a page; the caption says what is left out. */
function withFewRows(figure: Figure): Figure {
  if (figure.kind !== 'rows' || figure.rows.length <= most.rows) return figure;
  const left = figure.rows.slice(most.rows).filter(({ isHeading }) => isHeading !== true).length;
  const rows = figure.rows.slice(0, most.rows);
  return { ...figure, rows, caption: `${say('moreRows', { n: left })} ${figure.caption}` };
}

/** A quote as long as its place on the page. */
function short(block: Block): Block {
  if (block.kind !== 'quote' && block.kind !== 'paragraph') return block;
  return { ...block, text: shortened(block.text, mostWords.answer) };
}

function fewNotes(notes: readonly Sentence[]): readonly Sentence[] {
  if (notes.length <= most.notes) return notes;
  return [...notes.slice(0, most.notes - 1), { text: say('moreNotes', { n: notes.length - most.notes + 1 }) }];
}

/** The dearest conditions by the time that hiring takes. */
function costTable(context: ReportContext): Table | undefined {
  const { analysis, names } = context;
  const dearest = analysis.wages.toSorted((a, b) => b.hiring.estimate - a.hiring.estimate).slice(0, most.costRows);
  const [first] = dearest;
  if (!first) return undefined;
  // How many were hired stands in their name.
  const columns = costsOf(context, first)
    .map(([label]) => label)
    .slice(1, 4);
  return {
    caption: names.text('results.wages.table'),
    columns: [{ label: names.text('results.wages.condition') }, ...columns.map((label) => ({ label, numeric: true }))],
    rows: dearest.map((one) => {
      const costs = new Map(costsOf(context, one));
      return [
        names.condition(one.condition),
        ...columns.map((label) => plainCell(costs.get(label) ?? '').replace('\n', ', ')),
      ];
    }),
  };
}

/** How the numbers came to be, in five lines. */
function methodLines(context: ReportContext): readonly string[] {
  const { record, analysis, names } = context;
  const [first] = measuredParts(context);
  const { minimumRounds } = analysis.method;
  return [
    say('lines.rounds', { seed: record.plan.seed }),
    say('lines.estimate', { coverage: coverageInWords(analysis.parts.flatMap(roundsOf), analysis.method) }),
    say('lines.rule', { minimum: minimumRounds }),
    first ? noiseSentence(first, names) : say('lines.noNoise'),
    `${priorityInWords(record)} ${say('lines.cpu', { source: cpuSourcesInWords(record) })}`,
  ];
}
