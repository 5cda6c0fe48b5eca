import { readdirSync } from 'node:fs';
import type { RunWarning } from '@core/record/events';
import { readText } from './read-text';

/**
 * How often cores were slowed down by heat since the machine was started (x86 Linux, `core_throttle_count`), summed over
 * the logical CPUs, so that hardware threads of one core count it each. Null where the system does not tell.
 */
export function throttleCount(folder = '/sys/devices/system/cpu'): number | null {
  const counts = logicalCpus(folder).flatMap((name) => {
    const text = readText(`${folder}/${name}/thermal_throttle/core_throttle_count`);
    return text !== null && /^\d+$/.test(text.trim()) ? [Number(text)] : [];
  });
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

/** The warning that the machine throttled between two readings of `throttleCount`; undefined if nothing shows that. */
export function throttlingWarning(before: number | null, after: number | null): RunWarning | undefined {
  if (before === null || after === null || after <= before) return undefined;
  return { code: 'thermal-throttling', values: { times: after - before } };
}

function logicalCpus(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^cpu\d+$/.test(name));
  } catch {
    return [];
  }
}
