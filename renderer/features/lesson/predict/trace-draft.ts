import type { Kitchen, TraceTask } from '@core/experiments/kitchens';
import type { TraceBar } from '@core/record/forecasts';

/** Begins are set in steps of so many ms. */
export const stepMs = 10;

/** A bar of a task on a lane, inside the axis; begins are rounded to a step. */
export function barAt(task: TraceTask, lane: string, startMs: number, endMs: number): TraceBar {
  const latest = Math.max(0, endMs - task.lengthMs);
  const begin = Math.min(latest, Math.max(0, Math.round(startMs / stepMs) * stepMs));
  return { task: task.id, lane, state: task.state, startMs: begin, endMs: begin + task.lengthMs };
}

/** The bars with one of them put in place of the task's bar before; undefined takes it away. */
export function withBar(bars: readonly TraceBar[], task: string, bar: TraceBar | undefined): TraceBar[] {
  return [...bars.filter((one) => one.task !== task), ...(bar ? [bar] : [])];
}

/** Where a key moves a bar that is placed: along the time (ms), or to another lane. */
const moves: Readonly<Record<string, { readonly ms: number; readonly lanes: number }>> = {
  ArrowLeft: { ms: -stepMs, lanes: 0 },
  ArrowRight: { ms: stepMs, lanes: 0 },
  PageDown: { ms: -10 * stepMs, lanes: 0 },
  PageUp: { ms: 10 * stepMs, lanes: 0 },
  Home: { ms: -Infinity, lanes: 0 },
  ArrowUp: { ms: 0, lanes: -1 },
  ArrowDown: { ms: 0, lanes: 1 },
};

/**
 * What a key does to a task's bar. The first key puts it at the begin of the first lane. Null takes it away; undefined: the key
 * does nothing.
 */
export function barAfterKey(
  { lanes }: Kitchen,
  task: TraceTask,
  bar: TraceBar | undefined,
  key: string,
  endMs: number,
): TraceBar | null | undefined {
  if (bar && (key === 'Delete' || key === 'Backspace')) return null;
  const move = Object.hasOwn(moves, key) ? moves[key] : undefined;
  if (!bar) return move || key === ' ' || key === 'Enter' ? barAt(task, lanes[0] ?? '', 0, endMs) : undefined;
  if (!move) return undefined;
  const lane = lanes[lanes.indexOf(bar.lane) + move.lanes] ?? bar.lane;
  return barAt(task, lane, Math.max(0, bar.startMs + move.ms), endMs);
}
