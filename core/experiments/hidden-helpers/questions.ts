import { manyLinesFigures } from '../../figures/scaling';
import type { ReportContext } from '../../words/context';
import { isJudged, isQuiet, measuredPart, none, observation, type Observation, type Truth } from '../observation';

/** Which work takes as long with a pool of 4 as with a pool of 1. */
export function observe(context: ReportContext): Observation {
  const { experiment, names } = context;
  const works = experiment.parts.map(({ id }) => ({ id, label: names.part(id), truth: truthOf(context, id) }));
  const isNone: Truth = works.every(({ truth }) => truth === 'wrong')
    ? 'right'
    : works.some(({ truth }) => truth === 'right')
      ? 'wrong'
      : 'open';
  return observation(
    [...works, { id: none, label: names.text('questions.observe.options.none'), truth: isNone }],
    manyLinesFigures(context),
  );
}

function truthOf(context: ReportContext, id: string): Truth {
  const part = measuredPart(context, id);
  const verdict = part?.verdicts.find(({ condition, baseline }) => condition === 'pool-4' && baseline === 'pool-1');
  if (!part || !isJudged(part)) return 'open';
  if (verdict?.verdict === 'no-difference') return isQuiet(part) ? 'right' : 'open';
  return verdict?.verdict === 'faster' || verdict?.verdict === 'slower' ? 'wrong' : 'open';
}
