import type { ReportContext } from '../../words/context';
import { isJudged, measuredPart, observation, type Observation, type Truth } from '../observation';
import { tables } from './definition';
import { deadlocksFigure } from './figures';

/** Which tables deadlocked: by the bound of the lesson, whole intervals alone. */
export function observe(context: ReportContext): Observation {
  const { names } = context;
  const part = measuredPart(context, 'table');
  const figure = deadlocksFigure(context);
  const truthOf = (id: string): Truth => {
    const level = part?.levels.find(({ condition, measure }) => condition === id && measure === 'deadlock-share');
    const verdict = part && isJudged(part) ? level?.verdict : null;
    return verdict === 'above' ? 'right' : verdict === 'below' ? 'wrong' : 'open';
  };
  const options = tables.map((id) => ({ id, label: names.condition(id), truth: truthOf(id) }));
  // Only where one table alone deadlocked has the question one answer.
  const isOne = options.filter(({ truth }) => truth === 'right').length === 1;
  return observation(
    isOne && options.every(({ truth }) => truth !== 'open')
      ? options
      : options.map((option) => ({ ...option, truth: 'open' as const })),
    figure ? [figure] : [],
  );
}
