import { measureFigure } from '../../figures/measures';
import { formatDurationInterval } from '../../texts/format';
import type { ReportContext } from '../../words/context';
import { isJudged, measuredPart, observation, type Observation, type Truth } from '../observation';

const ways = ['sync', 'async', 'one-blocks'] as const;

/** In which way the heartbeat was on time beside the requests: by the bound of the lesson, whole intervals alone. */
export function observe(context: ReportContext): Observation {
  const { names } = context;
  const part = measuredPart(context, 'requests');
  const latenessOf = (id: string) =>
    part?.levels.find(({ condition, measure }) => condition === id && measure === 'lateness');
  const truthOf = (id: string): Truth => {
    const verdict = part && isJudged(part) ? latenessOf(id)?.verdict : null;
    return verdict === 'below' ? 'right' : verdict === 'above' ? 'wrong' : 'open';
  };
  const options = ways.map((id) => ({ id, label: names.condition(id), truth: truthOf(id) }));
  // Only where one alone is on time has the question one answer.
  const right = options.filter(({ truth }) => truth === 'right');
  const isOne = right.length === 1 && options.every(({ truth }) => truth !== 'open');
  const onTime = part?.conditions
    .find(({ condition }) => condition === right[0]?.id)
    ?.measures.find(({ measure }) => measure === 'lateness')?.value;
  const figure = part && measureFigure(context, part, 'lateness');
  return observation(
    isOne ? options : options.map((option) => ({ ...option, truth: 'open' as const })),
    figure ? [figure] : [],
    { value: onTime ? formatDurationInterval(onTime) : '' },
  );
}
