import type { ResourceLimits } from 'node:worker_threads';
import type { WorkerOptions } from '@core/protocol/worker';

/** Limits of the thread that executes tasks, as `worker_threads` takes them; none where the plan has none. */
export function resourceLimitsOf({ memoryLimitMb }: WorkerOptions): { readonly resourceLimits?: ResourceLimits } {
  return memoryLimitMb === null ? {} : { resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb } };
}
