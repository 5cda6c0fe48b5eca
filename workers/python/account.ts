import * as v from 'valibot';
import type { CellAccount, FromWorker } from '@core/protocol/worker';
import type { Span } from '@core/record/events';
import { blockedReasons } from '@core/record/events';
import { bytes, count, identifier, longText, nanoseconds, shortText } from '@core/record/schema-parts';

/** Times as Python tells them: nanoseconds from the run's start, which a clock that is mapped may put a little before it. */
const time = v.pipe(v.number(), v.finite());
const states = ['idle', 'busy', 'blocked'] as const;

/** What a program for Python says: checked, because an interpreter that misbehaves must not do so in a record. */
const saidSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('hello'),
    pid: count,
    version: shortText,
    gil: v.boolean(),
    startMethod: shortText,
    switchIntervalMs: v.number(),
    memory: v.strictObject({ processRssBytes: bytes, processPssBytes: bytes, heapBytes: bytes }),
  }),
  v.strictObject({ type: v.literal('clock'), n: count, nowNs: time }),
  v.strictObject({ type: v.literal('ready') }),
  v.strictObject({ type: v.literal('prepared'), cell: v.pipe(v.number(), v.safeInteger()) }),
  v.strictObject({
    type: v.literal('answers'),
    ids: v.array(count),
    answers: v.array(v.null()),
    tookMs: v.number(),
  }),
  v.strictObject({
    type: v.literal('accounted'),
    cell: v.pipe(v.number(), v.safeInteger()),
    cpuNs: nanoseconds,
    marks: v.array(v.tuple([time, v.picklist(states), v.nullable(identifier), v.nullable(v.picklist(blockedReasons))])),
    endNs: time,
    tasks: v.array(v.tuple([identifier, time, time, count, v.nullable(count)])),
    tickets: v.array(v.tuple([count, time, time])),
  }),
  v.strictObject({
    type: v.literal('described'),
    pid: count,
    tid: v.nullable(count),
    nice: v.nullable(v.pipe(v.number(), v.safeInteger())),
    memory: v.strictObject({ processRssBytes: bytes, processPssBytes: bytes, heapBytes: bytes }),
    cpuSeconds: v.number(),
  }),
  v.strictObject({ type: v.literal('calibrated'), samples: v.array(v.tuple([count, nanoseconds])) }),
  v.strictObject({ type: v.literal('crashed'), outOfMemory: v.boolean(), message: longText }),
]);
export const lineSchema = v.strictObject({ seat: v.string(), message: saidSchema });
export type Said = v.InferOutput<typeof saidSchema>;
export type Hello = Extract<Said, { type: 'hello' }>;
export type Calibrated = Extract<Said, { type: 'calibrated' }>;

const notTold = { voluntarySwitches: null, involuntarySwitches: null, utilization: null, loopDelay: null } as const;

/**
 * What a worker of Python says, as a worker of the lab would say it; undefined for what is none of that.
 * @param onRun turns its times into those of the run
 */
export function asWorker(said: Said, worker: string, onRun: (ns: number) => number): FromWorker | undefined {
  switch (said.type) {
    case 'accounted':
      return accountOf(said, worker, onRun);
    case 'described': {
      const { pid, tid, nice, memory, cpuSeconds } = said;
      return { type: 'described', pid, tid, nice, cpuSource: 'thread_time', memory, cpuSeconds };
    }
    case 'hello':
    case 'clock':
    case 'calibrated':
      return undefined;
    default:
      return said;
  }
}

function accountOf(
  { cell, cpuNs, marks, endNs, tasks, tickets }: Extract<Said, { type: 'accounted' }>,
  worker: string,
  onRun: (ns: number) => number,
): CellAccount {
  return {
    type: 'accounted',
    cell,
    cpuNs,
    waitedNs: null,
    counters: notTold,
    spans: spansOf(marks, endNs, onRun),
    tasks: tasks.map(([task, startNs, servedNs, iterations, checksum]) => {
      return { task, worker, startNs: onRun(startNs), servedNs: onRun(servedNs), iterations, checksum };
    }),
    tickets: tickets.map(([n, receivedNs, doneNs]) => ({ n, receivedNs: onRun(receivedNs), doneNs: onRun(doneNs) })),
  };
}

type Mark = Extract<Said, { type: 'accounted' }>['marks'][number];

/** Each mark ends the span before it at the same instant. */
function spansOf(marks: readonly Mark[], endNs: number, onRun: (ns: number) => number): Span[] {
  return marks.flatMap(([atNs, state, task, reason], index): Span[] => {
    const untilNs = marks[index + 1]?.[0] ?? endNs;
    if (untilNs <= atNs) return [];
    const known = { ...(task !== null && { task }), ...(reason !== null && { reason }) };
    return [{ state, startNs: onRun(atNs), endNs: onRun(untilNs), ...known }];
  });
}
