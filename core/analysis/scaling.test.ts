import { describe, expect, it } from 'vitest';
import { hiddenHelpers } from '../experiments/hidden-helpers/definition';
import { manyCooks, threadLevels } from '../experiments/many-cooks/definition';
import { noiseFloor } from '../experiments/noise-floor/definition';
import { waitingForIo } from '../experiments/waiting-for-io/definition';
import { amdahlSpeedup } from '../statistics/amdahl';
import { analyse } from './analysis';
import { syntheticTasksRecord } from '../testing/synthetic-tasks';

const amount = (condition: string): number => Number(/\d+/.exec(condition)?.[0]);

function scaling(cores: number, speedup: (threads: number) => number, rounds = 7, noise = 0.002) {
  const totalMs = (_part: string, condition: string): number => 240 / speedup(amount(condition));
  const record = syntheticTasksRecord(manyCooks(cores), { totalMs, cores, rounds, noise });
  const [summary] = analyse(record).scaling ?? [];
  if (!summary) throw new Error('no scaling');
  return summary;
}

describe('scaling of threads', { timeout: 30_000 }, () => {
  it.each([2, 16, 64])('has one place per number of threads on %d cores, the pair of equal ones once', (cores) => {
    const { points, over } = scaling(cores, (threads) => Math.min(threads, cores));
    expect(over).toBe('threads');
    expect(points.map((point) => point.amount)).toEqual(threadLevels(cores));
    for (const { amount: threads, speedup, speedups } of points) {
      expect(speedups).toHaveLength(7);
      expect(speedup.low).toBeLessThanOrEqual(speedup.estimate);
      expect(Math.abs(speedup.estimate / Math.min(threads, cores) - 1)).toBeLessThan(0.02);
    }
    expect(points[0]?.speedup).toMatchObject({ estimate: 1, low: 1, high: 1 });
  });

  it("finds the share of Amdahl's law from threads that have a core each, whatever more threads do", () => {
    const { laws } = scaling(16, (threads) => (threads <= 16 ? amdahlSpeedup(0.93, threads) : 3));
    const fit = laws?.amdahl.fit;
    expect(fit?.parallelShare.estimate).toBeCloseTo(0.93, 2);
    expect(fit?.parallelShare.n).toBe(7);
    expect(fit).toMatchObject({ levels: 6, isExact: false });
    expect(fit?.worstMiss).toBeLessThan(0.02);
  });

  it('says when a law had to fit, and when even so it does not', () => {
    const { laws } = scaling(2, (threads) => [0, 1, 1.8, 0, 2.4][threads] ?? 1);
    expect(laws?.amdahl.fit).toMatchObject({ levels: 2, isExact: true });
    expect(laws?.usl.fit).toMatchObject({ levels: 3, isExact: true });
    // Flat past two threads: more contention than the law has room for beside a first step that has none.
    const flat = scaling(2, (threads) => Math.min(threads, 2)).laws?.usl.fit;
    expect(flat).toMatchObject({ levels: 3, isExact: false });
    expect(flat?.worstMiss).toBeGreaterThan(0.02);
    // Three numbers of threads show no peak, however the curve through them bends.
    expect(flat?.peakWorkers).toBeUndefined();
  });

  it('finds contention, and a peak where more threads do less', () => {
    const usl = (threads: number): number => threads / (1 + 0.03 * (threads - 1) + 0.002 * threads * (threads - 1));
    const fit = scaling(16, usl, 7, 0.0005).laws?.usl.fit;
    expect(fit?.sigma.estimate).toBeCloseTo(0.03, 2);
    expect(fit?.kappa.estimate).toBeCloseTo(0.002, 3);
    // Gunther: the peak lies at sqrt((1 - sigma) / kappa).
    expect(fit?.peakWorkers?.estimate).toBeGreaterThan(20);
    expect(fit?.peakWorkers?.estimate).toBeLessThan(24);
  });

  it('shows how far a law misses data that do not follow it', () => {
    const fit = scaling(16, (threads) => Math.min(threads, 16)).laws?.usl.fit;
    expect(fit?.worstMiss).toBeGreaterThan(0.1);
  });

  it('fits nothing to few rounds or to one number of threads, and says why', () => {
    const few = scaling(4, (threads) => Math.min(threads, 4), 3).laws;
    expect(few).toMatchObject({ rounds: 3, amdahl: { reason: 'too-few-rounds' }, usl: { reason: 'too-few-rounds' } });
    const one = scaling(1, () => 1).laws;
    expect(one).toMatchObject({ amdahl: { reason: 'too-few-levels' }, usl: { reason: 'too-few-levels' } });
  });

  it('leaves a round out of the fit that lacks one number of threads', () => {
    const record = syntheticTasksRecord(manyCooks(4), { totalMs: () => 50, cores: 4, rounds: 9 });
    const cells = record.cells.filter(({ round, condition }) => round !== 4 || condition !== 'threads-3');
    const [summary] = analyse({ ...record, cells }).scaling ?? [];
    expect(summary?.laws?.rounds).toBe(8);
    expect(summary?.points.map(({ speedups }) => speedups.length)).toEqual([9, 9, 8, 9, 9]);
  });
});

describe('scaling of other amounts', { timeout: 30_000 }, () => {
  it('has a curve for each part, without laws', () => {
    const io = analyse(
      syntheticTasksRecord(waitingForIo, { totalMs: (part, id) => (part === 'requests' ? 320 / amount(id) : 60) }),
    ).scaling;
    expect(io?.map(({ part, over, laws }) => [part, over, laws])).toEqual([
      ['requests', 'in-flight', undefined],
      ['files', 'in-flight', undefined],
      ['queries', 'in-flight', undefined],
    ]);
    expect(io?.[0]?.points.at(-1)?.amount).toBe(32);
    expect(io?.[0]?.points.at(-1)?.speedup.estimate).toBeCloseTo(32, 0);
    const pool = analyse(syntheticTasksRecord(hiddenHelpers(2), { totalMs: () => 60 })).scaling;
    expect(pool?.map(({ over }) => over)).toEqual(Array.from({ length: 4 }, () => 'pool-size'));
    expect(pool?.[0]?.points.map((point) => point.amount)).toEqual([1, 2, 4, 8]);
  });

  it('is absent where no part has a curve, nothing was measured or checksums differ', () => {
    expect(analyse(syntheticTasksRecord(noiseFloor, { totalMs: () => 100 })).scaling).toBeUndefined();
    const record = syntheticTasksRecord(manyCooks(2), { totalMs: () => 50 });
    expect(analyse({ ...record, cells: [] }).scaling).toBeUndefined();
    const differing = record.cells.map((cell, index) =>
      index === 5 ? { ...cell, tasks: cell.tasks.map((task) => ({ ...task, checksum: 7 })) } : cell,
    );
    expect(analyse({ ...record, cells: differing }).scaling).toBeUndefined();
  });
});
