import { manyLinesFigures } from '../../figures/scaling';
import type { ReportContext } from '../../words/context';
import { endOfRise, observation, type Observation } from '../observation';

/** At how many in flight the curve of the files stops rising. */
export function observe(context: ReportContext): Observation {
  return observation(endOfRise(context, 'files'), manyLinesFigures(context));
}
