/**
 * Synthetic, for tests only: a complete record of `eggs-and-toast` whose every number is invented. Nothing in it was
 * measured; product code never imports this file.
 */
import { eggsAndToast } from '../experiments/eggs-and-toast/definition';
import type { ConditionDefinition } from '../experiments/definition-types';
import { createRandom, type Random } from '../statistics/random';
import type { Environment } from '../record/environment';
import type { CellRecord, HiringRecord, WorkerRecord } from '../record/events';
import { cellOrder, type OrderedCell } from '../record/order';
import { resolvePlan, type Prediction, type RunPlan } from '../record/plan';
import type { RunOutcome, RunRecord } from '../record/record';
import { currentFormat } from '../record/upgrade/upgrade';
import { todaysRules } from '../rules/registry';
import { shortestCellMs, syntheticCell, syntheticWorkerId } from './synthetic-cells';

export interface SyntheticOptions {
  /** Measured rounds, without the warm-up. 7 unless given. */
  readonly rounds?: number;
  readonly seed?: number;
  /** Available parallelism. 4 unless given; with 1, hired cooks knead one after the other. */
  readonly cores?: number;
  /** Multiplies a condition's work, by `condition` (in all parts) or `part/condition`. */
  readonly scale?: Readonly<Record<string, number>>;
  /** Standard deviation of the per-cell log factor: 0.01 is about 1 %. 0 gives equal rounds. */
  readonly noise?: number;
  readonly outcome?: RunOutcome;
  readonly prediction?: 'given' | 'skipped';
  /** Milliseconds by parameter; work below 100 ms is repeated three times, as in a real run. */
  readonly parameters?: Readonly<Record<string, number>>;
  readonly hash?: string;
}

const iterationsPerMs = 250_000;
const labPid = 4200;

/** A valid record of an invented run; equal options give equal records. */
export function syntheticRecord(options: SyntheticOptions = {}): RunRecord {
  const { rounds = 7, seed = 7, cores = 4, noise = 0.002, prediction = 'given' } = options;
  const plan = resolvePlan(eggsAndToast, {
    preset: 'quick',
    seed,
    parameters: { ...options.parameters, rounds },
    lowerPriority: true,
  });
  const random = createRandom(seed);
  const iterations = iterationsOf(plan);
  const order = cellOrder(eggsAndToast, plan.rounds, seed);
  const cells = cellsOf(order, plan, { random, cores, noise, scale: options.scale ?? {}, iterations });
  return {
    schemaVersion: currentFormat,
    id: `20260102T030405Z-${seed.toString(16).padStart(8, '0')}`,
    appVersion: '0.1.0',
    startedAt: '2026-01-02T03:04:05.000Z',
    endedAt: '2026-01-02T03:04:41.000Z',
    origin: 'command-line',
    environment: environmentWith(cores),
    plan,
    definition: eggsAndToast,
    rules: todaysRules,
    prediction: prediction === 'given' ? givenPrediction : { status: 'skipped', frozenAt: '2026-01-02T03:04:00.000Z' },
    title: 'Eggs and toast (synthetic)',
    tags: [],
    notes: '',
    outcome: options.outcome ?? { status: 'completed' },
    answers: {},
    order: order.map((cell) => [...cell]),
    calibration: {
      kernel: 'knead',
      iterationsPerMs,
      samples: [1, 2, 3].map((step) => ({ iterations: step * 1_000_000, durationNs: step * 4_000_000 })),
      iterations,
    },
    hirings: hiringConditions().flatMap((condition) => hiringsOf(condition, plan.hiringTrials, random)),
    workers: eggsAndToast.conditions.flatMap(workersOf),
    messageTrips: hiringConditions().map((condition) => tripsOf(condition, random)),
    cells,
    loads: loadsOf(cells, cores),
    warnings: [],
    verdicts: [],
    hash: options.hash ?? '0'.repeat(64),
  };
}

interface CellChoices {
  readonly random: Random;
  readonly cores: number;
  readonly noise: number;
  readonly scale: Readonly<Record<string, number>>;
  readonly iterations: Readonly<Record<string, number>>;
}

function cellsOf(order: readonly OrderedCell[], plan: RunPlan, choices: CellChoices): CellRecord[] {
  const cells: CellRecord[] = [];
  let startNs = 2_000_000_000;
  for (const [round, part, id] of order) {
    const condition = eggsAndToast.conditions.find((one) => one.id === id);
    if (!condition) continue;
    const repetitions = shortestCellMs(part, plan) < 100 ? 3 : 1;
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      const scale = choices.scale[`${part}/${id}`] ?? choices.scale[id] ?? 1;
      const cell = syntheticCell(condition, plan, choices.cores, {
        index: cells.length,
        round,
        repetition,
        part,
        startNs,
        // The warm-up is slower, as it is on a real machine before functions are optimised.
        factor: scale * Math.exp(choices.noise * normal(choices.random)) * (round === 0 ? 1.15 : 1),
        sentinelNs: Math.round(5_000_000 * Math.exp(choices.noise * normal(choices.random))),
        iterations: choices.iterations,
      });
      cells.push(cell);
      startNs = cell.endNs + 12_000_000;
    }
  }
  return cells;
}

function hiringConditions(): readonly ConditionDefinition[] {
  return eggsAndToast.conditions.filter((condition) => condition.seats.some((seat) => seat.hired));
}

function hiringsOf(condition: ConditionDefinition, trials: number, random: Random): HiringRecord[] {
  const workers = condition.seats.filter((seat) => seat.hired).length;
  const process = condition.strategy === 'processes';
  return Array.from({ length: trials }, (_, trial) => {
    const requestedNs = 500_000_000 + trial * 150_000_000;
    const tookNs = (process ? 95_000_000 : 28_000_000) * Math.exp(0.05 * normal(random));
    const bytes = (process ? 31_000_000 : 5_400_000) * workers * Math.exp(0.02 * normal(random));
    return {
      condition: condition.id,
      trial,
      workers,
      requestedNs,
      readyNs: requestedNs + Math.round(tookNs),
      memoryBytes: Math.round(bytes),
      memoryBasis: 'pss',
    };
  });
}

function workersOf(condition: ConditionDefinition): WorkerRecord[] {
  const base = 100 * (eggsAndToast.conditions.indexOf(condition) + 1);
  return condition.seats.map((seat, index) => {
    const pid = seat.kind === 'process' ? labPid + base + index : labPid;
    return {
      id: syntheticWorkerId(condition.id, seat.id),
      condition: condition.id,
      seat: seat.id,
      kind: seat.kind,
      hired: seat.hired,
      pid,
      tid: labPid + base + 10 + index,
      requestedNs: 400_000_000,
      readyNs: seat.kind === 'process' ? 495_000_000 : 428_000_000,
      nice: 5,
      cpuSource: 'schedstat',
      memory: { processRssBytes: 88_000_000, processPssBytes: 41_000_000, heapBytes: 4_200_000 },
    };
  });
}

function tripsOf(condition: ConditionDefinition, random: Random): RunRecord['messageTrips'][number] {
  const process = condition.strategy === 'processes';
  const trip = (typicalNs: number): number => Math.round(typicalNs * Math.exp(0.2 * normal(random)));
  return {
    worker: syntheticWorkerId(condition.id, 'cook-1'),
    kind: process ? 'process' : 'thread',
    roundTripNs: Array.from({ length: 50 }, () => trip(process ? 310_000 : 42_000)),
    relayNs: process ? Array.from({ length: 50 }, () => trip(160_000)) : [],
  };
}

/** One interval per round in which the machine does nothing but the run. */
function loadsOf(cells: readonly CellRecord[], cores: number): RunRecord['loads'] {
  return [...new Set(cells.map((cell) => cell.round))].map((round) => {
    const own = cells.filter((cell) => cell.round === round);
    const startNs = Math.min(...own.map((cell) => cell.startNs));
    const endNs = Math.max(...own.map((cell) => cell.endNs));
    const cpuNs = own.flatMap((cell) => cell.workers).reduce((sum, worker) => sum + (worker.cpuNs ?? 0), 0);
    const perCore = Math.min(1, cpuNs / (endNs - startNs) / cores);
    return { round, startNs, endNs, perCore: Array.from({ length: cores }, () => perCore), ownCpuSeconds: cpuNs / 1e9 };
  });
}

function iterationsOf(plan: RunPlan): Record<string, number> {
  const of = (parameter: string): number => (plan.parameters[parameter] ?? 0) * iterationsPerMs;
  return {
    cleaning: of('cleaningMs'),
    dough: of('doughMs'),
    sentinel: 5 * iterationsPerMs,
  };
}

const givenPrediction: Prediction = {
  status: 'given',
  totalsMs: {
    'first-course': { sync: 580, async: 300, threads: 300, processes: 350 },
    doughs: { sync: 240, async: 120, threads: 130, processes: 140 },
  },
  reason: 'Waiting overlaps, kneading needs hands.',
  frozenAt: '2026-01-02T03:04:00.000Z',
};

function environmentWith(cores: number): Environment {
  return {
    cpuModel: 'Synthetic CPU',
    physicalCores: Math.max(1, Math.floor(cores / 2)),
    logicalCores: cores,
    availableParallelism: cores,
    memoryBytes: 8_000_000_000,
    platform: 'linux',
    osRelease: '6.1.0',
    architecture: 'x64',
    electron: '45.4.1',
    chromium: '150.0.0.0',
    node: '24.0.0',
    v8: '15.0.0',
    runtime: 'official',
    packaged: false,
    powerSource: 'mains',
    virtualMachine: false,
    cpuQuotaCores: null,
    governor: 'performance',
    clock: 'process.hrtime.bigint',
  };
}

/** A standard normal number (Box and Muller). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
