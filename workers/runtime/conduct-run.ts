import { setTimeout as pause } from 'node:timers/promises';
import type { ConditionDefinition, ExperimentDefinition } from '@core/experiments/definition-types';
import { measuresWindow } from '@core/experiments/measures-window';
import type { RunEvent, RunProgress } from '@core/record/events';
import { createMeasureBook } from '@core/analysis/lost-measures';
import { cellOrder, spareOrder } from '@core/record/order';
import type { OrderedCell } from '@core/record/order';
import type { RunPlan } from '@core/record/plan';
import { minimumRounds } from '@core/statistics/verdict';
import type { ServiceAddress } from '@core/protocol/services';
import type { ExperimentBody } from '../experiments/body';
import type { RunClock } from '../measurement/clock';
import { calibrateRun } from './calibrate-run';
import { runCell } from './cell';
import { workerRecord } from './hiring';
import { createChecksumBook } from './checksum-book';
import type { Crew } from './crew';
import { hireCrews } from './hire-crews';
import { measureMessageTrips } from './message-trips';
import { createRoundLoad } from './round-load';
import { createRoundWidths } from './round-widths';
import { RunFailure } from './run-failure';
import { createRunPinning } from './run-pinning';
import { createWindowWatch, mapClock } from './window-watch';
import type { WindowWatch } from './window-watch';
import type { ProcessAgency } from './worker-handle';

export interface Conductor {
  readonly experiment: ExperimentDefinition;
  readonly body: ExperimentBody;
  readonly plan: RunPlan;
  /** The run's private folder, made and removed by main. */
  readonly folder: string;
  readonly clock: RunClock;
  readonly agency: ProcessAgency;
  /** Has main start the I/O services. @throws RunFailure if they do not start */
  readonly openServices: (database: boolean) => Promise<ServiceAddress>;
  readonly report: (event: RunEvent) => void;
  readonly progress: (progress: RunProgress) => void;
}

const quietCheckMs = 400;
/** A cell shorter than this is repeated; the part's shortest planned cell decides, alike for all its conditions. */
const repeatBelowMs = 100;
const repetitions = 3;
/** Spare rounds must be over before this share of the run's time is used up. */
const spareUntilShare = 0.9;

/** Conducts a whole run, from the look at the machine's other load to the last round. @throws RunFailure */
export async function conductRun(conductor: Conductor): Promise<void> {
  const { experiment, body, plan, clock, report } = conductor;
  const order = cellOrder(experiment, plan.rounds, plan.seed);
  report({ type: 'order', cells: order.map(([round, part, condition]) => [round, part, condition]) });
  const tell = progressTeller(conductor);

  tell('checking', 0, order.length);
  const before = createRoundLoad(clock, new Map(), report);
  await pause(quietCheckMs);
  await before.end(-1);

  tell('calibrating', 0, order.length);
  const { services: needed } = body.needs?.(plan) ?? { services: 'none' };
  const services = needed === 'none' ? null : await conductor.openServices(needed === 'database');
  const { folder, agency } = conductor;
  const place = { worker: 'dispatcher', folder, services };
  const { iterations, sentinelIterations } = await calibrateRun(body, plan, place, clock, report);

  tell('hiring', 0, order.length);
  const memoryLimitMb = plan.workbench?.memoryLimitMb ?? null;
  const { lowerPriority } = plan;
  const options = { originNs: String(clock.originNs), lowerPriority, folder, services, memoryLimitMb };
  const crews = await hireCrews(experiment, body, plan, { clock, options, agency, report });
  await measureTrips(crews, clock, report);

  const watch = measuresWindow(experiment) ? await createWindowWatch({ clock, options, agency }) : undefined;

  const load = createRoundLoad(clock, crews, report);
  const pinning = createRunPinning();
  const mayDiffer = experiment.parts.filter((part) => part.resultsMayDiffer === true).map(({ id }) => id);
  const checksums = createChecksumBook(new Set(mayDiffer));
  const stopRule = createStopRule(conductor);
  const measures = createMeasureBook(experiment);
  let index = 0;
  const context = { clock, sentinelIterations, watch, watchesCores: experiment.watchesCores === true };

  async function measure(cell: OrderedCell): Promise<void> {
    const [, part, conditionId] = cell;
    const { condition, crew } = find(experiment, crews, conditionId);
    const pinned = await pinning.apply(condition, crew);
    if (pinned) report({ type: 'pinned', pinning: pinned });
    const times = body.shortestCellMs(part, plan) < repeatBelowMs ? repetitions : 1;
    const work = body.work(part, condition, plan, iterations);
    const allows = experiment.parts.find(({ id }) => id === part)?.allows;
    for (let repetition = 0; repetition < times; repetition++) {
      const done = await runCell(cell, index++, repetition, crew, work, { ...context, allows });
      report({ type: 'cell', cell: done });
      for (const newcomer of crew.takeNewcomers()) {
        report({ type: 'worker', worker: await workerRecord(condition, newcomer) });
      }
      checksums.check(done);
      stopRule.add(done);
      measures.add(done);
    }
  }

  let done = 0;
  let longestRoundNs = 0;
  async function measureRound(round: number, cells: readonly OrderedCell[], planned: number): Promise<void> {
    const startNs = clock.now();
    for (const cell of cells) {
      const [, part, condition] = cell;
      tell(round === 0 ? 'warming-up' : 'measuring', done++, planned, round, part, condition);
      await measure(cell);
    }
    await load.end(round);
    longestRoundNs = Math.max(longestRoundNs, clock.now() - startNs);
  }

  let stopped = false;
  for (let round = 0; round <= plan.rounds && !stopped; round++) {
    await measureRound(
      round,
      order.filter(([of]) => of === round),
      order.length,
    );
    stopped = stopRule.stopsAfter(round);
  }
  // A run that stopped because its intervals are narrow has what it wanted.
  const isNarrow = stopRule.isNarrow();
  const latestNs = spareUntilShare * plan.timeBudgetSeconds * 1e9;
  for (let spare = 1; !isNarrow && spare <= (plan.spareRounds ?? 0); spare++) {
    const missing = measures.missing(plan.rounds);
    if (missing.length === 0 || clock.now() + longestRoundNs > latestNs) break;
    const round = plan.rounds + spare;
    const cells = spareOrder(experiment, new Set(missing.map(({ part }) => part)), round, plan.seed);
    report({ type: 'spare-round', spare: { round, missing }, cells: cells.map((cell) => [...cell]) });
    await measureRound(round, cells, done + cells.length);
  }
  await reportClocks(watch, crews, report);
}

/** Pages have clocks of their own: how well they were mapped to the run's is part of the record. */
async function reportClocks(
  watch: WindowWatch | undefined,
  crews: ReadonlyMap<string, Crew>,
  report: (event: RunEvent) => void,
): Promise<void> {
  const members = [...crews.values()].flatMap((crew) => crew.members.map(({ handle }) => handle));
  for (const handle of [...(watch?.guests ?? []), ...members]) {
    if (handle.kind === 'renderer' || handle.kind === 'web-worker') {
      report({ type: 'clock-mapped', mapping: await mapClock(handle) });
    }
  }
}

type Tell = (
  phase: RunProgress['phase'],
  done: number,
  planned: number,
  round?: number,
  part?: string,
  condition?: string,
) => void;

function progressTeller({ plan, progress }: Conductor): Tell {
  return (phase, done, planned, round = 0, part, condition) => {
    const rounds = Math.max(plan.rounds, round);
    progress({ phase, done, planned, round, rounds, part: part ?? null, condition: condition ?? null });
  };
}

interface FoundCondition {
  readonly condition: ConditionDefinition;
  readonly crew: Crew;
}

function find(experiment: ExperimentDefinition, crews: ReadonlyMap<string, Crew>, id: string): FoundCondition {
  const condition = experiment.conditions.find((one) => one.id === id);
  const crew = crews.get(id);
  if (!condition || !crew) throw new RunFailure('protocol-error', `There is no condition ${id}.`);
  return { condition, crew };
}

async function measureTrips(
  crews: ReadonlyMap<string, Crew>,
  clock: RunClock,
  report: (event: RunEvent) => void,
): Promise<void> {
  for (const { members } of crews.values()) {
    const hired = members.find((member) => member.hired);
    if (hired) report(await measureMessageTrips(hired.handle, clock));
  }
}

interface StopRule {
  add: ReturnType<typeof createRoundWidths>['add'];
  /** Whether no further round is needed. Reports why the run stopped, once, where the plan has a target. */
  stopsAfter(round: number): boolean;
  /** Whether it stopped because every interval was narrow enough. */
  isNarrow(): boolean;
}

/** Stops before the last round if the plan has a target width and every comparison has reached it. */
function createStopRule({ experiment, plan, report }: Conductor): StopRule {
  const widths = createRoundWidths(experiment, plan.seed);
  const target = plan.workbench?.targetWidth ?? null;
  let isNarrow = false;
  return {
    isNarrow: () => isNarrow,
    add: (cell) => {
      widths.add(cell);
    },
    stopsAfter(round) {
      if (target === null || round < minimumRounds) return false;
      const width = widths.widest(round);
      const widest = Number.isFinite(width) ? width : null;
      const narrow = width < target;
      isNarrow = narrow;
      if (!narrow && round < plan.rounds) return false;
      report({
        type: 'stopped',
        stop: { reason: narrow ? 'narrow-enough' : 'maximum-reached', rounds: round, widest },
      });
      return true;
    },
  };
}
