import type { PartSummary } from '../../analysis/types';
import { formatDuration } from '../../texts/format';
import type { ReportContext } from '../../words/context';
import { isJudged, measuredPart, observation, type Observation, type Truth } from '../observation';
import { framesFigures } from './figures';

const places = ['renderer', 'main', 'web-worker', 'thread', 'process'] as const;

/** Which place lets the window draw while main's answers are as late as the work is long. */
export function observe(context: ReportContext): Observation {
  const { names } = context;
  const part = measuredPart(context, 'blocking');
  const options = places.map((id) => {
    return { id, label: names.condition(id), truth: part && isJudged(part) ? truthOf(part, id) : ('open' as const) };
  });
  const right = part?.conditions.find(({ condition }) =>
    options.some(({ id, truth }) => id === condition && truth === 'right'),
  );
  const call = right?.measures.find(({ measure }) => measure === 'ipc-stall')?.value.estimate;
  return observation(options, framesFigures(context), {
    frames: right ? formatDuration(right.headline.estimate) : '',
    call: call === undefined ? '' : formatDuration(call),
  });
}

/** By the levels of the part: each names a threshold that tells a hitch from a moment nobody notices. */
function truthOf({ levels }: PartSummary, place: string): Truth {
  const isLate = (measure: string): boolean | undefined => {
    const verdict = levels.find((level) => level.condition === place && level.measure === measure)?.verdict;
    return verdict === 'above' ? true : verdict === 'below' ? false : undefined;
  };
  const [frames, calls] = [isLate('frame-gap'), isLate('ipc-stall')];
  if (frames === true || calls === false) return 'wrong';
  return frames === false && calls === true ? 'right' : 'open';
}
