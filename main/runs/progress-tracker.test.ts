import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunState } from '@core/ipc/payloads';
import type { RunProgress } from '@core/record/events';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { createProgressTracker } from './progress-tracker';

const { cells, plan, id } = syntheticRecord();
const progress = (done: number): RunProgress => {
  return { phase: 'measuring', done, planned: 80, round: 1, rounds: 7, part: null, condition: null };
};

function tracked(showsCells: boolean) {
  const shown: RunState[] = [];
  const tracker = createProgressTracker(id, plan, showsCells, (state) => shown.push(state));
  const rounds = () => shown.map((state) => (state.phase === 'running' ? state.finished?.condition : undefined));
  return { tracker, rounds };
}

describe('finished cells in the state of a run', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => vi.useRealTimers());

  it('come once, with the progress that follows, at most two a second', () => {
    const { tracker, rounds } = tracked(true);
    tracker.progress(progress(1));
    tracker.finished(cells[0]!);
    tracker.progress(progress(2));
    tracker.progress(progress(3));
    vi.advanceTimersByTime(400);
    tracker.finished(cells[1]!);
    tracker.progress(progress(4));
    vi.advanceTimersByTime(200);
    tracker.finished(cells[2]!);
    tracker.progress(progress(5));
    expect(rounds()).toEqual([undefined, cells[0]?.condition, undefined, undefined, cells[2]?.condition]);
  });

  it('never come in a run that measures frames', () => {
    const { tracker, rounds } = tracked(false);
    tracker.finished(cells[0]!);
    tracker.progress(progress(1));
    expect(rounds()).toEqual([undefined]);
  });
});
