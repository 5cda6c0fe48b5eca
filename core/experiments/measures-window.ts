import type { ExperimentDefinition } from './definition-types';
import type { MeasureId } from './measures';

const windowMeasures: ReadonlySet<MeasureId> = new Set([
  'frame-gap',
  'dropped-frames',
  'input-delay',
  'ipc-stall',
  'ipc-stalled',
  'main-delay',
]);

/** Whether an experiment looks at the window and at main, so that its runs need a window. */
export function measuresWindow({ parts }: ExperimentDefinition): boolean {
  return parts.some(({ headline, measures = [] }) =>
    [...(headline ? [headline] : []), ...measures].some((measure) => windowMeasures.has(measure)),
  );
}
