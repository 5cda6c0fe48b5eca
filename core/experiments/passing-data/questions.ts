import type { ReportContext } from '../../words/context';
import { isJudged, measuredPart, none, observation, type Observation, type Truth } from '../observation';
import { partOfPayload } from './definition';
import { passingDataFigures } from './figures';

const ways = ['clone', 'transfer', 'shared', 'process-clone'] as const;

/** A way whose time grows no more than this from the smallest size to the predicted one hardly depends on it. */
const hardlyGrows = 3;

/** Which ways take about as long for 8 MiB as for 1 KiB. */
export function observe(context: ReportContext): Observation {
  const { names } = context;
  const found = ways.map((id) => ({ id, label: names.condition(id), truth: truthOf(context, id) }));
  const isNone: Truth = found.every(({ truth }) => truth === 'wrong')
    ? 'right'
    : found.some(({ truth }) => truth === 'right')
      ? 'wrong'
      : 'open';
  return observation(
    [...found, { id: none, label: names.text('questions.observe.options.none'), truth: isNone }],
    passingDataFigures(context),
  );
}

function truthOf(context: ReportContext, way: string): Truth {
  const [small, large] = [1, 8_192].map((kib) => {
    const part = measuredPart(context, partOfPayload(kib));
    const time = part?.conditions.find(({ condition }) => condition === way)?.headline;
    return part && isJudged(part) && time && time.n >= context.analysis.method.minimumRounds ? time : undefined;
  });
  if (!small || !large) return 'open';
  if (large.high <= hardlyGrows * small.low) return 'right';
  return large.low > hardlyGrows * small.high ? 'wrong' : 'open';
}
