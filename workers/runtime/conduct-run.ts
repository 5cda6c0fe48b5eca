import { setTimeout as pause } from 'node:timers/promises';
import type { ExperimentDefinition } from '@core/experiments/definition-types';
import type { RunEvent, RunProgress } from '@core/runs/events';
import { cellOrder } from '@core/runs/order';
import type { RunPlan } from '@core/runs/plan';
import { createRandom, shuffled } from '@core/statistics/random';
import { calibrateKnead } from '../measurement/calibration';
import type { RunClock } from '../measurement/clock';
import { createLoadMeter } from '../measurement/machine-load';
import type { LoadMeter } from '../measurement/machine-load';
import type { ExperimentBody, Iterations } from '../experiments/body';
import { runCell } from './cell';
import type { CellContext, SeatedWorker } from './cell';
import { describe, hireSeat, hireTeam, workerRecord } from './hiring';
import type { HiringContext } from './hiring';
import { measureMessageTrips } from './message-trips';
import type { ProcessAgency } from './worker-handle';

export interface Conductor {
  readonly experiment: ExperimentDefinition;
  readonly body: ExperimentBody;
  readonly plan: RunPlan;
  readonly clock: RunClock;
  readonly agency: ProcessAgency;
  readonly report: (event: RunEvent) => void;
  readonly progress: (progress: RunProgress) => void;
}

type Teams = ReadonlyMap<string, readonly SeatedWorker[]>;

const sentinelMs = 5;
const quietCheckMs = 400;
/** A cell shorter than this is repeated; the part's shortest planned cell decides, alike for all its conditions. */
const repeatBelowMs = 100;
const repetitions = 3;

/** Conducts a whole run, from the look at the machine's other load to the last round. @throws RunFailure */
export async function conductRun(conductor: Conductor): Promise<void> {
  const { experiment, body, plan, clock, agency, report } = conductor;
  const order = cellOrder(experiment, plan.rounds, plan.seed);
  report({ type: 'order', cells: order.map(([round, part, condition]) => [round, part, condition]) });
  const tell = progressTeller(conductor, order.length);

  tell('checking', 0);
  const meter = createLoadMeter();
  const checkedNs = clock.now();
  await pause(quietCheckMs);
  reportLoad(conductor, meter, -1, checkedNs, 0);

  tell('calibrating', 0);
  const { iterations, sentinelIterations } = calibrate(conductor);

  tell('hiring', 0);
  const hiring: HiringContext = { clock, lowerPriority: plan.lowerPriority, agency, report };
  const teams = await hireEverybody(conductor, hiring);
  await measureTrips(conductor, teams);

  const context: CellContext = {
    clock,
    sentinelIterations,
    ticketTimeoutMs: 10_000 + 20 * Object.values(plan.parameters).reduce((sum, ms) => sum + ms, 0),
  };
  let index = 0;
  let load = await startLoad(conductor, teams, meter);
  for (const [position, cell] of order.entries()) {
    const [round, part, condition] = cell;
    if (round !== load.round) load = await endLoad(conductor, teams, meter, load);
    tell(round === 0 ? 'warming-up' : 'measuring', position, round, part, condition);
    const team = teams.get(condition) ?? [];
    const times = body.shortestCellMs(part, plan) < repeatBelowMs ? repetitions : 1;
    const tickets = body.tickets(part, condition, plan, iterations);
    for (let repetition = 0; repetition < times; repetition++) {
      report({ type: 'cell', cell: await runCell(cell, index++, repetition, team, tickets, context) });
    }
  }
  await endLoad(conductor, teams, meter, load);
}

type Tell = (phase: RunProgress['phase'], done: number, round?: number, part?: string, condition?: string) => void;

function progressTeller({ plan, progress }: Conductor, planned: number): Tell {
  return (phase, done, round = 0, part, condition) => {
    progress({ phase, done, planned, round, rounds: plan.rounds, part: part ?? null, condition: condition ?? null });
  };
}

function calibrate({ body, plan, clock, report }: Conductor): { iterations: Iterations; sentinelIterations: number } {
  const { iterationsPerMs, samples } = calibrateKnead(clock);
  const iterations: Record<string, number> = {};
  for (const [name, ms] of Object.entries(body.computeMs(plan))) iterations[name] = Math.round(ms * iterationsPerMs);
  const sentinelIterations = Math.round(sentinelMs * iterationsPerMs);
  report({
    type: 'calibrated',
    calibration: {
      kernel: 'knead',
      iterationsPerMs,
      samples,
      iterations: { ...iterations, sentinel: sentinelIterations },
    },
  });
  return { iterations, sentinelIterations };
}

/**
 * Hires from nothing as often as the plan says, in shuffled order; the last hiring of each condition stays for the run.
 * Seats that are nobody's hire ("you") are filled outside these trials: they cost the same under every strategy.
 */
async function hireEverybody(conductor: Conductor, context: HiringContext): Promise<Teams> {
  const { experiment, plan, report } = conductor;
  const random = createRandom((plan.seed ^ 0x5eed) >>> 0);
  const hiring = experiment.conditions.filter((condition) => condition.seats.some((seat) => seat.hired));
  const teams = new Map<string, readonly SeatedWorker[]>();
  for (let trial = 1; trial <= plan.hiringTrials; trial++) {
    for (const condition of shuffled(hiring, random)) {
      const team = await hireTeam(condition, trial, context);
      if (trial === plan.hiringTrials) teams.set(condition.id, team);
      else await Promise.all(team.map(({ handle }) => handle.dismiss()));
    }
  }
  for (const condition of experiment.conditions) {
    const own: SeatedWorker[] = [];
    for (const seat of condition.seats) {
      if (!seat.hired) own.push(await hireSeat(condition.id, seat.id, seat.kind, context));
    }
    const team = [...own, ...(teams.get(condition.id) ?? [])];
    teams.set(condition.id, team);
    for (const member of team) report({ type: 'worker', worker: await workerRecord(condition, member) });
  }
  return teams;
}

async function measureTrips({ clock, report }: Conductor, teams: Teams): Promise<void> {
  for (const team of teams.values()) {
    const hired = team.find(({ seat }) => seat !== 'you');
    if (hired) report(await measureMessageTrips(hired.handle, clock));
  }
}

interface LoadInterval {
  readonly round: number;
  readonly startNs: number;
  readonly ownCpuSeconds: number;
}

async function startLoad(conductor: Conductor, teams: Teams, meter: LoadMeter, round = 0): Promise<LoadInterval> {
  const ownCpuSeconds = await cpuSecondsOf(teams);
  meter.read();
  return { round, startNs: conductor.clock.now(), ownCpuSeconds };
}

/** Reports the load of the round that ended and begins the next one. */
async function endLoad(
  conductor: Conductor,
  teams: Teams,
  meter: LoadMeter,
  load: LoadInterval,
): Promise<LoadInterval> {
  const used = (await cpuSecondsOf(teams)) - load.ownCpuSeconds;
  reportLoad(conductor, meter, load.round, load.startNs, Math.max(0, used));
  return startLoad(conductor, teams, meter, load.round + 1);
}

function reportLoad(
  conductor: Conductor,
  meter: LoadMeter,
  round: number,
  startNs: number,
  ownCpuSeconds: number,
): void {
  const load = { round, startNs, endNs: conductor.clock.now(), perCore: meter.read(), ownCpuSeconds };
  conductor.report({ type: 'load', load });
}

/** CPU seconds of the lab process and of every task process together. */
async function cpuSecondsOf(teams: Teams): Promise<number> {
  const usage = process.cpuUsage();
  let seconds = (usage.user + usage.system) / 1e6;
  for (const team of teams.values()) {
    for (const { handle } of team) {
      if (handle.kind === 'process') seconds += (await describe(handle)).cpuSeconds;
    }
  }
  return seconds;
}
