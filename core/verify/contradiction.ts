import type { CellRecord } from '../record/events';

/** Every way in which a record can contradict itself; each has a sentence in `core/texts/en/contradictions.ts`. */
export const contradictionCodes = [
  'experiment-differs',
  'rules-differ',
  'impossible-date',
  'dates-reversed',
  'id-and-date',
  'shorter-than-cells',
  'unknown-condition',
  'unknown-part',
  'doubled-definition',
  'order-not-of-seed',
  'order-missing',
  'candidates-missing',
  'candidates-differ',
  'cell-unknown-part',
  'cell-unknown-condition',
  'cell-index',
  'cell-order',
  'cell-repetition',
  'cells-missing',
  'cells-too-many',
  'stop-round',
  'worker-doubled',
  'worker-undefined',
  'worker-ready',
  'hiring-count',
  'hiring-workers',
  'hiring-ready',
  'reference-unknown',
  'load-times',
  'cell-times',
  'cell-overlaps',
  'cell-outcome',
  'cell-workers',
  'cell-worker-unknown',
  'cell-worker-doubled',
  'spans-none',
  'span-negative',
  'span-outside',
  'span-overlap',
  'span-gap',
  'cpu-above-wall',
  'task-doubled',
  'task-worker',
  'task-times',
  'task-outside',
  'lost-time',
  'lost-worker',
  'lost-thread',
  'deadlock-dinner',
  'deadlock-cycle',
  'span-task',
  'trials-count',
  'trials-sum',
  'log-worker',
  'log-values',
  'tasks-differ',
  'iterations-differ',
  'messages-differ',
  'checksums-differ',
  'python-answer',
  'verdict-missing',
  'verdict-doubled',
  'verdict-unknown',
  'verdict-bounds',
  'verdict-rounds',
  'verdict-ratio',
  'verdict-floor',
  'verdict-word',
  'verdict-finding',
  'level-missing',
  'level-doubled',
  'level-unknown',
  'level-bounds',
  'level-rounds',
  'level-threshold',
  'level-value',
  'level-word',
  'level-finding',
] as const;
export type ContradictionCode = (typeof contradictionCodes)[number];

/** What in a record does not follow from the rest of it: a code and the places and numbers that its sentence names. */
export interface Contradiction {
  readonly code: ContradictionCode;
  readonly values: Readonly<Record<string, string | number>>;
}

export type Contradictions = Generator<Contradiction, void, undefined>;

export function contradiction(code: ContradictionCode, values: Contradiction['values'] = {}): Contradiction {
  return { code, values };
}

/** Where a cell is, as the sentences name it. */
export function placeOf({ index, round, part, condition }: CellRecord): Contradiction['values'] {
  return { index, round, part, condition };
}
