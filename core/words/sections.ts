import { figuresOf, type FigureGroupId } from '../figures/figures-of';
import { answerBlocks } from './answer';
import { sectionIds, type Block, type Section, type SectionId } from './blocks';
import { claims } from './claims';
import { codeBlocks } from './code';
import { measuredParts, type ReportContext } from './context';
import { explanations } from './explanations';
import type { FigureBlocks } from './figure-blocks';
import { inShort } from './in-short';
import { levelsTable } from './levels';
import { machineFacts } from './machine';
import { matrix } from './matrix';
import { measuresTables } from './measures';
import { method } from './method';
import { prediction } from './prediction';
import { speedupTables } from './scaling';
import { partsWithNamedTasks, servedTable } from './served';
import { setUpFacts } from './set-up';
import { slownessBlocks } from './slowness';
import { statesTable } from './states';
import { student } from './student';
import { totalsTable } from './totals';
import { partNotices, verdictsTable } from './verdicts';
import { hires, wages } from './wages';
import { knowsWaiting } from './waiting';
import { warningBlocks } from './warnings';
import { workbench, workers } from './workbench';

export interface SectionChoices {
  /** Sections that a page shows elsewhere, such as the explanations of a lesson. */
  readonly without?: readonly SectionId[];
  /** Groups of figures that a page shows in its own way. */
  readonly withoutFigures?: readonly FigureGroupId[];
}

/**
 * Everything that a record's page and its full PDF say, in one order. A section without anything to say is left out; every
 * figure of the record is in one of them.
 */
export function resultSections(
  context: ReportContext,
  { without = [], withoutFigures = [] }: SectionChoices = {},
): readonly Section[] {
  const groups = figuresOf(context, withoutFigures);
  const figures: FigureBlocks = (group) => {
    const found = groups.find(({ id }) => id === group);
    return found ? [{ kind: 'figures', figures: found.figures }] : [];
  };
  return sectionIds
    .filter((id) => !without.includes(id))
    .map((id) => ({ id, heading: headings[id](context), blocks: bodies[id](context, figures) }))
    .filter(({ blocks }) => blocks.length > 0);
}

type Body = (context: ReportContext, figures: FigureBlocks) => readonly Block[];

const text =
  (path: string) =>
  ({ names }: ReportContext): string =>
    names.text(path);

const headings: Readonly<Record<SectionId, (context: ReportContext) => string>> = {
  answer: text('answer.heading'),
  'in-short': text('results.heading'),
  warnings: text('results.warnings.heading'),
  prediction: text('results.prediction.heading'),
  own: text('results.own'),
  matrix: text('results.matrix.heading'),
  workbench: text('figures.heading'),
  totals: text('results.totals.heading'),
  measures: text('results.measures.heading'),
  served: text('results.served.heading'),
  states: text('results.states.heading'),
  workers: text('figures.threads.heading'),
  timeline: text('results.timeline.heading'),
  verdicts: text('results.verdicts.title'),
  explanations: text('results.explanations.heading'),
  wages: (context) => context.names.text(`results.wages.${hires(context) ? 'title' : 'plainTitle'}`),
  code: text('code.heading'),
  'set-up': text('figures.setUp.heading'),
  machine: text('report.machine.heading'),
  method: text('report.method.heading'),
  student: text('report.student.heading'),
  claims: text('claims.report.heading'),
};

const bodies: Readonly<Record<SectionId, Body>> = {
  answer: answerBlocks,
  'in-short': inShort,
  warnings: ({ analysis, names }) => [...warningBlocks(analysis.warnings, names), ...slownessBlocks(analysis, names)],
  prediction,
  own: (context, figures) => [...figures('own'), ...folded(speedupTables(context))],
  matrix,
  workbench,
  totals: (context, figures) => [
    ...figures('totals'),
    ...folded(measuredParts(context).map((part) => totalsTable(context, part))),
  ],
  measures: (context, figures) => [
    ...figures('measures'),
    ...folded(measuredParts(context).flatMap((part) => measuresTables(context, part))),
  ],
  served: (context, figures) => [
    ...figures('served'),
    ...folded(partsWithNamedTasks(context).map((part) => servedTable(context, part))),
  ],
  states: (context, figures) => [
    ...figures('states'),
    ...folded(measuredParts(context).map((part) => statesTable(context, part))),
    ...waitingNote(context),
  ],
  workers,
  timeline: (_context, figures) => figures('timeline'),
  verdicts: verdictBlocks,
  explanations,
  wages,
  code: codeBlocks,
  'set-up': (context) => factsBlock(setUpFacts(context)),
  machine: ({ record }) => factsBlock(machineFacts(record.environment, record.appVersion)),
  method,
  student,
  claims,
};

function verdictBlocks(context: ReportContext, figures: FigureBlocks): readonly Block[] {
  const { analysis, names } = context;
  const isMeasured = measuredParts(context).length > 0;
  const levels = analysis.parts.filter((part) => part.levels.length > 0);
  return [
    ...figures('forest'),
    ...figures('levels'),
    ...analysis.parts.flatMap((part): Block[] => [
      ...partNotices(part, context),
      { kind: 'table', table: verdictsTable(part, names), isFolded: true },
    ]),
    ...(isMeasured ? [{ kind: 'note', text: names.text('results.verdicts.caption') } as const] : []),
    ...levels.map((part): Block => ({ kind: 'table', table: levelsTable(part, names), isFolded: true })),
    ...(levels.length > 0 ? [{ kind: 'note', text: names.text('results.levels.caption') } as const] : []),
  ];
}

function waitingNote(context: ReportContext): readonly Block[] {
  if (!measuredParts(context).some(knowsWaiting)) return [];
  return [{ kind: 'note', text: context.names.text('results.slowness.waitedNote') }];
}

function folded(tables: readonly ReturnType<typeof totalsTable>[]): readonly Block[] {
  return tables.map((table) => ({ kind: 'table', table, isFolded: true }));
}

function factsBlock(facts: ReturnType<typeof machineFacts>): readonly Block[] {
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }];
}
