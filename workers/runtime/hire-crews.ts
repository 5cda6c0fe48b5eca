import type { ConditionDefinition, ExperimentDefinition } from '@core/experiments/definition-types';
import type { RunPlan } from '@core/record/plan';
import { createRandom, shuffled } from '@core/statistics/random';
import type { ExperimentBody } from '../experiments/body';
import { createColdCrew, createCrew } from './crew';
import type { Crew, CrewOptions, SeatedWorker } from './crew';
import { hireSeat, hireTeam, workerRecord } from './hiring';
import type { HiringContext } from './hiring';

/** A task may take this long where the experiment does not say, beside what its parameters allow. */
const taskTimeoutMs = 10_000;

/**
 * Hires from nothing as often as the plan says, in shuffled order; the last hiring of each condition stays for the run.
 * Seats that are nobody's hire ("you") are filled outside these trials: they cost the same under every strategy.
 */
export async function hireCrews(
  experiment: ExperimentDefinition,
  body: ExperimentBody,
  plan: RunPlan,
  context: HiringContext,
): Promise<ReadonlyMap<string, Crew>> {
  const random = createRandom((plan.seed ^ 0x5eed) >>> 0);
  const hiring = experiment.conditions.filter((condition) => condition.seats.some((seat) => seat.hired));
  const teams = new Map<string, readonly SeatedWorker[]>();
  const places = new Map(experiment.conditions.map((condition) => [condition.id, placeOf(condition, context)]));
  for (let trial = 1; trial <= plan.hiringTrials; trial++) {
    for (const condition of shuffled(hiring, random)) {
      const team = await hireTeam(condition, trial, places.get(condition.id) ?? context);
      if (trial === plan.hiringTrials) teams.set(condition.id, team);
      else await Promise.all(team.map(({ handle }) => handle.dismiss()));
    }
  }
  const crews = new Map<string, Crew>();
  for (const condition of experiment.conditions) {
    const place = places.get(condition.id) ?? context;
    const own: SeatedWorker[] = [];
    for (const seat of condition.seats) {
      if (!seat.hired) own.push(await hireSeat(condition.id, seat, place));
    }
    const members = [...own, ...(teams.get(condition.id) ?? [])];
    for (const member of members) context.report({ type: 'worker', worker: await workerRecord(condition, member) });
    const options = crewOptions(condition, body, plan, context);
    if (!condition.cold) {
      crews.set(condition.id, createCrew(members, { ...options, ...successorsOf(experiment, condition, place) }));
    } else {
      await Promise.all(members.map(({ handle }) => handle.dismiss()));
      const seats = condition.seats.map((seat) => () => hireSeat(condition.id, seat, place));
      crews.set(
        condition.id,
        createColdCrew(() => Promise.all(seats.map((hire) => hire())), options),
      );
    }
  }
  return crews;
}

/** The context of a condition's hirings, with the memory that its threads share. */
function placeOf({ sharedBytes }: ConditionDefinition, context: HiringContext): HiringContext {
  if (sharedBytes === undefined) return context;
  return { ...context, options: { ...context.options, shared: new SharedArrayBuffer(sharedBytes) } };
}

/** How lost members are replaced, where a part of the condition allows that one is lost or takes too long. */
function successorsOf(
  { parts }: ExperimentDefinition,
  condition: ConditionDefinition,
  context: HiringContext,
): Pick<CrewOptions, 'rehire'> {
  const allowed = parts.filter((part) => part.conditions.includes(condition.id)).flatMap(({ allows = [] }) => allows);
  if (!allowed.includes('worker-lost') && !allowed.includes('timed-out')) return {};
  const before = new Map<string, number>();
  return {
    rehire(id) {
      const seat = condition.seats.find((one) => one.id === id);
      if (!seat) throw new RangeError(`${condition.id} has no seat ${id}.`);
      const successor = (before.get(id) ?? 0) + 1;
      before.set(id, successor);
      return hireSeat(condition.id, seat, context, successor);
    },
  };
}

function crewOptions(
  condition: ConditionDefinition,
  body: ExperimentBody,
  plan: RunPlan,
  { clock }: HiringContext,
): CrewOptions {
  const parametersMs = Object.values(plan.parameters).reduce((sum, ms) => sum + ms, 0);
  return {
    clock,
    taskTimeoutMs: body.taskTimeoutMs?.(plan) ?? taskTimeoutMs + 20 * parametersMs,
    queues: body.queues?.(condition) ?? false,
    inFlight: condition.inFlight ?? 1,
  };
}
