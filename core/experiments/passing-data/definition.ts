import { against, defineExperiment } from '../define';
import type { PartSource } from '../define';
import type { ConditionDefinition, ExperimentDefinition } from '../definition-types';
import { again, hiredWorkers } from '../seats';

/** Sizes of the payload in KiB: from a message to a picture of 16 million points. */
export const payloadSizesKib = [1, 32, 1_024, 8_192, 65_536] as const;

/** From this size on copying is expected to be what takes the time; below it, a message without anything in it does. */
const copyingCountsKib = 1_024;

/** The size that a person predicts: the largest that every preset has. */
const predictedKib = 8_192;

/** Id of the part with payloads of this size. */
export function partOfPayload(sizeKib: number): string {
  return `kib-${sizeKib}`;
}

/** Size of a part's payload in bytes. @throws RangeError for an id that is none of this experiment */
export function payloadBytes(part: string): number {
  const sizeKib = payloadSizesKib.find((one) => partOfPayload(one) === part);
  if (sizeKib === undefined) throw new RangeError(`There is no part ${part} in passing-data.`);
  return sizeKib * 1024;
}

const clone: ConditionDefinition = { id: 'clone', strategy: 'threads', seats: hiredWorkers('thread', 1) };

function partFor(sizeKib: number): PartSource {
  const isLarge = sizeKib >= copyingCountsKib;
  const gain = isLarge ? 'faster' : 'open';
  // Which of two copies of large data is dearer depends on how the system hands out memory: theory predicts nothing.
  const toProcess = isLarge ? 'open' : 'not-faster';
  return {
    id: partOfPayload(sizeKib),
    comparisons: against('clone', { transfer: gain, shared: gain, 'process-clone': toProcess }),
    headline: 'passing-time',
    predicted: [],
    predictionScaleMs: 300,
  };
}

/**
 * What does it cost to hand data to a worker? Factor: how one payload is passed: copied, moved or shared to a thread, copied to
 * a process. The same on every machine: one worker gets one payload.
 */
export const passingData: ExperimentDefinition = defineExperiment({
  id: 'passing-data',
  track: 'C',
  conditions: [
    clone,
    again(clone),
    { id: 'transfer', strategy: 'threads', seats: hiredWorkers('thread', 1) },
    { id: 'shared', strategy: 'threads', seats: hiredWorkers('thread', 1) },
    { id: 'process-clone', strategy: 'processes', seats: hiredWorkers('process', 1) },
  ],
  parts: payloadSizesKib.map(partFor),
  parameters: [],
  forecasts: [
    {
      id: 'passing',
      kind: 'size',
      of: 'headline',
      part: partOfPayload(predictedKib),
      conditions: ['clone', 'transfer', 'shared', 'process-clone'],
      from: 1e3,
      to: 1e10,
      within: 3,
    },
  ],
  hiringTrials: [2, 3, 5],
  // Copying 64 MiB takes from a tenth of a second to more than one, by the runtime.
  expectedSeconds: [25, 100, 190],
  timeBudgetSeconds: [150, 400, 800],
  quick: { leavesOutParts: [partOfPayload(65_536)] },
});
