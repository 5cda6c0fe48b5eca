import { mostCores } from '../record/schema-parts';

/**
 * Logical CPUs of a list as the kernel writes it, such as `0-2,4`; empty for an empty list.
 * @throws RangeError if the text is no such list
 */
export function parseCpuList(text: string): number[] {
  const list = text.trim();
  if (list === '') return [];
  const cpus = list.split(',').flatMap((part) => {
    const [whole, first = '', last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part) ?? [];
    const from = Number(first);
    const to = Number(last);
    if (whole === undefined || to < from) throw new RangeError(`"${text}" is no list of logical CPUs such as 0-2,4.`);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  return ascending(cpus);
}

/** The same for what a file holds: null for what is no list, is empty, or has more CPUs than any machine. */
export function cpuListIn(text: string | null | undefined): readonly number[] | null {
  if (text === null || text === undefined) return null;
  try {
    const cpus = parseCpuList(text);
    return cpus.length === 0 || cpus.length > mostCores ? null : cpus;
  } catch {
    return null;
  }
}

/** The same list as the kernel writes it: ascending, neighbours joined to ranges. */
export function formatCpuList(cpus: readonly number[]): string {
  const ranges: { readonly from: number; to: number }[] = [];
  for (const cpu of ascending(cpus)) {
    const last = ranges.at(-1);
    if (last && cpu === last.to + 1) last.to = cpu;
    else ranges.push({ from: cpu, to: cpu });
  }
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(',');
}

/** Each once, in ascending order. */
export function ascending(cpus: readonly number[]): number[] {
  return [...new Set(cpus)].sort((a, b) => a - b);
}
