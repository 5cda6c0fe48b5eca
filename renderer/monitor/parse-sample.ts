import { loadSampleSchema } from '@core/ipc/monitor';
import type { LoadSample } from '@core/ipc/monitor';

/** What arrived on the monitor's port, if it is a sample. The schema checks itself (Standard Schema). */
export function parseSample(data: unknown): LoadSample | undefined {
  const result = loadSampleSchema['~standard'].validate(data);
  if (result instanceof Promise || result.issues) return undefined;
  return result.value;
}
