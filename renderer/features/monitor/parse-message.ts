import { monitorMessageSchema } from '@core/ipc/monitor';
import type { MonitorMessage } from '@core/ipc/monitor';

/** What arrived on the monitor's port, if it is one of its messages. The schema checks itself (Standard Schema). */
export function parseMessage(data: unknown): MonitorMessage | undefined {
  const result = monitorMessageSchema['~standard'].validate(data);
  if (result instanceof Promise || result.issues) return undefined;
  return result.value;
}
