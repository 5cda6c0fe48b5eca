import type { ConditionDefinition, ExperimentDefinition } from '@core/experiments/definition-types';
import type { RunPlan } from '@core/record/plan';
import { randomFor } from '@core/analysis/random-for';
import { createRandom, shuffled } from '@core/statistics/random';
import type { ExperimentBody } from '../experiments/body';
import { createColdCrew, createCrew, createPartCrew } from './crew';
import type { Crew, CrewOptions, SeatedWorker } from './crew';
import { hireSeat, hireTeam, workerRecord } from './hiring';
import type { HiringContext } from './hiring';

/** A task may take this long where the experiment does not say, beside what its parameters allow. */
const taskTimeoutMs = 10_000;

/**
 * Who of a common crew works in a cell: so many of them, every choice equally likely, in the order of their seats. The same
 * seed, condition and cell choose the same.
 */
export function chosenOf<Member>(
  everybody: readonly Member[],
  count: number,
  { seed, condition, cell }: { readonly seed: number; readonly condition: string; readonly cell: number },
): Member[] {
  const chosen = new Set(shuffled(everybody, randomFor(seed, `crew/${condition}/${cell}`)).slice(0, count));
  return everybody.filter((member) => chosen.has(member));
}

/**
 * Hires from nothing as often as the plan says, in shuffled order; the last hiring of each condition stays for the run.
 * Seats that are nobody's hire ("you") are filled outside these trials: they cost the same under every strategy. Where
 * conditions have one crew in common, every condition's hiring is measured all the same, but only the crew stays: it is
 * hired after everybody else, so that never more threads are alive than it has.
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
  const lenders = new Set(experiment.conditions.flatMap(({ crewOf }) => crewOf ?? []));
  for (let trial = 1; trial <= plan.hiringTrials; trial++) {
    const isLast = trial === plan.hiringTrials;
    const order = shuffled(hiring, random);
    const [crewsLast, others] = [order.filter(({ id }) => lenders.has(id)), order.filter(({ id }) => !lenders.has(id))];
    for (const condition of isLast ? [...others, ...crewsLast] : order) {
      const team = await hireTeam(condition, trial, places.get(condition.id) ?? context);
      if (isLast && condition.crewOf === undefined) teams.set(condition.id, team);
      else await Promise.all(team.map(({ handle }) => handle.dismiss()));
    }
  }
  const crews = new Map<string, Crew>();
  for (const condition of experiment.conditions.filter(({ crewOf }) => crewOf === undefined)) {
    const place = places.get(condition.id) ?? context;
    const own: SeatedWorker[] = [];
    for (const seat of condition.seats) {
      if (!seat.hired) own.push(await hireSeat(condition.id, seat, place));
    }
    const members = [...own, ...(teams.get(condition.id) ?? [])];
    for (const member of members) context.report({ type: 'worker', worker: await workerRecord(condition, member) });
    const options = crewOptions(condition, body, plan, context);
    const borrowers = experiment.conditions.filter((one) => one === condition || one.crewOf === condition.id);
    const isWhole = borrowers.length > 1 && borrowers.every(({ seats }) => seats.length === condition.seats.length);
    // Behind a queue each of them has its own number of tasks in flight, and so a queue of its own.
    if (isWhole && !options.queues) {
      const crew = createCrew(members, { ...options, ...successorsOf(experiment, condition, place) });
      for (const borrower of borrowers) crews.set(borrower.id, crew);
    } else if (lenders.has(condition.id)) {
      for (const borrower of borrowers) {
        const count = borrower.seats.length;
        const choose = (cell: number) => chosenOf(members, count, { seed: plan.seed, condition: borrower.id, cell });
        crews.set(borrower.id, createPartCrew(members, choose, crewOptions(borrower, body, plan, context)));
      }
    } else if (!condition.cold) {
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
