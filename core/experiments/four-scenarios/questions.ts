import { totalsFigure } from '../../figures/totals';
import type { ReportContext } from '../../words/context';
import { isJudged, measuredPart, none, observation, type Observation, type Truth } from '../observation';

const compared = ['one-thread-sync', 'many-threads-sync', 'many-processes-sync'] as const;

/** Which sync set-up computes faster than one thread on one core. */
export function observe(context: ReportContext): Observation {
  const { names } = context;
  const part = measuredPart(context, 'computing');
  const truthOf = (id: string): Truth => {
    const found = part?.verdicts.find(({ condition, baseline }) => condition === id && baseline === 'one-core-sync');
    if (!part || !isJudged(part)) return 'open';
    if (found?.verdict === 'faster') return 'right';
    return found?.verdict === 'slower' || found?.verdict === 'no-difference' ? 'wrong' : 'open';
  };
  const options = compared.map((id) => ({ id, label: names.condition(id), truth: truthOf(id) }));
  const isNone: Truth = options.every(({ truth }) => truth === 'wrong')
    ? 'right'
    : options.some(({ truth }) => truth === 'right')
      ? 'wrong'
      : 'open';
  return observation(
    [...options, { id: none, label: names.text('questions.observe.options.none'), truth: isNone }],
    part ? [totalsFigure(context, part)] : [],
  );
}
