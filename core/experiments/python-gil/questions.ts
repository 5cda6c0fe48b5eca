import { totalsFigure } from '../../figures/totals';
import { formatDurationInterval } from '../../texts/format';
import type { ReportContext } from '../../words/context';
import { extreme, measuredPart, observation, type Observation } from '../observation';

/** Which way of computing was done first: in Python, or under the emulated lock where there is none. */
export function observe(context: ReportContext): Observation {
  const { analysis, names } = context;
  const python = measuredPart(context, 'cpu');
  const part = python ?? measuredPart(context, 'js-cpu');
  const ways = python ? ['one', 'threads', 'asyncio', 'processes'] : ['js-one', 'js-gil', 'js-async', 'js-processes'];
  const rated = ways.map((id) => {
    const value = part?.conditions.find(({ condition }) => condition === id)?.headline;
    return { id, label: names.condition(id), value };
  });
  if (!part) {
    return observation(
      rated.map(({ id, label }) => ({ id, label, truth: 'open' })),
      [],
    );
  }
  const options = extreme(rated, { part, minimumRounds: analysis.method.minimumRounds, most: false });
  const first = rated.find(({ id }) => options.some((one) => one.id === id && one.truth === 'right'))?.value;
  const figure = totalsFigure(context, part);
  return observation(options, [figure].flat(), { time: first ? formatDurationInterval(first) : '' });
}
