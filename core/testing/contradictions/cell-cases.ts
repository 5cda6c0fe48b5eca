import { at, copyOf, first, ofPart, spansIn, swap } from './case';
import type { Case } from './case';

/** Cells, spans, tasks and CPU times that cannot be. */
export const cellCases: readonly Case[] = [
  ['cells reversed', 'synthetic', (r) => void r.cells.reverse(), 'cell-index'],
  [
    'cells reversed and counted anew',
    'noise',
    (r) => {
      r.cells.reverse();
      for (const [index, cell] of r.cells.entries()) cell.index = index;
    },
    'cell-order',
    /is not in the stored order/,
  ],
  [
    'two cells swapped',
    'async',
    (r) => {
      swap(r.cells, 3, 9);
    },
    'cell-index',
  ],
  ['a cell doubled', 'synthetic', (r) => void r.cells.splice(11, 0, copyOf(at(r.cells, 10))), 'cell-index'],
  [
    'all cells doubled',
    'noise',
    (r) => {
      r.cells.push(...copyOf(r.cells));
      for (const [index, cell] of r.cells.entries()) cell.index = index;
    },
    'cells-too-many',
  ],
  [
    'completed without cells',
    'synthetic',
    (r) => void (r.cells = []),
    'cells-missing',
    /said to have completed, but only 0 of/,
  ],
  ['completed without the last cell', 'async', (r) => void r.cells.pop(), 'cells-missing'],
  [
    'completed without the last round',
    'noise',
    (r) => void (r.cells = r.cells.filter(({ round }) => round < 7)),
    'cells-missing',
  ],
  [
    'a cancelled run said to have completed',
    'cancelled',
    (r) => void (r.outcome = { status: 'completed' }),
    'cells-missing',
  ],
  ['a failed run said to have completed', 'failed', (r) => void (r.outcome = { status: 'completed' }), 'cells-missing'],
  [
    'a cell of an unknown part',
    'synthetic',
    (r) => void (at(r.cells, 5).part = 'dessert'),
    'cell-unknown-part',
    /Execution 5 is of the part dessert/,
  ],
  [
    'a cell of an unknown condition',
    'loop',
    (r) => void (at(r.cells, 5).condition = 'nobody'),
    'cell-unknown-condition',
  ],
  [
    'a cell of another condition',
    'synthetic',
    (r) => {
      const cell = at(r.cells, 30);
      cell.condition = cell.condition === 'sync' ? 'async' : 'sync';
    },
    'cell-order',
  ],
  ['a cell of another round', 'noise', (r) => void (at(r.cells, 20).round += 1), 'cell-order'],
  [
    'a repetition twice',
    'async',
    (r) => void (first(r.cells, ({ repetition }) => repetition === 1).repetition = 0),
    'cell-repetition',
  ],
  ['a gap in the numbering', 'loop', (r) => void (at(r.cells, 7).index = 8), 'cell-index'],
  [
    'a cell that ends before it begins',
    'synthetic',
    (r) => {
      const cell = at(r.cells, 9);
      [cell.startNs, cell.endNs] = [cell.endNs, cell.startNs];
    },
    'cell-times',
  ],
  ['cells that overlap', 'noise', (r) => void (at(r.cells, 9).startNs = at(r.cells, 8).endNs - 1), 'cell-overlaps'],
  [
    'spans that overlap',
    'synthetic',
    (r) => void (at(spansIn(r).spans, 1).startNs -= 1000),
    'span-overlap',
    /Round \d+, part .+, condition .+, worker .+: the span .+ begins before the one before it ends/,
  ],
  [
    'a gap between spans',
    'loop',
    (r) => void (at(spansIn(r).spans, 1).startNs += 1),
    'span-gap',
    /there is a gap beside the span/,
  ],
  ['a last span that ends early', 'noise', (r) => void (at(spansIn(r).spans, -1).endNs -= 1), 'span-gap'],
  ['spans reversed', 'synthetic', (r) => void spansIn(r).spans.reverse(), 'span-gap'],
  [
    'spans doubled',
    'async',
    (r) => {
      const one = spansIn(r);
      one.spans.push(...copyOf(one.spans));
    },
    'span-overlap',
  ],
  ['no spans', 'synthetic', (r) => void (spansIn(r).spans = []), 'spans-none'],
  ['a span before its cell', 'loop', (r) => void (at(spansIn(r).spans, 0).startNs -= 10), 'span-outside'],
  ['a span after its cell', 'async', (r) => void (at(spansIn(r).spans, -1).endNs += 10), 'span-outside'],
  [
    'a span that runs backwards',
    'synthetic',
    (r) => {
      const span = at(spansIn(r).spans, 1);
      [span.startNs, span.endNs] = [span.endNs, span.startNs];
    },
    'span-negative',
  ],
  [
    'a span of a task that is not there',
    'synthetic',
    (r) => void (first(spansIn(r).spans).task = 'dishes'),
    'span-task',
  ],
  [
    'CPU time above wall time',
    'synthetic',
    (r) => void (spansIn(r).cpuNs = 60e9),
    'cpu-above-wall',
    /60000 ms of CPU time do not fit/,
  ],
  [
    'twice the CPU time in a long cell',
    'noise',
    (r) => {
      const cell = at(r.cells, 20);
      first(cell.workers).cpuNs = 2 * (cell.endNs - cell.startNs);
    },
    'cpu-above-wall',
  ],
  [
    'a worker that does not exist',
    'synthetic',
    (r) => void (spansIn(r).worker = 'threads/cook-9'),
    'cell-worker-unknown',
  ],
  [
    'a worker of another condition',
    'synthetic',
    (r) => void (first(first(r.cells, ({ condition }) => condition === 'threads').workers).worker = 'processes/cook-1'),
    'cell-worker-unknown',
  ],
  [
    'a worker twice in a cell',
    'synthetic',
    (r) => {
      const { workers } = first(r.cells, ({ condition }) => condition === 'threads');
      workers[1] = copyOf(at(workers, 0));
    },
    'cell-worker-doubled',
  ],
  [
    'a worker less in a cell',
    'synthetic',
    (r) => void first(r.cells, ({ condition }) => condition === 'threads').workers.pop(),
    'cell-workers',
  ],
  [
    'an ending that the part does not allow',
    'noise',
    (r) => void (at(r.cells, 4).outcome = { status: 'deadlocked', reason: '' }),
    'cell-outcome',
  ],
  [
    'lost tasks in a completed cell',
    'synthetic',
    (r) => void (at(r.cells, 4).lost = [{ task: 'eggs-2', worker: null, outcome: 'worker-lost', knownNs: 1 }]),
    'cell-outcome',
  ],
  [
    'a checksum that differs',
    'noise',
    (r) => {
      const task = first(at(r.cells, 20).tasks);
      task.checksum = (task.checksum ?? 0) + 1;
    },
    'checksums-differ',
    /returned something else than before/,
  ],
  [
    'checksums of one condition that differ',
    'async',
    (r) => {
      const { condition } = at(r.cells, 0);
      for (const cell of r.cells) if (cell.condition === condition) for (const task of cell.tasks) task.checksum = 77;
    },
    'checksums-differ',
  ],
  [
    'answers of Python that are not those of JavaScript, the same in every execution',
    'python',
    (r) => {
      for (const { part, condition, tasks } of r.cells) {
        if (part === 'cpu' && !condition.startsWith('js')) for (const task of tasks) task.checksum = 77;
      }
    },
    'python-answer',
    /not what JavaScript gets/,
  ],
  [
    'a task twice',
    'synthetic',
    (r) => {
      const { tasks } = at(r.cells, 20);
      tasks.push(copyOf(first(tasks)));
    },
    'task-doubled',
  ],
  ['a task less', 'async', (r) => void at(r.cells, 20).tasks.pop(), 'span-task'],
  [
    'a task renamed',
    'loop',
    (r) => {
      const cell = at(r.cells, 20);
      const { task } = first(cell.tasks);
      for (const one of cell.tasks) if (one.task === task) one.task = 'renamed';
      for (const { spans } of cell.workers) for (const span of spans) if (span.task === task) span.task = 'renamed';
    },
    'tasks-differ',
  ],
  [
    'a task served before it began',
    'synthetic',
    (r) => {
      const task = first(at(r.cells, 20).tasks);
      [task.startNs, task.servedNs] = [task.servedNs, task.startNs];
    },
    'task-times',
  ],
  [
    'a task served after its cell',
    'noise',
    (r) => {
      const cell = at(r.cells, 20);
      first(cell.tasks).servedNs = cell.endNs + 1;
    },
    'task-outside',
  ],
  [
    'a task of a worker that did not take part',
    'synthetic',
    (r) => void (first(at(r.cells, 20).tasks).worker = 'nobody/here'),
    'task-worker',
  ],
  [
    'fewer iterations in one condition',
    'synthetic',
    (r) => void (first(at(r.cells, 20).tasks).iterations -= 1),
    'iterations-differ',
  ],
  [
    'trials that are not as many as before',
    'lost',
    (r) => void (first(ofPart(r, 'threads').trials?.outcomes ?? []).times += 1),
    'trials-count',
  ],
  [
    'a counter that holds more than was added',
    'lost',
    (r) => void (first(ofPart(r, 'threads').trials?.outcomes ?? []).outcome = '20001'),
    'trials-sum',
  ],
  [
    'a log of somebody who did not take part',
    'lost',
    (r) => void (first(ofPart(r, 'recorded').logs ?? []).worker = 'nobody/here'),
    'log-worker',
  ],
  [
    'an update that adds two',
    'lost',
    (r) => void (first(ofPart(r, 'recorded').logs ?? []).writes[3] = 9),
    'log-values',
  ],
  ['a wrong count of messages', 'synthetic', (r) => void (at(r.cells, 30).messages += 2), 'messages-differ'],
];
