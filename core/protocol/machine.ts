import type { PythonFound } from '../ipc/payloads';
import type { Environment } from '../record/environment';

/** What of the environment the machine process reads. */
export type MachineEnvironment = Pick<
  Environment,
  | 'physicalCores'
  | 'powerSource'
  | 'virtualMachine'
  | 'cpuQuotaCores'
  | 'governor'
  | 'memoryAvailableBytes'
  | 'temporaryFolderInMemory'
> & { readonly timerGrainMs: number };

/** What the machine tells of itself; the runtime's part of the environment is main's to add. */
export type MachineFacts = MachineEnvironment & {
  /** How, and to which logical CPUs, work can be pinned here; null where it cannot. */
  readonly pinning: string | null;
};

/** Questions to the machine process. */
export type ToMachine = { readonly type: 'facts' } | { readonly type: 'pythons' };
export type FromMachine =
  | { readonly type: 'facts'; readonly facts: MachineFacts }
  | { readonly type: 'pythons'; readonly pythons: readonly PythonFound[] };
