import { setTimeout as pause } from 'node:timers/promises';
import type { ConditionDefinition, ExperimentDefinition, PartDefinition } from '@core/experiments/definition-types';
import { measuresAskedFor } from '@core/analysis/lost-measures';
import { measuresWindow } from '@core/experiments/measures-window';
import type { CellRecord, RunEvent, RunProgress } from '@core/record/events';
import { cellOrder } from '@core/record/order';
import type { OrderedCell } from '@core/record/order';
import type { RunPlan } from '@core/record/plan';
import { minimumRounds } from '@core/statistics/verdict';
import type { ServiceAddress } from '@core/protocol/services';
import type { ExperimentBody } from '../experiments/body';
import type { RunClock } from '../measurement/clock';
import { calibratePython } from '../python/calibrate';
import { checkAnswers } from '../python/check-answers';
import { usesPython, writePrograms } from '../python/programs';
import { createThrottlingReader } from '../machine/control-group';
import { readText } from '../machine/read-text';
import { calibrateRun } from './calibrate-run';
import { runCell } from './cell';
import { workerRecord } from './hiring';
import { createChecksumBook } from './checksum-book';
import type { Crew } from './crew';
import { hireCrews } from './hire-crews';
import { measureRounds } from './measure-rounds';
import { measureMessageTrips } from './message-trips';
import { createNarrowing } from './narrowing';
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
  /** Path of each interpreter of Python, by its key. */
  readonly interpreters: Readonly<Record<string, string>>;
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
  const { folder, agency, interpreters } = conductor;
  const python = { interpreters, planned: plan.pythons ?? [], folder, lowerPriority: plan.lowerPriority };
  if (usesPython(experiment)) await writePrograms(folder);
  const place = { worker: 'dispatcher', folder, services };
  const sized = await calibrateRun(body, plan, place, clock, report);
  const { sentinelIterations } = sized;
  const kneading = await calibratePython(body.pythonCalibrations?.(plan) ?? [], python, clock, report);
  const iterations = { ...sized.iterations, ...kneading };

  tell('hiring', 0, order.length);
  const memoryLimitMb = plan.workbench?.memoryLimitMb ?? null;
  const { lowerPriority } = plan;
  const options = { originNs: String(clock.originNs), lowerPriority, folder, services, memoryLimitMb };
  const crews = await hireCrews(experiment, body, plan, { clock, options, agency, report, python });
  await measureTrips(crews, clock, report);

  const watch = measuresWindow(experiment) ? await createWindowWatch({ clock, options, agency }) : undefined;

  const load = createRoundLoad(clock, crews, report);
  const pinning = createRunPinning();
  const mayDiffer = experiment.parts.filter((part) => part.resultsMayDiffer === true).map(({ id }) => id);
  const checksums = createChecksumBook(new Set(mayDiffer));
  const stopRule = createStopRule(conductor);
  const narrowing = createNarrowing(experiment, plan, report);
  let index = 0;
  const readThrottling = createThrottlingReader(readText);
  const watchesCores = experiment.watchesCores === true;
  const context = { clock, sentinelIterations, watch, watchesCores, readThrottling, hasHelpers: services !== null };

  async function measure(cell: OrderedCell): Promise<readonly CellRecord[]> {
    const [, part, conditionId] = cell;
    const { condition, crew } = find(experiment, crews, conditionId);
    const pinned = await pinning.apply(condition, crew);
    if (pinned) report({ type: 'pinned', pinning: pinned });
    const defined = experiment.parts.find(({ id }) => id === part);
    // A search is coarse: it looks once.
    const isShort = defined?.search === undefined && body.shortestCellMs(part, plan) < repeatBelowMs;
    const times = isShort ? repetitions : 1;
    const work = body.work(part, condition, plan, iterations);
    const allows = defined?.allows;
    const watchesProcess = defined && processWatchFor(defined);
    const cells: CellRecord[] = [];
    for (let repetition = 0; repetition < times; repetition++) {
      const done = await runCell(cell, index++, repetition, crew, work, { ...context, allows, watchesProcess });
      report({ type: 'cell', cell: done });
      for (const newcomer of crew.takeNewcomers()) {
        report({ type: 'worker', worker: await workerRecord(employerOf(experiment, condition), newcomer) });
      }
      checksums.check(done);
      if (condition.python) checkAnswers(done, work);
      stopRule.add(done);
      narrowing.add(done);
      cells.push(done);
    }
    return cells;
  }

  await measureRounds({
    experiment,
    plan,
    order,
    clock,
    report,
    measure,
    tell: ([round, part, condition], done, planned) => {
      const phase = round === 0 ? 'warming-up' : 'measuring';
      tell(phase, done, planned + narrowing.toCome(), round, part, condition);
    },
    endRound: (round) => load.end(round),
    followUp: (round) => narrowing.after(round),
    stopsAfter: (round) => stopRule.stopsAfter(round),
  });
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

/** What the measures of a part need to know of the process. */
function processWatchFor(part: PartDefinition): 'cpu' | 'memory' | undefined {
  const asked = measuresAskedFor(part);
  if (asked.includes('memory-per-wait')) return 'memory';
  return asked.includes('cores-used') ? 'cpu' : undefined;
}

/** The condition that the workers of this one belong to. */
function employerOf({ conditions }: ExperimentDefinition, condition: ConditionDefinition): ConditionDefinition {
  return conditions.find(({ id }) => id === condition.crewOf) ?? condition;
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
  const measured = new Set<string>();
  for (const { members } of crews.values()) {
    // Python's way of messages is no way of the lab's: its programs say for themselves what they take.
    const hired = members.find((member) => member.hired && member.handle.transport !== 'pipe');
    // Whoever works for several conditions is asked once.
    if (!hired || measured.has(hired.handle.id)) continue;
    measured.add(hired.handle.id);
    report(await measureMessageTrips(hired.handle, clock));
  }
}

interface StopRule {
  add: ReturnType<typeof createRoundWidths>['add'];
  /** Whether every interval is narrow enough. Reports why the run stopped, once, where the plan has a target. */
  stopsAfter(round: number): boolean;
}

/** Stops before the last round if the plan has a target width and every comparison has reached it. */
function createStopRule({ experiment, plan, report }: Conductor): StopRule {
  const widths = createRoundWidths(experiment, plan.seed);
  const target = plan.workbench?.targetWidth ?? null;
  return {
    add: (cell) => {
      widths.add(cell);
    },
    stopsAfter(round) {
      if (target === null || round < minimumRounds) return false;
      const width = widths.widest(round);
      const widest = Number.isFinite(width) ? width : null;
      const narrow = width < target;
      if (!narrow && round < plan.rounds) return false;
      report({
        type: 'stopped',
        stop: { reason: narrow ? 'narrow-enough' : 'maximum-reached', rounds: round, widest },
      });
      return narrow;
    },
  };
}
