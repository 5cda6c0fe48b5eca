import { measureUnits } from '../experiments/measures';
import type { MeasureId } from '../experiments/measures';

/** How the value of a measure is written: nanoseconds, bytes, a share of 1, or a plain number. */
export type MeasureUnit = 'ns' | 'bytes' | 'share' | 'plain';

/** Units of the measures that level verdicts are about; a measure that is not here is written as a plain number. */
const units: Readonly<Record<string, MeasureUnit>> = { hiring: 'ns', memory: 'bytes' };

export function unitOfMeasure(measure: string): MeasureUnit {
  const own = units[measure];
  if (own) return own;
  const unit = isMeasure(measure) ? measureUnits[measure] : 'plain';
  return unit === 'count' ? 'plain' : unit;
}

function isMeasure(measure: string): measure is MeasureId {
  return Object.hasOwn(measureUnits, measure);
}
