import type { Entrant } from './contenders';
import type { Measure } from './measures';

/** Value of each pool by measure, then by pool. */
export type Block = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What a program of the part `pools` prints. */
export interface PoolsResult {
  /** Version of Node it ran under. */
  readonly runtime: string;
  readonly workers: number;
  readonly measures: readonly Pick<Measure, 'name' | 'unit'>[];
  readonly entrants: readonly Pick<Entrant, 'name' | 'kind' | 'settings'>[];
  readonly blocks: readonly Block[];
}
