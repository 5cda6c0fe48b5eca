import type { ReportContext } from '../../words/context';
import { endOfRise, observation, type Observation } from '../observation';
import { manyCooksFigures } from './figures';

/** From how many threads on the curve stops rising. */
export function observe(context: ReportContext): Observation {
  // Without what was sketched before the run: a wild guess would flatten the measured curve.
  const { prediction } = context.record;
  const measured = { ...context.record, prediction: { status: 'skipped', frozenAt: prediction.frozenAt } } as const;
  const [curve] = manyCooksFigures({ ...context, record: measured });
  return observation(endOfRise(context, 'computing'), curve ? [{ ...curve, name: `${curve.name}-measured` }] : [], {
    cores: context.record.environment.availableParallelism,
  });
}
