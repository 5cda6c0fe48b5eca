import { describe, expect, it } from 'vitest';
import { asyncIsNotParallel } from '../experiments/async-is-not-parallel/definition';
import { blockedIsNotBusy } from '../experiments/blocked-is-not-busy/definition';
import { eggsAndToastOn } from '../experiments/eggs-and-toast/definition';
import { fourScenarios } from '../experiments/four-scenarios/definition';
import { freezeTheWindow } from '../experiments/freeze-the-window/definition';
import { manyCooks } from '../experiments/many-cooks/definition';
import { threadsOrProcesses } from '../experiments/threads-or-processes/definition';
import type { CellRecord } from '../record/events';
import type { RunRecord } from '../record/record';
import { rules20261 } from '../rules/2026-1';
import { rules20263 } from '../rules/2026-3';
import { withAllMeasures } from '../testing/synthetic-measures';
import { syntheticTasksRecord } from '../testing/synthetic-tasks';
import { analyse, verdictsOf } from './analysis';
import { scoreOf } from './prediction-score';

const byFirstRules = (record: RunRecord): RunRecord => ({ ...record, rules: rules20261.rules });

function verdictOf(record: RunRecord, condition: string, baseline: string) {
  const found = verdictsOf(record).find((one) => one.condition === condition && one.baseline === baseline);
  if (!found) throw new Error(`no comparison ${condition} ${baseline}`);
  return found;
}

describe('the largest floor of "no difference"', () => {
  // The A/A pair differs by 30 %, the two that are compared by 2 %.
  const noisy = syntheticTasksRecord(asyncIsNotParallel(2), {
    totalMs: (_part, condition) => ({ loop: 100, 'loop-again': 130, together: 102 })[condition] ?? 50,
  });

  it('makes a noisy run too noisy to tell, where the first rules called it no difference', () => {
    expect(verdictOf(byFirstRules(noisy), 'together', 'loop')).toMatchObject({
      verdict: 'no-difference',
      finding: 'as-expected',
    });
    expect(verdictOf(noisy, 'together', 'loop')).toMatchObject({ verdict: 'too-noisy', finding: 'too-noisy' });
  });

  it('forbids no difference that lies beyond the floor', () => {
    expect(verdictOf(noisy, 'threads', 'loop')).toMatchObject({ verdict: 'faster', finding: 'as-expected' });
  });
});

describe('what other programs held up', () => {
  const besideOthers = (cores: number, record: RunRecord): RunRecord => ({
    ...record,
    loads: record.loads.map((load) => ({
      ...load,
      perCore: [1, 1],
      ownCpuSeconds: ((2 - cores) * (load.endNs - load.startNs)) / 1e9,
    })),
  });
  /** Threads as quick as one loop, and the share of the time for which each of their workers had no core. */
  const beside = (threadsMs: number, share: number | null, of = 'threads', togetherMs = 100) =>
    besideOthers(
      1,
      syntheticTasksRecord(asyncIsNotParallel(2), {
        noise: 0.001,
        totalMs: (_part, condition) => ({ threads: threadsMs, together: togetherMs })[condition] ?? 100,
        shape: (cell) => ({
          ...cell,
          workers: cell.workers.map((worker) => ({
            ...worker,
            waitedNs: share === null ? null : cell.condition === of ? share * (cell.endNs - cell.startNs) : 0,
          })),
        }),
      }),
    );
  const threads = (record: RunRecord) => verdictOf(record, 'threads', 'loop');
  const byThirdRules = (record: RunRecord): RunRecord => ({ ...record, rules: rules20263.rules });

  it('is not held against theory where with the cores it might have been as theory says', () => {
    for (const ms of [100, 110]) {
      expect(threads(beside(ms, 0.4))).toMatchObject({
        verdict: null,
        finding: 'not-judged',
        ratio: { estimate: expect.any(Number) as number },
      });
    }
    expect(threads(byThirdRules(beside(110, 0.4)))).toMatchObject({ verdict: 'slower', finding: 'opposite' });
    expect(threads(byThirdRules(beside(100, 0.4)))).toMatchObject({ finding: 'no-difference' });
  });

  it('is judged where the waits were short, explain too little, were those of others, or are not told', () => {
    expect(threads(beside(110, 0.05))).toMatchObject({ verdict: 'slower', finding: 'opposite' });
    expect(threads(beside(200, 0.3))).toMatchObject({ verdict: 'slower', finding: 'opposite' });
    expect(threads(beside(110, 0.4, 'loop'))).toMatchObject({ verdict: 'slower', finding: 'opposite' });
    expect(threads(beside(110, null))).toMatchObject({ verdict: 'slower', finding: 'opposite' });
  });

  it('is judged where the cores were had by the run itself', () => {
    expect(threads(besideOthers(0.1, beside(110, 0.4)))).toMatchObject({ verdict: 'slower', finding: 'opposite' });
    expect(threads({ ...beside(110, 0.4), loads: [] })).toMatchObject({ verdict: 'slower', finding: 'opposite' });
  });

  it('is no evidence for theory either, and judged where the waits change nothing', () => {
    expect(threads(beside(50, 0.4))).toMatchObject({ verdict: 'faster', finding: 'as-expected' });
    expect(threads(byThirdRules(beside(80, 0.4, 'loop')))).toMatchObject({ finding: 'as-expected' });
    expect(threads(beside(80, 0.4, 'loop'))).toMatchObject({ verdict: null, finding: 'not-judged' });
  });

  it('is judged where more workers than cores wait for each other, but not where others had their core', () => {
    const onOneCore = (record: RunRecord) => ({
      ...record,
      environment: { ...record.environment, availableParallelism: 1 },
    });
    // Two that take turns wait for half of the time; for more, only if somebody else took turns with them.
    expect(threads(onOneCore(beside(110, 0.4)))).toMatchObject({ verdict: 'slower' });
    expect(threads(onOneCore(beside(110, 0.5)))).toMatchObject({ verdict: 'slower' });
    expect(threads(onOneCore(beside(110, 0.6)))).toMatchObject({ verdict: null, finding: 'not-judged' });
  });

  it('counts for those that had something to do, not for a worker that rested', () => {
    const record = beside(100, 0.15);
    const resting = record.cells.map((cell) =>
      cell.condition === 'threads'
        ? {
            ...cell,
            workers: cell.workers.map((worker, index) =>
              index === 0 ? worker : { ...worker, waitedNs: 0, spans: [] },
            ),
          }
        : cell,
    );
    expect(threads(record)).toMatchObject({ verdict: null });
    expect(threads({ ...record, cells: resting })).toMatchObject({ verdict: null });
  });

  it('is not called faster against theory by the waits of the other', () => {
    const together = (share: number) => verdictOf(beside(50, share, 'loop', 80), 'together', 'loop');
    expect(together(0)).toMatchObject({ verdict: 'faster', finding: 'opposite' });
    expect(together(0.3)).toMatchObject({ verdict: null, finding: 'not-judged' });
  });
});

describe('a declared margin', () => {
  const costly = (ratio: number) =>
    syntheticTasksRecord(threadsOrProcesses(2), {
      noise: 0.001,
      totalMs: (_part, condition) => ({ alone: 200, processes: 100 * ratio })[condition] ?? 100,
    });

  it('lets a quiet machine find the same what differs by the 2 % that messages cost', () => {
    const verdict = verdictOf(costly(1.02), 'processes', 'threads');
    expect(verdict).toMatchObject({ verdict: 'no-difference', finding: 'as-expected', margin: 1.05 });
    expect(verdict.floor).toBeLessThan(1.02);
    // By the first rules, which know no margin, this contradicted theory.
    expect(verdictOf(byFirstRules(costly(1.02)), 'processes', 'threads')).toMatchObject({ finding: 'opposite' });
  });

  it('hides no difference that is larger', () => {
    expect(verdictOf(costly(1.08), 'processes', 'threads')).toMatchObject({ verdict: 'slower', finding: 'opposite' });
  });

  it('is in no A/A comparison and in none where a gain is expected', () => {
    for (const { expect: expected, margin } of verdictsOf(costly(1))) {
      expect(margin).toBe(expected === 'faster' ? undefined : 1.05);
    }
  });
});

describe('a control where nothing runs', () => {
  const window = (idleMs: number, rounds = 7) =>
    syntheticTasksRecord(freezeTheWindow, {
      rounds,
      totalMs: () => 300,
      shape: (cell): CellRecord => {
        const whole = withAllMeasures(cell);
        if (cell.condition !== 'idle' || !whole.window) return whole;
        const at = [0, 16, 16 + idleMs, 32 + idleMs];
        return { ...whole, window: { ...whole.window, framesNs: at.map((ms) => cell.startNs + ms * 1e6) } };
      },
    });

  it('that holds judges the part as ever', () => {
    const [part] = analyse(window(20)).parts;
    expect(part?.control).toMatchObject({ condition: 'idle', measure: 'frame-gap', holds: true });
    expect(part?.verdicts.every(({ verdict }) => verdict !== null)).toBe(true);
    expect(part?.levels.some(({ verdict }) => verdict !== null)).toBe(true);
  });

  it('that fails leaves nothing judged and nothing scored, and keeps what was measured', () => {
    const record = window(250);
    const predicted = Object.fromEntries(record.definition.parts[0]?.conditions.map((id, at) => [id, at]) ?? []);
    const analysis = analyse({
      ...record,
      prediction: { status: 'given', reason: 'x', frozenAt: record.startedAt, totalsMs: { blocking: predicted } },
    });
    const [part] = analysis.parts;
    expect(part?.control?.holds).toBe(false);
    expect(part?.control?.value?.estimate).toBeGreaterThan(240e6);
    const found = [...(part?.verdicts ?? []), ...(part?.levels ?? [])];
    expect(found.length).toBeGreaterThan(5);
    for (const { verdict, finding } of found) {
      expect(verdict).toBeNull();
      expect(finding).toBe('not-judged');
    }
    expect(part?.verdicts.every(({ ratio }) => ratio !== null)).toBe(true);
    expect(scoreOf(analysis)).toBeUndefined();
  });

  it('that lies on both sides of its threshold does not hold', () => {
    const record = window(20);
    for (const cell of record.cells) {
      const { window: watched } = cell;
      if (cell.condition === 'idle' && cell.round % 3 === 0 && watched) {
        const [first = 0] = watched.framesNs;
        cell.window = { ...watched, framesNs: [first, first + 200e6, first + 310e6] };
      }
    }
    const [part] = analyse(record).parts;
    expect(part?.control?.value?.low).toBeLessThan(100e6);
    expect(part?.control?.holds).toBe(false);
  });

  it('that was not measured does not hold', () => {
    const record = window(20);
    record.cells = record.cells.filter(({ condition }) => condition !== 'idle');
    const [part] = analyse(record).parts;
    expect(part?.control).toMatchObject({ value: undefined, holds: false });
  });
});

describe('CPU time of zero', () => {
  const waiting = (sleepNs: number) =>
    syntheticTasksRecord(blockedIsNotBusy, {
      totalMs: () => 300,
      shape: (cell) => {
        const whole = withAllMeasures(cell);
        const cpuNs = cell.condition.startsWith('cpu-loop') ? 300e6 : sleepNs;
        return { ...whole, workers: whole.workers.map((worker) => ({ ...worker, cpuNs })) };
      },
    });

  it("is not resolved by the system's clock; the first rules clamped it to a nanosecond", () => {
    expect(verdictOf(waiting(0), 'sync-wait', 'cpu-loop')).toMatchObject({
      ratio: null,
      verdict: null,
      finding: 'not-resolved',
    });
    const clamped = verdictOf(byFirstRules(waiting(0)), 'sync-wait', 'cpu-loop');
    expect(clamped).toMatchObject({ verdict: 'faster' });
    expect(clamped.ratio?.estimate).toBeLessThan(1e-7);
  });

  it('is a time like any other where the clock tells one', () => {
    expect(verdictOf(waiting(2e5), 'sync-wait', 'cpu-loop')).toMatchObject({
      verdict: 'faster',
      finding: 'as-expected',
    });
  });
});

describe.each([1, 2, 8, 64])('on %d cores', (cores) => {
  /** Workers that compute share the cores; on 8 the second half of them is half as fast, as in a hybrid processor. */
  const speed = (workers: number): number => {
    const used = Math.min(workers, cores);
    return cores === 8 ? Math.min(used, 4) + Math.max(0, used - 4) / 2 : used;
  };

  it('what theory says is found as expected, and nothing else is called', () => {
    for (const experiment of [
      eggsAndToastOn(cores),
      threadsOrProcesses(cores),
      fourScenarios(cores),
      manyCooks(cores),
    ]) {
      const record = syntheticTasksRecord(experiment, {
        cores,
        noise: 0.004,
        totalMs: (part, condition) => {
          const waits = ['first-course', 'requests', 'mixed'].includes(part);
          const seats = experiment.conditions.find(({ id }) => id === condition)?.seats ?? [];
          const workers =
            experiment.id === 'eggs-and-toast' ? Math.min(2, Math.max(1, seats.length - 1)) : seats.length;
          if (!waits) return 240 / speed(workers);
          return /async|threads|processes/.test(condition) ? 100 : 300;
        },
      });
      for (const { part, condition, baseline, finding, expect: expected } of verdictsOf(record)) {
        const where = `${experiment.id} ${part} ${condition} ${baseline} ${expected}`;
        expect(['as-expected', 'measured', 'no-difference'], where).toContain(finding);
        if (finding === 'no-difference') expect(expected, where).toBe('open');
      }
    }
  });
});
