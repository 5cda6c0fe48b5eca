/** The list of all figures of a result page: window, print and tests take them from here. */
import type { PartSummary } from '../analysis/types';
import type { Experiment } from '../experiments/experiment';
import { experiments } from '../experiments';
import type { ReportContext } from '../words/context';
import type { Figure } from './figure';
import { matrixFigure } from './matrix';
import { measureFigure } from './measures';
import { outcomeFigure } from './prediction';
import { ratiosFigure } from './ratios';
import { servedFigure } from './served';
import { statesFigure } from './states';
import { timelineFigure } from './timeline';
import { totalsFigure } from './totals';
import { workerCpuFigure } from './worker-cpu';

export type FigureGroupId =
  'matrix' | 'own' | 'prediction' | 'totals' | 'measures' | 'served' | 'states' | 'workers' | 'ratios' | 'timeline';

/** One kind of figure, mostly one for each part: what is compared by eye stands together. */
export interface FigureGroup {
  readonly id: FigureGroupId;
  readonly figures: readonly Figure[];
}

type PartMaker = (context: ReportContext, part: PartSummary) => Figure | readonly Figure[] | undefined;

/** What each part with at least one measured round has, in the page's order. */
const makers: readonly (readonly [FigureGroupId, PartMaker | 'own'])[] = [
  ['matrix', matrixFigure],
  ['own', 'own'],
  ['prediction', (context, part) => (context.record.prediction.status === 'given' ? outcomeFigure(context, part) : [])],
  ['totals', totalsFigure],
  [
    'measures',
    (context, part) => {
      const { measures = [] } = context.experiment.parts.find(({ id }) => id === part.part) ?? {};
      return measures.flatMap((measure) => measureFigure(context, part, measure) ?? []);
    },
  ],
  ['served', servedFigure],
  ['states', statesFigure],
  ['workers', workerCpuFigure],
  ['ratios', ratiosFigure],
  ['timeline', timelineFigure],
];

/** By id; the Workbench has the shared figures alone. */
const registered: Readonly<Record<string, Experiment>> = experiments;

/**
 * All figures of a record in the order of its result page, each once; groups without figures are left out.
 * @param without groups that are not made, for a page that shows them in its own way
 */
export function figuresOf(context: ReportContext, without: readonly FigureGroupId[] = []): readonly FigureGroup[] {
  const measured = context.analysis.parts.filter(({ conditions }) => conditions.length > 0);
  if (measured.length === 0) return [];
  const own = registered[context.experiment.id]?.figures?.(context) ?? [];
  return makers
    .filter(([id]) => !without.includes(id))
    .map(([id, make]) => ({
      id,
      figures: make === 'own' ? own : measured.flatMap((part) => make(context, part) ?? []).filter(isNew),
    }))
    .filter(({ figures }) => figures.length > 0);

  /** A sketched curve stands among the experiment's own figures already. */
  function isNew({ name }: Figure): boolean {
    return !own.some((figure) => figure.name === name);
  }
}
