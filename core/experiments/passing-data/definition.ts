import type {
  ComparisonDefinition,
  ConditionDefinition,
  ExperimentDefinition,
  PartDefinition,
} from '../definition-types';
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
const conditions: readonly ConditionDefinition[] = [
  clone,
  again(clone),
  { id: 'transfer', strategy: 'threads', seats: hiredWorkers('thread', 1) },
  { id: 'shared', strategy: 'threads', seats: hiredWorkers('thread', 1) },
  { id: 'process-clone', strategy: 'processes', seats: hiredWorkers('process', 1) },
];

function partFor(sizeKib: number): PartDefinition {
  const gain = sizeKib >= copyingCountsKib ? 'faster' : 'open';
  const against = (condition: string, expect: ComparisonDefinition['expect']): ComparisonDefinition => {
    return { condition, baseline: 'clone', expect };
  };
  return {
    id: partOfPayload(sizeKib),
    conditions: conditions.map(({ id }) => id),
    noisePair: ['clone', 'clone-again'],
    comparisons: [against('transfer', gain), against('shared', gain), against('process-clone', 'not-faster')],
    tasks: [],
    headline: 'passing-time',
    predicted: sizeKib === predictedKib ? ['clone', 'transfer', 'shared', 'process-clone'] : [],
    predictionScaleMs: 300,
  };
}

/**
 * What does it cost to hand data to a worker? Factor: how one payload is passed: copied, moved or shared to a thread, copied to
 * a process. The same on every machine: one worker gets one payload.
 */
export const passingData: ExperimentDefinition = {
  id: 'passing-data',
  track: 'C',
  conditions,
  parts: payloadSizesKib.map(partFor),
  parameters: [{ id: 'rounds', unit: 'rounds', minimum: 1, maximum: 200, standard: 0 }],
  presets: {
    // Copying 64 MiB takes from a tenth of a second to more than one, by the runtime.
    quick: {
      rounds: 7,
      hiringTrials: 2,
      timeBudgetSeconds: 150,
      expectedSeconds: 25,
      leavesOutParts: [partOfPayload(65_536)],
    },
    standard: { rounds: 15, hiringTrials: 3, timeBudgetSeconds: 400, expectedSeconds: 100 },
    thorough: { rounds: 30, hiringTrials: 5, timeBudgetSeconds: 800, expectedSeconds: 190 },
  },
  smallestDifference: 0.01,
};
