import type { ConditionDefinition } from '../experiments/definition-types';
import { medianInterval, type Interval } from '../statistics/bootstrap';
import { hiringTimesNs } from './conditions';
import { randomFor } from './random-for';
import type { WagesSummary } from './types';
import type { UnsealedRecord } from '../record/record';

/** What the hired workers of a condition cost; undefined if it hires nobody or no hiring was recorded. */
export function wagesOf(record: UnsealedRecord, condition: ConditionDefinition): WagesSummary | undefined {
  const hiredWorkers = condition.seats.filter((seat) => seat.hired).length;
  const hiringNs = hiringTimesNs(record, condition.id);
  if (hiredWorkers === 0 || hiringNs.length === 0) return undefined;
  const intervalOf = (name: string, values: readonly number[]): Interval | undefined =>
    values.length === 0 ? undefined : medianInterval(values, random(name), record.rules.interval);
  const random = (name: string) => randomFor(record.plan.seed, `wages/${condition.id}/${name}`);
  const { basis, perWorker } = memoryOf(record, condition.id);
  // Whoever works for several conditions is listed under one of them.
  const listed = condition.crewOf ?? condition.id;
  const hired = new Set(
    record.workers.filter((one) => one.condition === listed && one.hired).map((worker) => worker.id),
  );
  const trips = record.messageTrips.filter((one) => hired.has(one.worker));
  const overPort = trips.flatMap((one) => (one.overPort ? [one.overPort] : []));
  const portRoundTrip = intervalOf(
    'port-round-trip',
    overPort.flatMap((one) => one.roundTripNs),
  );
  const portRelay = intervalOf(
    'port-relay',
    overPort.flatMap((one) => one.relayNs),
  );
  return {
    condition: condition.id,
    hiredWorkers,
    hiring: medianInterval(hiringNs, random('hiring'), record.rules.interval),
    hiringNs,
    memoryPerWorkerBytes: intervalOf('memory', perWorker),
    memoryBasis: basis,
    roundTrip: intervalOf(
      'round-trip',
      trips.flatMap((one) => one.roundTripNs),
    ),
    relay: intervalOf(
      'relay',
      trips.flatMap((one) => one.relayNs),
    ),
    transport: trips[0]?.transport,
    overPort: portRoundTrip && { roundTrip: portRoundTrip, relay: portRelay },
  };
}

interface Memory {
  readonly basis: WagesSummary['memoryBasis'];
  readonly perWorker: readonly number[];
}

/** Bytes per hired worker by trial, from the trials that share the first known basis: PSS and RSS do not mix. */
function memoryOf(record: UnsealedRecord, condition: string): Memory {
  const known = record.hirings.flatMap(({ condition: of, memoryBytes, memoryBasis, workers }) =>
    of === condition && memoryBytes !== null && memoryBasis !== 'none' && workers > 0
      ? [{ basis: memoryBasis, perWorker: memoryBytes / workers }]
      : [],
  );
  const basis = known[0]?.basis ?? 'none';
  return { basis, perWorker: known.filter((one) => one.basis === basis).map((one) => one.perWorker) };
}
