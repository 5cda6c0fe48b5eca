import { servedFigure } from '../../figures/served';
import { formatDurationInterval } from '../../texts/format';
import type { ReportContext } from '../../words/context';
import { extreme, measuredPart, observation, type Observation } from '../observation';

const dishes = ['eggs', 'toast', 'cleaning'] as const;

/** Which dish the async cook of the first course served first. */
export function observe(context: ReportContext): Observation {
  const { analysis, names } = context;
  const part = measuredPart(context, 'first-course');
  const served = part?.conditions.find(({ condition }) => condition === 'async')?.served ?? [];
  const rated = dishes.map((id) => {
    return { id, label: names.task(id), value: served.find(({ task }) => task === id)?.time };
  });
  if (!part)
    return observation(
      rated.map(({ id, label }) => ({ id, label, truth: 'open' })),
      [],
    );
  const options = extreme(rated, { part, minimumRounds: analysis.method.minimumRounds, most: false });
  const first = rated.find(({ id }) => options.some((one) => one.id === id && one.truth === 'right'))?.value;
  const figure = servedFigure(context, part);
  return observation(options, figure ? [figure] : [], { time: first ? formatDurationInterval(first) : '' });
}
