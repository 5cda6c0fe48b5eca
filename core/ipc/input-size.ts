import type { CallName } from './names';

// The bridge measures by these before anything is sent to main, and main once more; so this file has no schemas in it.

/** Largest input of each call, in characters and bytes; numbers and the like count eight. A little more than its schema allows. */
export const largestInputs: Readonly<Record<CallName, number>> = {
  'machine.describe': 100,
  'machine.pythons': 100,
  'machine.otherLoad': 100,
  'runs.start': 300_000,
  'runs.cancel': 200,
  'runs.current': 100,
  'records.list': 100,
  'records.open': 200,
  'records.annotate': 30_000,
  'records.remove': 200,
  'records.restore': 200,
  'records.savePdf': 200,
  'records.saveJson': 200,
  'records.takeOpened': 100,
  'samples.open': 200,
  'samples.savePdf': 200,
  'lessons.saveWorksheet': 200,
  'claims.read': 100,
  'claims.savePdf': 100,
  'files.saveChart': 8_001_000,
  'files.reveal': 4_300,
  'settings.read': 100,
  // The places in all lessons, each with a reason and numbers for every condition.
  'settings.change': 1_000_000,
  'notices.list': 100,
  'notices.dismiss': 300,
  'monitor.connect': 100,
  'monitor.watch': 100,
  'stress.allow': 100,
  'stress.main': 100,
  'updates.source': 100,
  'updates.ask': 100,
  'updates.openPage': 100,
};

/** Why a call is refused whose input is too large. */
export function tooLargeMessage(name: CallName): string {
  return `The call ${name} carries more data than it may.`;
}

/** Whether an input is larger than its call may carry. Looks no further than that, and ends with one that holds itself. */
export function isTooLarge(name: CallName, input: unknown): boolean {
  let budget = largestInputs[name];
  const seen = new Set<object>();
  const visit = (value: unknown): boolean => {
    budget -= sizeOf(value);
    if (budget < 0) return true;
    if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value) || seen.has(value)) return false;
    seen.add(value);
    if (value instanceof Map) return [...value].some(visit);
    if (value instanceof Set) return [...value].some(visit);
    for (const key of Object.keys(value)) {
      budget -= Array.isArray(value) ? 0 : key.length;
      if (budget < 0 || visit((value as Readonly<Record<string, unknown>>)[key])) return true;
    }
    return false;
  };
  return visit(input);
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength;
  return 8;
}
