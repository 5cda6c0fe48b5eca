import { totalsFigure } from '../../figures/totals';
import { formatDurationInterval } from '../../texts/format';
import type { ReportContext } from '../../words/context';
import { extreme, measuredPart, observation, type Observation } from '../observation';

const ways = ['alone', 'threads', 'processes'] as const;

/** Which way has all tasks done first when its workers must be hired for it. */
export function observe(context: ReportContext): Observation {
  const { names } = context;
  const part = measuredPart(context, 'computing');
  const rated = ways.map((id) => ({
    id,
    label: names.condition(id),
    value: part?.conditions.find(({ condition }) => condition === id)?.headlineWithHiring,
  }));
  if (!part)
    return observation(
      rated.map(({ id, label }) => ({ id, label, truth: 'open' })),
      [],
    );
  // Fewer hirings than rounds: two are the fewest that have an interval.
  const options = extreme(rated, { part, minimumRounds: 2, most: false });
  const first = rated.find(({ id }) => options.some((one) => one.id === id && one.truth === 'right'))?.value;
  return observation(options, [totalsFigure(context, part)], { time: first ? formatDurationInterval(first) : '' });
}
