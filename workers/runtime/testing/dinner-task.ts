import type { DinnerNotes, DinnerOptions } from '../dinner';

/** What a thread of the tests is given. */
export interface DinnerTask {
  readonly memory: SharedArrayBuffer;
  readonly options: DinnerOptions;
  readonly dinners: number;
}

export interface DinnerAnswer {
  readonly notes: readonly DinnerNotes[];
  /** How often it slept until the others sat at the table, and was awake again. */
  readonly meetings: { readonly slept: number; readonly woken: number };
}
