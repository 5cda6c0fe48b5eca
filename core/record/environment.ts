import * as v from 'valibot';
import { count, countTo, mostCores, share, shortText } from './schema-parts';

/** The machine and the runtime a run was made on. `null` means: this machine does not tell. */
export const environmentSchema = v.strictObject({
  cpuModel: shortText,
  physicalCores: v.nullable(countTo(mostCores)),
  logicalCores: countTo(mostCores),
  availableParallelism: v.pipe(count, v.minValue(1), v.maxValue(mostCores)),
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
  /**
   * Kinds of cores, the fastest first, each with its logical CPUs and its speed as a share of the fastest (null: not told). Absent
   * on machines that have one kind, and in old records.
   */
  coreKinds: v.exactOptional(v.array(v.strictObject({ cpus: shortText, speed: v.nullable(share) }))),
  /** Files that one process may have open at once, null without a limit. Absent in old records. */
  mostOpenFiles: v.exactOptional(v.nullable(count)),
  /** Settings of the person's shell that would change what is measured, and that no process of the run was given. */
  notPassedOn: v.exactOptional(v.array(shortText)),
  /** Frequency governor; several, joined by commas, where cores have different ones. */
  governor: v.nullable(shortText),
  /** Memory that could be used before the run without swapping, within the control group's limit. Absent in old records. */
  memoryAvailableBytes: v.optional(v.nullable(count)),
  /** True if the folder for temporary files is on a file system in memory. Absent in old records. */
  temporaryFolderInMemory: v.optional(v.nullable(v.boolean())),
  /** Step of the timers of this program's processes in milliseconds, measured before the run. Absent in old records. */
  timerGrainMs: v.exactOptional(v.pipe(v.number(), v.minValue(0))),
  /** True if windows were shown on a virtual display (Xvfb) that the launcher started. Absent on any other, and in old records. */
  virtualDisplay: v.optional(v.boolean()),
  clock: shortText,
});
export type Environment = v.InferOutput<typeof environmentSchema>;
