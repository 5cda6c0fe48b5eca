import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/analysis';
import { claimSourceOf, machineOf } from '../../claims/claim-source';
import { judgeClaims } from '../../claims/judge-claims';
import type { CellRecord } from '../../record/events';
import { contextOf } from '../../testing/every-experiment';
import { syntheticTasksRecord } from '../../testing/synthetic-tasks';
import { insidesThatDoNotFollow } from '../../verify/inside-cells';
import { slowSupplier } from './definition';
import { slowSupplierFigures } from './figures';
import { latenciesOf, orderCount, orderEveryMs, runOut, suffice, supplierOf } from './orders';
import { observe } from './questions';

const standard = { latencyMs: 5, slowMs: 110, oneIn: 10 };
const ms = 1e6;

/** When each order is served by so many cooks, first come, first served, after it was due, in ms. */
function waitsWith(cooks: number, latencies: readonly number[]): number[] {
  const free = Array.from({ length: cooks }, () => 0);
  return latencies.map((latencyMs, n) => {
    const due = n * orderEveryMs;
    free.sort((a, b) => a - b);
    const served = Math.max(due, free[0] ?? 0) + latencyMs;
    free[0] = served;
    return served - due;
  });
}

/** Cooks by condition; the async thread is never held. */
const cooksOf = (condition: string): number => Number(/\d+/.exec(condition)?.[0] ?? orderCount);

interface Invented {
  readonly cores?: number;
  /** Cooks that the machine really has, in place of those of the condition. */
  readonly cooks?: (condition: string) => number;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly rounds?: number;
}

function recordOf({ cores = 2, cooks = cooksOf, parameters = {}, rounds = 7 }: Invented = {}) {
  const supplier = { ...standard, ...parameters };
  const shape = (cell: CellRecord): CellRecord => {
    const slow = latenciesOf(supplier, 13);
    const latencies = cell.part === 'slow' ? slow : slow.map(() => supplier.latencyMs);
    const waits = waitsWith(cooks(cell.condition), latencies);
    // A round differs from the next one by a hundredth.
    const factor = 1 + (cell.round % 3) / 100;
    const tasks = cell.tasks.map((task) => {
      const n = Number(task.task.slice(5)) - 1;
      const dueNs = cell.startNs + n * orderEveryMs * ms;
      const answeredNs = dueNs + Math.round((waits[n] ?? 0) * factor * ms);
      const startNs = answeredNs - (latencies[n] ?? 0) * ms;
      const times = { dueNs, sentNs: startNs, startNs, servedNs: answeredNs, answeredNs };
      return { ...task, ...times, askedMs: latencies[n] ?? 0 };
    });
    const endNs = Math.max(...tasks.map(({ answeredNs }) => answeredNs));
    return { ...cell, endNs, tasks, workers: cell.workers.map((worker) => ({ ...worker, spans: [] })) };
  };
  const experiment = slowSupplier(cores, { parameters });
  return syntheticTasksRecord(experiment, { cores, rounds, totalMs: () => 3000, shape });
}

function judged(invented: Invented = {}) {
  const record = recordOf(invented);
  const analysis = analyse(record);
  const { claims } = judgeClaims([claimSourceOf(record, analysis)], machineOf(record.environment));
  return {
    record,
    verdicts: Object.fromEntries(
      analysis.parts.flatMap(({ part, verdicts }) =>
        verdicts.map((one) => [`${part} ${one.condition}/${one.baseline}`, one.finding]),
      ),
    ),
    levels: Object.fromEntries(
      analysis.parts.flatMap(({ part, levels }) =>
        levels.map((one) => [`${part} ${one.condition} ${one.measure}`, one.finding]),
      ),
    ),
    evidence: [9, 17].map((number) => claims.find((one) => one.number === number)?.evidence.map((one) => one.outcome)),
  };
}

describe('slow-supplier', () => {
  it.each([1, 2, 64])('finds what theory says on %d cores: waiting needs no core', (cores) => {
    const { verdicts, levels, evidence } = judged({ cores });
    expect(verdicts).toEqual({
      'prompt async/threads-4': 'no-difference',
      'slow async/threads-4': 'as-expected',
      'slow threads-8/threads-4': 'as-expected',
    });
    expect(Object.keys(levels)).toHaveLength(6);
    expect(new Set(Object.values(levels))).toEqual(new Set(['as-expected']));
    expect(evidence).toEqual([['supports'], ['supports']]);
  });

  it('says the opposite where the async thread is held, and where nobody runs out', () => {
    const { verdicts, levels, evidence } = judged({ cooks: (id) => (id.startsWith('async') ? 2 : 50) });
    expect(verdicts).toMatchObject({
      'slow async/threads-4': 'opposite',
      'slow threads-8/threads-4': 'no-difference',
    });
    expect(levels).toMatchObject({
      'slow async wait-median': 'opposite',
      'slow async wait-p99': 'opposite',
      'slow threads-4 wait-median': 'opposite',
      'slow threads-8 wait-median': 'as-expected',
    });
    expect(evidence).toEqual([['contradicts'], ['contradicts']]);
  });

  it('decides nothing from six rounds', () => {
    const { verdicts, levels } = judged({ rounds: 6 });
    const found: readonly string[] = [...Object.values(verdicts), ...Object.values(levels)];
    expect(found).toHaveLength(9);
    for (const finding of found) expect(['undecided', 'too-few-rounds']).toContain(finding);
  });

  it('says by the delays what theory says of so many cooks', () => {
    expect(runOut(4, standard)).toBe(true);
    expect(suffice(8, standard)).toBe(true);
    const parts = (parameters: Readonly<Record<string, number>>) => slowSupplier(2, { parameters }).parts[1];
    // A mild tail: nobody knows for 4 cooks.
    expect(parts({ slowMs: 50 })?.comparisons.map(({ expect: theory }) => theory)).toEqual(['open', 'open']);
    expect(parts({ slowMs: 50 })?.levels?.map(({ condition }) => condition)).toEqual(['async', 'threads-8', 'async']);
    // A fat one: 8 cooks are held as well.
    expect(parts({ slowMs: 400 })?.levels?.map(({ condition }) => condition)).toEqual(['async', 'threads-4', 'async']);
  });

  it.each([
    [{ slowMs: 110 }],
    [{ slowMs: 400, oneIn: 4 }],
    [{ slowMs: 60, oneIn: 5 }],
    [{ slowMs: 20, oneIn: 50 }],
    [{ slowMs: 150, oneIn: 10, latencyMs: 10 }],
  ])('predicts of %o only what holds for every pattern', (parameters) => {
    const supplier = supplierOf({ ...standard, ...parameters });
    for (let seed = 0; seed < 500; seed++) {
      for (const cooks of [4, 8]) {
        const waits = waitsWith(cooks, latenciesOf(supplier, seed)).sort((a, b) => a - b);
        const half = waits[orderCount / 2] ?? 0;
        if (runOut(cooks, supplier)) expect(half).toBeGreaterThan(3 * supplier.latencyMs);
        if (suffice(cooks, supplier)) expect(half).toBeLessThan(1.5 * supplier.latencyMs);
      }
    }
  });

  it('makes one of every ten slow, in the same places for the same seed', () => {
    const latencies = latenciesOf(standard, 7);
    for (let from = 0; from < orderCount; from += 10) {
      expect(latencies.slice(from, from + 10).filter((one) => one === 110)).toHaveLength(1);
    }
    expect(latenciesOf(standard, 7)).toEqual(latencies);
    expect(latenciesOf(standard, 8)).not.toEqual(latencies);
  });

  it('answers what is asked of the run, and draws the waits with their number of rounds', () => {
    const context = contextOf(recordOf());
    expect(
      observe(context)
        .options.filter(({ truth }) => truth === 'right')
        .map(({ id }) => id),
    ).toEqual(['threads-4']);
    const [prompt, slow] = slowSupplierFigures(context);
    expect([prompt?.name, slow?.name]).toEqual(['waits-prompt', 'waits-slow']);
    expect(slow?.lines.map(({ name }) => name)).toEqual(['Async', '4 blocked threads', '8 blocked threads']);
    // Half and three quarters are prompt, 95 and 99 in 100 are slow; in 7 rounds.
    const async = slow?.table.rows.filter(([name]) => name === 'Async');
    expect(async?.map(([, share]) => share)).toEqual([50, 75, 90, 95, 99]);
    expect(async?.[0]?.slice(2)).toEqual([5.05, 5, 5.1, 7]);
    expect(async?.[4]?.slice(2)).toEqual([111.1, 110, 112.2, 7]);
    expect(slow?.caption).toContain(
      '90 of 100 requests asked the supplier for 5 ms. 10 of 100 requests asked the supplier for 110 ms.',
    );
  });
});

describe('orders that contradict themselves', () => {
  const codesAfter = (change: (task: CellRecord['tasks'][number]) => CellRecord['tasks'][number]) => {
    const record = recordOf();
    const cells = record.cells.map((cell, index) => (index === 3 ? { ...cell, tasks: cell.tasks.map(change) } : cell));
    const codes = [...insidesThatDoNotFollow({ ...record, cells })].map(({ code }) => code);
    return new Set(codes.filter((code) => code === 'task-times'));
  };

  it('are sent before they are due, or answered sooner than was asked for', () => {
    expect(codesAfter((task) => task).size).toBe(0);
    expect(codesAfter((task) => ({ ...task, dueNs: (task.sentNs ?? 0) + 1 })).size).toBe(1);
    expect(codesAfter((task) => ({ ...task, askedMs: 5000 })).size).toBe(1);
  });
});
