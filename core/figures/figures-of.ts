/** The list of all figures of a result page: window, print and tests take them from here. */
import type { PartSummary } from '../analysis/types';
import type { Experiment } from '../experiments/experiment';
import { experiments } from '../experiments';
import { predictedConditions } from '../experiments/predicted-conditions';
import type { ReportContext } from '../words/context';
import { answerFigures } from './answer';
import type { Figure } from './figure';
import { forestFigure } from './forest';
import { levelsFigure } from './levels';
import { forecastFigures } from './forecasts';
import { matrixFigure } from './matrix';
import { measureFigure } from './measures';
import { outcomeFigure } from './prediction';
import { servedFigure } from './served';
import { statesFigure } from './states';
import { timelineFigure } from './timeline';
import { totalsFigure } from './totals';
import { workerCpuFigure } from './worker-cpu';

export type FigureGroupId =
  | 'answer'
  | 'matrix'
  | 'own'
  | 'prediction'
  | 'totals'
  | 'measures'
  | 'served'
  | 'states'
  | 'workers'
  | 'forest'
  | 'levels'
  | 'timeline';

/** One kind of figure, mostly one for each part: what is compared by eye stands together. */
export interface FigureGroup {
  readonly id: FigureGroupId;
  readonly figures: readonly Figure[];
}

/** What was predicted of a part counts, whatever is asked of it today. */
function isPredicted({ experiment, analysis }: ReportContext, { part }: PartSummary): boolean {
  if (analysis.prediction?.some((one) => one.part === part) === true) return true;
  const definition = experiment.parts.find(({ id }) => id === part);
  return definition !== undefined && predictedConditions(experiment, definition).length > 0;
}

type PartMaker = (context: ReportContext, part: PartSummary) => Figure | readonly Figure[] | undefined;

/** What each part with at least one measured round has, in the page's order. */
const makers: readonly (readonly [FigureGroupId, PartMaker | 'own' | 'forest'])[] = [
  ['answer', (context, part) => (part === context.analysis.parts.find(isMeasured) ? answerFigures(context) : [])],
  ['matrix', matrixFigure],
  ['own', 'own'],
  [
    'prediction',
    (context, part) => {
      const isGiven = context.record.prediction.status === 'given' && isPredicted(context, part);
      return isGiven ? outcomeFigure(context, part) : [];
    },
  ],
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
  ['forest', 'forest'],
  ['levels', levelsFigure],
  ['timeline', timelineFigure],
];

/** By id; the Workbench has the shared figures alone. */
const registered: Readonly<Record<string, Experiment>> = experiments;

/**
 * All figures of a record in the order of its result page, each once; groups without figures are left out.
 * @param without groups that are not made, for a page that shows them in its own way
 */
export function figuresOf(context: ReportContext, without: readonly FigureGroupId[] = []): readonly FigureGroup[] {
  const measured = context.analysis.parts.filter(isMeasured);
  if (measured.length === 0) return [];
  const own = registered[context.experiment.id]?.figures?.(context) ?? [];
  return makers
    .filter(([id]) => !without.includes(id))
    .map(([id, make]) => ({
      id,
      figures: [...(id === 'prediction' ? forecastFigures(context) : []), ...figuresBy(make)],
    }))
    .filter(({ figures }) => figures.length > 0);

  function figuresBy(make: PartMaker | 'own' | 'forest'): readonly Figure[] {
    if (make === 'own') return own;
    if (make === 'forest') return [forestFigure(context) ?? []].flat();
    return measured.flatMap((part) => make(context, part) ?? []).filter(isNew);
  }

  /** A sketched curve stands among the experiment's own figures already. */
  function isNew({ name }: Figure): boolean {
    return !own.some((figure) => figure.name === name);
  }
}

function isMeasured({ conditions }: PartSummary): boolean {
  return conditions.length > 0;
}
