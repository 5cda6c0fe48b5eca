import type { BlockedReason } from '@core/record/events';
import type { TableRecord } from '@core/record/findings';
import type { ServiceAddress } from '@core/protocol/services';
import type { Step } from '@core/protocol/step';
import type { CellAccount } from '@core/protocol/worker';

/** What a worker's workloads may reach. */
export interface Workplace {
  /** The worker's own name: part of the names of its files. */
  readonly worker: string;
  /** The run's private folder; null if the plan needs none. */
  readonly folder: string | null;
  /** The I/O services of the run; null if the plan needs none. */
  readonly services: ServiceAddress | null;
  /** Memory that all threads of the condition share; null or absent: they share none. */
  readonly shared?: SharedArrayBuffer | null;
}

/**
 * Tells the recorder what the worker does from now on. An asynchronous workload calls `idle` before it gives the thread
 * back and `busy` as soon as it has it again; a synchronous one calls `blocked` before it waits and `busy` before it
 * computes. The recorder is in state `busy` when a step begins.
 */
export interface Marks {
  busy(): void;
  /** @param reason a synchronous wait where it is absent */
  blocked(reason?: BlockedReason): void;
  idle(): void;
}

/** Executes one kind of step. Errors are thrown as they are: their `code` says what happened (ENOSPC, ECONNREFUSED). */
export interface Workload<S extends Step = Step> {
  /** @returns the checksum (unsigned 32 bits), null for a step that has no output */
  sync(step: S, marks: Marks): number | null;
  /**
   * @param yields whether computation gives the loop a turn between its chunks
   * @returns the checksum, the same as `sync`
   */
  async(step: S, marks: Marks, yields: boolean): Promise<number | null>;
}

/** The workloads of one worker, by kind of step. */
export type WorkloadTable = { readonly [K in Step['kind']]: Workload<Extract<Step, { kind: K }>> } & {
  /** Most connections to the I/O services open at once since this was last asked; 0 if there was none. */
  readonly mostConnections: () => number;
  /** What came of the dinners since this was last asked; undefined if there was none. */
  readonly takeTable: () => TableRecord | undefined;
  /** What came of trials since this was last asked; empty if there were none. */
  readonly takeFindings: () => Pick<CellAccount, 'trials' | 'logs'>;
  /** Releases connections, helper threads and files. Settles when they are gone. */
  readonly close: () => Promise<void>;
};
