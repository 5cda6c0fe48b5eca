import { describe, expect, it } from 'vitest';
import type { CellRecord } from '../record/events';
import type { RunRecord } from '../record/record';
import { contextOf, recordsOfEveryExperiment } from '../testing/every-experiment';
import { withAllMeasures } from '../testing/synthetic-measures';
import { syntheticRecord, type SyntheticOptions } from '../testing/synthetic-record';
import { syntheticTasksRecord, type SyntheticTasksOptions } from '../testing/synthetic-tasks';
import { askedObservation } from '../words/observation';
import { findExperiment } from './catalogue';
import { experiments } from './index';
import type { Experiment } from './experiment';
import { payloadBytes } from './passing-data/definition';

const ids = Object.keys(experiments);
const registered: Readonly<Record<string, Experiment>> = experiments;

/** Ids of the options by what the record says about them: `right a, b; open c`; the others are wrong. */
function told(record: RunRecord): { right: readonly string[]; open: readonly string[] } {
  const { options } = registered[record.plan.experiment]?.questions(contextOf(record)) ?? { options: [] };
  const of = (truth: string): string[] => options.filter((one) => one.truth === truth).map(({ id }) => id);
  return { right: of('right'), open: of('open') };
}

function run(id: string, options: Partial<SyntheticTasksOptions>): RunRecord {
  const { cores = 2 } = options;
  const experiment = findExperiment(id, cores);
  if (!experiment) throw new Error(`no ${id}`);
  return syntheticTasksRecord(experiment, { totalMs: () => 100, cores, shape: withAllMeasures, ...options });
}

function eggs(options: SyntheticOptions = {}): RunRecord {
  return syntheticRecord(options);
}

describe.each(ids)('the question about a run of %s', (id) => {
  it.each([1, 2, 4, 16])('has options that can be told apart, texts and a place, on %d cores', (cores) => {
    const record = recordsOfEveryExperiment(cores).get(id);
    if (!record) throw new Error(`no record of ${id}`);
    const asked = askedObservation(contextOf(record));
    expect(asked?.question).toMatch(/^[^{}]{20,}\?$/);
    const options = asked?.options ?? [];
    // One core has two numbers of threads.
    expect(options.length).toBeGreaterThanOrEqual(2);
    expect(new Set(options.map((one) => one.id)).size).toBe(options.length);
    expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
    for (const option of options) {
      // What a record holds: an identifier.
      expect(option.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(option.label).not.toMatch(/[{}]|condition\.|part\.|task\./);
      expect(asked?.feedbackOf(option.id).text).toMatch(/^[^{}]{20,}$/);
    }
    expect(asked?.place === 'timeline' || (asked?.place.length ?? 0) > 0).toBe(true);
  });

  it('is told by no run of too few rounds, and then no answer is wrong', () => {
    const record = id === 'eggs-and-toast' ? eggs({ rounds: 2 }) : run(id, { rounds: 2 });
    // Hirings are counted apart from rounds.
    if (id === 'threads-or-processes') record.hirings = record.hirings.filter(({ trial }) => trial < 1);
    expect(told(record).right).toEqual([]);
    const asked = askedObservation(contextOf(record));
    for (const option of asked?.options ?? []) expect(asked?.feedbackOf(option.id).outcome).toBe('not-told');
  });
});

/** A cell whose threads were idle for this share, computed for that one, and held their loops for another. */
function shaped(
  idle: (condition: string) => number,
  cpu: (condition: string) => number,
  loop: (condition: string) => number,
) {
  return (cell: CellRecord): CellRecord => {
    const length = cell.endNs - cell.startNs;
    const job = cell.tasks[0];
    const full = withAllMeasures(cell);
    return {
      ...full,
      workers: full.workers.map((worker) => ({
        ...worker,
        cpuNs: Math.round(cpu(cell.condition) * length),
        counters: { voluntarySwitches: 1, involuntarySwitches: 1, utilization: loop(cell.condition), loopDelay: null },
        spans: job
          ? [
              {
                state: 'busy' as const,
                task: job.task,
                startNs: cell.startNs,
                endNs: cell.startNs + Math.round(length / 10),
              },
              {
                state: 'idle' as const,
                startNs: cell.startNs + Math.round(length / 10),
                endNs: Math.round(cell.startNs + length * (0.1 + idle(cell.condition))),
              },
              {
                state: 'busy' as const,
                task: job.task,
                startNs: Math.round(cell.startNs + length * (0.1 + idle(cell.condition))),
                endNs: cell.endNs,
              },
            ]
          : worker.spans,
      })),
    };
  };
}

describe('what a run shows', () => {
  it('sharing-the-loop: the way in which the thread of the job is idle the most', () => {
    const idle = (most: string) =>
      told(
        run('sharing-the-loop', {
          noise: 0,
          shape: shaped(
            (one) => (one === most ? 0.3 : 0.01),
            () => 0.5,
            () => 0.5,
          ),
        }),
      ).right;
    expect(idle('timeout')).toEqual(['timeout']);
    expect(idle('immediate')).toEqual(['immediate']);
    expect(idle('nothing')).toEqual([]);
  });

  it('blocked-is-not-busy: the way that holds the loop without a core', () => {
    const way = (cpu: Readonly<Record<string, number>>, loop: Readonly<Record<string, number>>) =>
      told(
        run('blocked-is-not-busy', {
          noise: 0,
          shape: shaped(
            () => 0.01,
            (one) => cpu[one] ?? 0.9,
            (one) => loop[one] ?? 0.95,
          ),
        }),
      );
    expect(way({ 'sync-wait': 0.01, 'async-wait': 0.01 }, { 'async-wait': 0.02 })).toEqual({
      right: ['sync-wait'],
      open: [],
    });
    expect(way({ 'sync-wait': 0.01, 'async-wait': 0.01 }, {}).right).toEqual(['sync-wait', 'async-wait']);
    expect(way({}, {}).right).toEqual([]);
  });

  it('freeze-the-window: the place where frames go on and calls wait, told only while the control holds', () => {
    const window =
      (late: string, idleMs = 1) =>
      (cell: CellRecord): CellRecord => {
        const full = withAllMeasures(cell);
        const [length, start] = [cell.endNs - cell.startNs, cell.startNs];
        const every = (step: number): number[] =>
          Array.from({ length: Math.floor(length / step) + 2 }, (_, n) => start + n * step);
        const isFrozen = cell.condition === 'renderer' || (cell.condition === 'idle' && idleMs > 100);
        const wait = cell.condition === late ? length : 1e6;
        const ipc = { periodNs: 10e6, firstDueNs: start + 1, latencyNs: [1e6, wait] };
        const framesNs = isFrozen ? [start, cell.endNs] : every(16e6);
        return { ...full, window: { ...full.window!, framesNs, ipc } };
      };
    const seen = (late: string, idleMs?: number) =>
      told(run('freeze-the-window', { noise: 0, totalMs: () => 300, shape: window(late, idleMs) })).right;
    expect(seen('main')).toEqual(['main']);
    expect(seen('process')).toEqual(['process']);
    expect(seen('main', 300)).toEqual([]);
  });

  it('eggs-and-toast: the dish that was served first', () => {
    expect(told(eggs())).toEqual({ right: ['cleaning'], open: [] });
    const record = eggs();
    const swapped = record.cells.map((cell) => ({
      ...cell,
      tasks: cell.tasks.map((task) => {
        const other = { eggs: 'cleaning', cleaning: 'eggs' }[task.task];
        return { ...task, servedNs: cell.tasks.find((one) => one.task === other)?.servedNs ?? task.servedNs };
      }),
    }));
    expect(told({ ...record, cells: swapped }).right).toEqual(['eggs']);
    expect(told(eggs({ noise: 0.8, seed: 3 })).right).toEqual([]);
  });

  it('noise-floor: the part with the larger difference, or about equal ones', () => {
    const apart = (computing: number, waiting: number) =>
      told(
        run('noise-floor', {
          noise: 0,
          totalMs: (part, condition) =>
            100 * (condition === 'third' ? 1 + (part === 'computing' ? computing : waiting) : 1),
        }),
      ).right;
    expect(apart(0.1, 0.01)).toEqual(['computing']);
    expect(apart(0.01, 0.1)).toEqual(['waiting']);
    expect(apart(0.1, 0.1)).toEqual(['same']);
    expect(apart(0.15, 0.1)).toEqual(['computing', 'same']);
  });

  it('waiting-for-io: where the curve of the files ends to rise', () => {
    const until = (most: number, noise?: number) =>
      told(
        run('waiting-for-io', {
          ...(noise !== undefined && { noise }),
          totalMs: (_part, condition) => 200 / Math.min(most, Number(/\d+/.exec(condition)?.[0])),
        }),
      );
    expect(until(4)).toEqual({ right: ['n-4'], open: [] });
    expect(until(1000).right).toEqual(['n-32']);
    expect(until(1).right).toEqual(['n-1']);
    // Noise as large as the steps of the curve makes it flat everywhere, and tells nothing.
    expect(until(4, 0.9).right).toEqual([]);
  });

  it('many-cooks: the number of threads after which no more help', () => {
    const scaling = (cores: number) =>
      run('many-cooks', {
        cores,
        totalMs: (_part, condition) => 400 / Math.min(cores, Number(/\d+/.exec(condition)?.[0])),
      });
    for (const cores of [2, 4, 8]) expect(told(scaling(cores)).right).toEqual([`n-${cores}`]);
  });

  it('hidden-helpers: the work that the pool does not do, none, or unknown', () => {
    const gain = (helped: readonly string[], noise = 0.002) =>
      told(
        run('hidden-helpers', {
          noise,
          totalMs: (part, condition) => (helped.includes(part) ? 100 / Number(/\d+/.exec(condition)?.[0]) : 100),
        }),
      ).right;
    expect(gain(['hashing', 'zipping', 'files'])).toEqual(['requests']);
    expect(gain([])).toEqual(['hashing', 'zipping', 'files', 'requests']);
    expect(gain(['hashing', 'zipping', 'files', 'requests'])).toEqual(['none']);
    expect(gain(['hashing', 'zipping', 'files'], 0.4)).toEqual([]);
  });

  it('async-is-not-parallel: in turn, side by side or in pieces, by the recorded spans', () => {
    const shaped = (shape: (cell: CellRecord) => CellRecord) =>
      told(run('async-is-not-parallel', { shape: (cell) => shape(withAllMeasures(cell)) })).right;
    expect(shaped((cell) => cell)).toEqual(['in-turn']);
    const spansOf = (
      cell: CellRecord,
      times: readonly (readonly [task: string, from: number, to: number])[],
    ): CellRecord => {
      const length = cell.endNs - cell.startNs;
      const at = (share: number): number => cell.startNs + Math.round(share * length);
      const spans = times.map(([task, from, to]) => ({
        state: 'busy' as const,
        task,
        startNs: at(from),
        endNs: at(to),
      }));
      return { ...cell, workers: cell.workers.map((worker) => ({ ...worker, spans })) };
    };
    expect(
      shaped((cell) =>
        spansOf(cell, [
          ['task-1', 0, 1],
          ['task-2', 0.1, 0.9],
        ]),
      ),
    ).toEqual(['side-by-side']);
    const pieces = [
      ['task-1', 0, 0.2],
      ['task-2', 0.2, 0.4],
      ['task-1', 0.4, 1],
    ] as const;
    expect(shaped((cell) => spansOf(cell, pieces))).toEqual(['pieces']);
    // Rounds that do not agree tell nothing.
    expect(shaped((cell) => (cell.round % 2 === 0 ? cell : spansOf(cell, pieces)))).toEqual([]);
  });

  it('threads-or-processes: the first with hiring, which may be the one thread alone', () => {
    const record = run('threads-or-processes', { totalMs: (_part, condition) => (condition === 'alone' ? 200 : 100) });
    const hired = (threadsMs: number, processesMs: number): RunRecord => ({
      ...record,
      hirings: record.hirings.map((one) => ({
        ...one,
        readyNs: one.requestedNs + 1e6 * (one.condition === 'processes' ? processesMs : threadsMs),
      })),
    });
    expect(told(hired(30, 80)).right).toEqual(['threads']);
    expect(told(hired(150, 300)).right).toEqual(['alone']);
    expect(told(hired(30, 30)).right).toEqual([]);
  });

  it('break-even: the smallest size at which warm processes are faster, or none', () => {
    const faster = (from: number) =>
      told(
        run('break-even', {
          totalMs: (part, condition) => {
            const size = Number(part.slice('size-'.length));
            return condition === 'processes' ? (size >= from ? 50 : 200) : 100;
          },
        }),
      ).right;
    expect(faster(300)).toEqual(['size-300']);
    expect(faster(Infinity)).toEqual(['none']);
  });

  it('passing-data: the ways whose time does not grow with the size', () => {
    const shape = (cell: CellRecord): CellRecord => ({
      ...cell,
      tasks: cell.tasks.map((task) => ({ ...task, handedNs: cell.startNs, hadNs: cell.endNs })),
    });
    const growing = (ways: readonly string[]) =>
      told(
        run('passing-data', {
          shape,
          totalMs: (part, condition) => (ways.some((way) => condition.startsWith(way)) ? payloadBytes(part) / 1024 : 1),
        }),
      ).right;
    expect(growing(['clone', 'process-clone'])).toEqual(['transfer', 'shared']);
    expect(growing(['clone', 'process-clone', 'transfer', 'shared'])).toEqual(['none']);
  });

  it('four-scenarios: the set-ups that compute faster than one core, never the thread that may use every core', () => {
    const many = (gain: number) =>
      told(run('four-scenarios', { totalMs: (_part, condition) => (condition.startsWith('many') ? 100 / gain : 100) }))
        .right;
    expect(many(2)).toEqual(['many-threads-sync', 'many-processes-sync']);
    expect(many(1)).toEqual(['none']);
  });
});
