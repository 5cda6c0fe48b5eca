import type { PartSummary } from '../../analysis/types';
import type { MeasureId } from '../measures';
import { formatShare } from '../../texts/format';
import type { ReportContext } from '../../words/context';
import { isJudged, measuredPart, observation, type Observation, type Truth } from '../observation';
import { blockedIsNotBusyFigures } from './figures';

const ways = ['sync-wait', 'cpu-loop', 'async-wait'] as const;

/** Shares that count as "nearly all the time" and "almost no CPU". */
const [nearlyAll, almostNone] = [0.9, 0.1];

/** Which way holds the loop without computing: high utilisation, hardly any CPU time. */
export function observe(context: ReportContext): Observation {
  const { names, analysis } = context;
  const part = measuredPart(context, 'passing-time');
  const options = ways.map((id) => ({
    id,
    label: names.condition(id),
    truth: part && isJudged(part) ? truthOf(part, id, analysis.method.minimumRounds) : ('open' as const),
  }));
  const right = options.find(({ truth }) => truth === 'right')?.id;
  const share = (measure: MeasureId): string => {
    const value = part && right && measureOf(part, right, measure)?.estimate;
    return typeof value === 'number' ? formatShare(value) : '';
  };
  return observation(options, blockedIsNotBusyFigures(context), {
    loop: share('utilization'),
    cpu: share('cpu-share'),
  });
}

function measureOf({ conditions }: PartSummary, way: string, id: MeasureId) {
  return conditions.find(({ condition }) => condition === way)?.measures.find(({ measure }) => measure === id)?.value;
}

function truthOf(part: PartSummary, way: string, minimumRounds: number): Truth {
  const [loop, cpu] = [measureOf(part, way, 'utilization'), measureOf(part, way, 'cpu-share')];
  if (!loop || !cpu || loop.n < minimumRounds || cpu.n < minimumRounds) return 'open';
  if (loop.high < nearlyAll || cpu.low > almostNone) return 'wrong';
  return loop.low > nearlyAll && cpu.high < almostNone ? 'right' : 'open';
}
