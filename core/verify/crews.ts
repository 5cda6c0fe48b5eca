import type { UnsealedRecord } from '../record/record';
import { contradiction, type Contradictions } from './contradiction';

/** Workers, hirings and everything else that names a condition or a worker does so of those that are defined. */
export function* crewsThatDoNotFollow(record: UnsealedRecord): Contradictions {
  const conditions = new Map(record.definition.conditions.map((one) => [one.id, one]));
  const seen = new Set<string>();
  for (const worker of record.workers) {
    const { id, condition, requestedNs, readyNs } = worker;
    if (seen.has(id)) yield contradiction('worker-doubled', { worker: id });
    seen.add(id);
    const seat = conditions.get(condition)?.seats.find((one) => one.id === worker.seat);
    if (!seat || seat.kind !== worker.kind || seat.hired !== worker.hired) {
      yield contradiction('worker-undefined', { worker: id, condition });
    }
    if (readyNs < requestedNs) yield contradiction('worker-ready', { worker: id, condition });
  }
  yield* hiringsThatDoNotFollow(record);
  const isKnown = (id: string): boolean => conditions.has(id);
  for (const { worker } of record.messageTrips) {
    if (!seen.has(worker)) yield contradiction('reference-unknown', { what: 'messageTrips', id: worker });
  }
  for (const { condition } of record.pinnings ?? []) {
    if (!isKnown(condition)) yield contradiction('reference-unknown', { what: 'pinnings', id: condition });
  }
  yield* loadsThatDoNotFollow(record);
}

function* hiringsThatDoNotFollow({ hirings, definition, plan, outcome }: UnsealedRecord): Contradictions {
  const trials = new Map<string, Set<number>>();
  for (const { condition, trial, workers, requestedNs, readyNs } of hirings) {
    const hired = definition.conditions.find(({ id }) => id === condition)?.seats.filter((seat) => seat.hired).length;
    if (hired !== workers) yield contradiction('hiring-workers', { condition, workers, seats: hired ?? 0 });
    if (readyNs < requestedNs) yield contradiction('hiring-ready', { condition, trial });
    const done = trials.get(condition) ?? new Set();
    const isOneMore = !done.has(trial) && done.size < plan.hiringTrials;
    if (!isOneMore) yield contradiction('hiring-count', { condition, planned: plan.hiringTrials });
    trials.set(condition, done.add(trial));
  }
  if (outcome.status !== 'completed') return;
  for (const [condition, done] of trials) {
    if (done.size !== plan.hiringTrials) yield contradiction('hiring-count', { condition, planned: plan.hiringTrials });
  }
}

function* loadsThatDoNotFollow({ loads, order }: UnsealedRecord): Contradictions {
  let [round, atNs] = [-2, 0];
  const last = order.at(-1)?.[0] ?? 0;
  for (const load of loads) {
    const isNext = load.round > round && load.round <= last;
    if (!isNext || load.startNs < atNs || load.endNs < load.startNs)
      yield contradiction('load-times', { round: load.round });
    [round, atNs] = [load.round, load.endNs];
  }
}
