import type { ValueTable } from '@core/figures/value-table';
import type { NamedExperiment } from '@core/figures/looks';
import type { Names } from '@core/words/names';
import { toMs } from '@core/figures/looks';
import type { Timeline, TimelineLane, TimelineSpan } from './timeline-layout';

/** Nanoseconds as milliseconds to the microsecond, e.g. `128.402 ms`: exact enough to tell two messages apart. */
export function exactly(nanoseconds: number): string {
  return `${toMs(nanoseconds).toFixed(3)} ms`;
}

/** Who, state, task, start, end and duration of a span. */
export function spanInWords(span: TimelineSpan, lane: TimelineLane | undefined, { text: of, glossary }: Names): string {
  return of('results.timeline.span', {
    worker: lane ? of(`seat.${lane.seat}`) : '',
    state: glossary(`state.${span.state}`),
    task: span.task === undefined ? '' : of('results.timeline.spanTask', { task: of(`task.${span.task}`) }),
    from: exactly(span.startNs),
    to: exactly(span.endNs),
    duration: exactly(span.endNs - span.startNs),
  });
}

/** Several spans that are drawn as one. */
export function spansInWords(
  span: TimelineSpan,
  count: number,
  lane: TimelineLane | undefined,
  { text: of, glossary }: Names,
): string {
  return of('results.timeline.together', {
    worker: lane ? of(`seat.${lane.seat}`) : '',
    count,
    state: glossary(`state.${span.state}`),
    from: exactly(span.startNs),
    to: exactly(span.endNs),
  });
}

/**
 * Every recorded span and every task that was done in the executions, one per row. Where the record tells how long a thread
 * had no core, that stands in a column of its own, beside a task and beside a worker's whole: never beside a span.
 */
export function timelineTable(timeline: Timeline, context: NamedExperiment): ValueTable {
  const { text: of, glossary } = context.names;
  const names = ['condition', 'worker', 'state', 'task'] as const;
  const knows = timeline.groups.some(({ lanes }) => lanes.some(({ waitedNs }) => waitedNs !== undefined));
  const waited = <T>(value: T): T[] => (knows ? [value] : []);
  const rows = timeline.groups.flatMap((group) => {
    const condition = of(`condition.${group.condition}.subject`);
    return group.lanes.flatMap((lane) => {
      const worker = of(`seat.${lane.seat}`);
      const spans = lane.spans.map((span): (string | number)[] => [
        condition,
        worker,
        glossary(`state.${span.state}`),
        span.task === undefined ? '' : of(`task.${span.task}`),
        toMs(span.startNs),
        toMs(span.endNs),
        toMs(span.endNs - span.startNs),
        ...waited(''),
      ]);
      const served = lane.served.map(({ task, atNs, waitedNs }): (string | number)[] => {
        const name = of('results.timeline.servedMark', { task: of(`task.${task}`) });
        const own = waited(waitedNs === undefined ? '' : toMs(waitedNs));
        return [condition, worker, name, of(`task.${task}`), toMs(atNs), toMs(atNs), 0, ...own];
      });
      const { waitedNs } = lane;
      if (waitedNs === undefined) return [...spans, ...served];
      const told = waitedNs === null ? of('results.slowness.untold') : toMs(waitedNs);
      const all = [
        condition,
        worker,
        of('results.slowness.waitedInAll'),
        '',
        0,
        toMs(group.totalNs),
        toMs(group.totalNs),
      ];
      return [...spans, ...served, [...all, told]];
    });
  });
  return {
    columns: [
      ...names.map((name) => of(`results.timeline.${name}`)),
      ...(['start', 'end', 'duration'] as const).map((name) => `${of(`results.timeline.${name}`)} (ms)`),
      ...waited(`${of('results.slowness.waited')} (ms)`),
    ],
    rows,
  };
}
