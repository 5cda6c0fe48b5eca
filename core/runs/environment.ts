import * as v from 'valibot';
import { count, shortText } from './schema-parts';

/** The machine and the runtime a run was made on. `null` means: this machine does not tell. */
export const environmentSchema = v.strictObject({
  cpuModel: shortText,
  physicalCores: v.nullable(count),
  logicalCores: count,
  availableParallelism: v.pipe(count, v.minValue(1)),
  memoryBytes: count,
  platform: shortText,
  osRelease: shortText,
  architecture: shortText,
  electron: shortText,
  chromium: shortText,
  node: shortText,
  v8: shortText,
  /** `official` or `fallback`: the fallback is the old runtime used where the official one is out of reach. */
  runtime: v.picklist(['official', 'fallback']),
  packaged: v.boolean(),
  powerSource: v.picklist(['mains', 'battery', 'unknown']),
  virtualMachine: v.nullable(v.boolean()),
  /** CPU quota of the control group in cores, null if there is none or it cannot be read. */
  cpuQuotaCores: v.nullable(v.number()),
  governor: v.nullable(shortText),
  clock: shortText,
});
export type Environment = v.InferOutput<typeof environmentSchema>;
