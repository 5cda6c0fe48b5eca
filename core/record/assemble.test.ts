import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { assembleRecord } from './assemble';
import type { RunEvent } from './events';
import { recordHeaderSchema, recordSchema } from './record';
import { syntheticRecord } from '../testing/synthetic-record';

const whole = syntheticRecord({ rounds: 2 });
const header = v.parse(v.object(recordHeaderSchema.entries), whole);

/** The events from which the lab process would have built this record, in its order. */
function eventsOf(record: typeof whole): RunEvent[] {
  return [
    { type: 'order', cells: record.order },
    ...(record.calibration ? [{ type: 'calibrated' as const, calibration: record.calibration }] : []),
    ...record.hirings.map((hiring) => ({ type: 'hiring' as const, hiring })),
    ...record.workers.map((worker) => ({ type: 'worker' as const, worker })),
    ...record.messageTrips.map((trips) => ({ type: 'message-trips' as const, trips })),
    ...record.cells.map((cell) => ({ type: 'cell' as const, cell })),
    ...record.loads.map((load) => ({ type: 'load' as const, load })),
    { type: 'warning', warning: { code: 'battery', values: {} } },
  ];
}

describe('assembleRecord', () => {
  const ending = { endedAt: whole.endedAt, outcome: { status: 'completed' } } as const;

  it('gives back the record whose events it folds', () => {
    const record = assembleRecord(header, whole.title, eventsOf(whole), ending);
    expect({ ...record, hash: whole.hash }).toEqual({ ...whole, warnings: [{ code: 'battery', values: {} }] });
    expect(v.safeParse(recordSchema, { ...record, hash: whole.hash }).success).toBe(true);
  });

  it('gives a valid record without any event, for a run that ended at once', () => {
    const outcome = { status: 'failed', reason: 'launch-failed', message: 'no lab process' } as const;
    const record = assembleRecord(header, 'Title', [], { endedAt: whole.endedAt, outcome });
    expect(v.parse(recordSchema, { ...record, hash: whole.hash })).toMatchObject({
      outcome,
      cells: [],
      order: [],
      calibration: null,
      verdicts: [],
      answers: {},
    });
  });

  it('keeps the calibration of a thread, which old records do not name, apart from those of other hosts', () => {
    const { calibration } = whole;
    if (!calibration) throw new Error('The synthetic record has a calibration.');
    const inProcess = { ...calibration, host: 'process' as const };
    const events: RunEvent[] = [
      { type: 'calibrated', calibration: inProcess },
      { type: 'calibrated', calibration },
    ];
    const record = assembleRecord(header, 'Title', events, ending);
    expect(record.calibration).toEqual(calibration);
    expect(record.hostCalibrations).toEqual([inProcess]);
    expect(v.safeParse(recordSchema, { ...record, hash: whole.hash }).success).toBe(true);
  });

  it('keeps what came before the end, in the order in which it came', () => {
    const events = eventsOf(whole);
    const cut = events.slice(0, events.findIndex((event) => event.type === 'cell') + 3);
    const outcome = { status: 'interrupted', reason: 'app-crash', message: '' } as const;
    const record = assembleRecord(header, 'Title', cut, { endedAt: whole.endedAt, outcome });
    expect(record.cells).toEqual(whole.cells.slice(0, 3));
    expect(record.hirings).toEqual(whole.hirings);
    expect(record.loads).toEqual([]);
  });
});
