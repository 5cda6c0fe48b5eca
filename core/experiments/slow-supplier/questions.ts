import type { ReportContext } from '../../words/context';
import { extreme, measuredPart, observation, type Observation } from '../observation';
import { waitsFigure } from './figures';

const ways = ['async', 'threads-4', 'threads-8'] as const;

/** With whom half of the orders waited longest, where some answers are slow. */
export function observe(context: ReportContext): Observation {
  const { names, analysis } = context;
  const part = measuredPart(context, 'slow');
  const rated = ways.map((id) => ({
    id,
    label: names.condition(id),
    value: part?.conditions.find(({ condition }) => condition === id)?.headline,
  }));
  const figure = part && waitsFigure(context, part);
  return observation(
    part
      ? extreme(rated, { part, minimumRounds: analysis.method.minimumRounds, most: true })
      : rated.map(({ id, label }) => ({ id, label, truth: 'open' as const })),
    figure ? [figure] : [],
  );
}
