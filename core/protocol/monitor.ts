import type { DelaySample, ProcessSample, ThreadSample } from '../ipc/monitor';

/** A process of the app as main knows it: who it is, and its counters where only Electron can tell them. */
export interface RosterEntry extends Omit<ProcessSample, 'threads'> {
  readonly threads: readonly Omit<ThreadSample, 'cpuSeconds'>[];
}

/** Main to the monitor process. `connect` carries the page's port. */
export type ToMonitor =
  | { readonly type: 'connect' }
  /** Whether anybody looks at processes and delays. */
  | { readonly type: 'watch'; readonly details: boolean }
  /** All processes of the app, sent when they change; where `/proc` is missing, as often as they are to be shown. */
  | { readonly type: 'roster'; readonly source: 'app-metrics' | 'none'; readonly processes: readonly RosterEntry[] }
  /** `atMachineMs`: when the window of time ended, on the machine's monotonic clock (`process.hrtime`). */
  | { readonly type: 'delay'; readonly atMachineMs: number; readonly delay: Omit<DelaySample, 'type' | 'atMs'> };
