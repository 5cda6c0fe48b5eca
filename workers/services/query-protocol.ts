import type { MessagePort } from 'node:worker_threads';

/** What the server's thread and a database thread say to each other. */
export interface QueryMessage {
  readonly n: number;
  readonly rows: number;
  readonly seed: number;
}

export type QueryAnswer =
  | { readonly n: number; readonly checksum: number }
  | { readonly n: number; readonly code: string; readonly message: string };

/** What a database thread is told at its start. */
export interface DatabaseThreadData {
  readonly file: string;
  /** Whether it creates and fills the database first. */
  readonly create: boolean;
  /** Where its queries come from. */
  readonly port: MessagePort;
}

/** What the server's thread is told at its start: the ports of the database threads; null for a run without database. */
export interface ServerThreadData {
  readonly ports: readonly MessagePort[] | null;
}
