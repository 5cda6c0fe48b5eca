import { measureFigure } from '../../figures/measures';
import { formatShare } from '../../texts/format';
import type { ReportContext } from '../../words/context';
import { extreme, measuredPart, observation, type Observation } from '../observation';

const ways = ['never', 'promises', 'next-tick', 'immediate', 'timeout', 'worker'] as const;

/** Which way lets the job's thread stand idle for the largest share of the job. */
export function observe(context: ReportContext): Observation {
  const { analysis, names } = context;
  const part = measuredPart(context, 'job');
  const rated = ways.map((id) => ({
    id,
    label: names.condition(id),
    value: part?.conditions
      .find(({ condition }) => condition === id)
      ?.measures.find(({ measure }) => measure === 'job-idle')?.value,
  }));
  if (!part)
    return observation(
      rated.map(({ id, label }) => ({ id, label, truth: 'open' })),
      [],
    );
  // The noise of lateness says nothing about this share: there the intervals alone decide.
  const options = extreme(rated, {
    part: { ...part, noise: part.noise && { ...part.noise, ratio: 1 } },
    minimumRounds: analysis.method.minimumRounds,
    most: true,
  });
  const most = rated.find(({ id }) => options.some((one) => one.id === id && one.truth === 'right'))?.value;
  const figure = measureFigure(context, part, 'job-idle');
  return observation(options, figure ? [figure] : [], { share: most ? formatShare(most.estimate) : '' });
}
