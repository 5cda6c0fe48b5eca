import type { Answers, RecordHeader, RunOutcome, UnsealedRecord } from './record';
import type { RunEvent } from './events';

export interface RunEnding {
  readonly endedAt: string;
  readonly outcome: RunOutcome;
}

/**
 * Folds a run's events into a record without verdicts and hash. Used when a run ends and, from the journal on disk,
 * when an interrupted run is recovered: whatever was measured is kept in either case.
 */
export function assembleRecord(
  header: RecordHeader,
  title: string,
  events: readonly RunEvent[],
  ending: RunEnding,
): UnsealedRecord {
  const answers: Answers = {};
  const record: UnsealedRecord = {
    ...header,
    title,
    tags: [],
    notes: '',
    endedAt: ending.endedAt,
    outcome: ending.outcome,
    answers,
    order: [],
    calibration: null,
    hirings: [],
    workers: [],
    messageTrips: [],
    cells: [],
    loads: [],
    warnings: [],
    verdicts: [],
  };
  for (const event of events) addEvent(record, event);
  return record;
}

function addEvent(record: UnsealedRecord, event: RunEvent): void {
  switch (event.type) {
    case 'order':
      record.order = event.cells;
      break;
    case 'spare-round':
      (record.spareRounds ??= []).push(event.spare);
      record.order = [...record.order, ...event.cells];
      break;
    case 'narrowed':
      record.candidates = event.candidates;
      record.order = [...record.order, ...event.cells];
      break;
    case 'calibrated':
      if ((event.calibration.host ?? 'thread') === 'thread') record.calibration = event.calibration;
      else (record.hostCalibrations ??= []).push(event.calibration);
      break;
    case 'workload-calibrated':
      (record.workloadCalibrations ??= []).push(event.calibration);
      break;
    case 'pinned':
      (record.pinnings ??= []).push(event.pinning);
      break;
    case 'stopped':
      record.stop = event.stop;
      break;
    case 'clock-mapped':
      (record.clockMappings ??= []).push(event.mapping);
      break;
    case 'hiring':
      record.hirings.push(event.hiring);
      break;
    case 'worker':
      record.workers.push(event.worker);
      break;
    case 'message-trips':
      record.messageTrips.push(event.trips);
      break;
    case 'cell':
      record.cells.push(event.cell);
      break;
    case 'load':
      record.loads.push(event.load);
      break;
    case 'warning':
      record.warnings.push(event.warning);
      break;
  }
}
