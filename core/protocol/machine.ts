import type { OtherProgram } from '../monitor/other-load';
import type { PythonFindings } from '../python/interpreter';
import type { Environment } from '../record/environment';

/** What of the environment the machine process reads. */
export type MachineEnvironment = Pick<
  Environment,
  | 'physicalCores'
  | 'powerSource'
  | 'virtualMachine'
  | 'cpuQuotaCores'
  | 'governor'
  | 'coreKinds'
  | 'mostOpenFiles'
  | 'memoryAvailableBytes'
  | 'temporaryFolderInMemory'
> & { readonly timerGrainMs: number };

/** What the machine tells of itself; the runtime's part of the environment is main's to add. */
export type MachineFacts = MachineEnvironment & {
  /** How, and to which logical CPUs, work can be pinned here; null where it cannot. */
  readonly pinning: string | null;
};

/** Questions to the machine process. */
export type ToMachine =
  | { readonly type: 'facts' }
  /** `chosen`: a path that a person chose, asked beside those that are found. */
  | { readonly type: 'pythons'; readonly chosen?: string | undefined }
  /** Asked again and again of one process, while somebody waits for quiet. */
  | { readonly type: 'load'; readonly own: readonly number[] };
/** What kept the machine busy during one look. */
export interface LoadAnswer {
  readonly cores: number;
  /** Cores that everything together kept busy. */
  readonly busyCores: number;
  /** Cores that the lab's own processes kept busy; null where the machine process cannot read them. */
  readonly ownCores: number | null;
  readonly programs: readonly OtherProgram[];
}

export type FromMachine =
  | { readonly type: 'facts'; readonly facts: MachineFacts }
  | { readonly type: 'pythons'; readonly pythons: PythonFindings }
  | { readonly type: 'load'; readonly load: LoadAnswer };
