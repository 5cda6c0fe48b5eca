import type { UnsealedRecord } from '../record/record';
import { contradiction, type Contradictions } from './contradiction';

/** Wall clocks are corrected by small steps while a run goes on; what lies within this is no contradiction. */
const clockStepMs = 2000;

/**
 * Dates that no calendar has, dates that are not in order (predicted, started, ended), an id that names another second than the
 * start, and an end that lies before what was measured.
 */
export function* datesThatDoNotFollow(record: UnsealedRecord): Contradictions {
  const { id, startedAt, endedAt, prediction, cells } = record;
  const dates = { frozenAt: prediction.frozenAt, startedAt, endedAt };
  for (const [field, date] of Object.entries(dates)) {
    if (!isOfCalendar(date)) yield contradiction('impossible-date', { field, date });
  }
  const [frozen, started, ended] = [prediction.frozenAt, startedAt, endedAt].map((date) => Date.parse(date)) as [
    number,
    number,
    number,
  ];
  if (frozen > started + clockStepMs) {
    yield contradiction('dates-reversed', { earlier: 'frozenAt', later: 'startedAt' });
  }
  if (ended < started - clockStepMs) {
    yield contradiction('dates-reversed', { earlier: 'startedAt', later: 'endedAt' });
  }
  const named = `${startedAt.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  if (!id.startsWith(named)) yield contradiction('id-and-date', { id, date: startedAt });
  let lastNs = 0;
  for (const { endNs } of cells) lastNs = Math.max(lastNs, endNs);
  if (ended - started + clockStepMs < lastNs / 1e6) {
    yield contradiction('shorter-than-cells', {
      seconds: Math.round((ended - started) / 100) / 10,
      cells: Math.round(lastNs / 1e8) / 10,
    });
  }
}

/** Whether a time stamp is of a day and a time that exist: `Date` takes the 30th of February for the 2nd of March. */
function isOfCalendar(date: string): boolean {
  const time = Date.parse(date);
  if (Number.isNaN(time)) return false;
  const withoutZone = Date.parse(`${date.slice(0, 19)}Z`);
  return new Date(withoutZone).toISOString().slice(0, 19) === date.slice(0, 19);
}
