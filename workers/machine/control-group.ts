import type { ReadText } from './read-text';

/**
 * What control groups (Linux) grant the calling process. A limit anywhere between its own group and the root holds, so
 * all of them are read and the smallest counts. Version 2 has one tree, version 1 one tree for each controller; both may
 * be there at once. In a container the root is the container's own group.
 */

/** CPU quota in cores: `cpu.max` (version 2), `cpu.cfs_quota_us` (version 1); null without one. */
export function cpuQuotaCores(read: ReadText): number | null {
  const quotas = groupsOf('cpu', read).map((group) => {
    const unified = read(`${group}/cpu.max`);
    if (unified !== null) return quotaOf(unified);
    const [quota, period] = [read(`${group}/cpu.cfs_quota_us`), read(`${group}/cpu.cfs_period_us`)];
    return quota === null || period === null ? null : quotaOf(`${quota} ${period}`);
  });
  return smallest(quotas);
}

/** `<quota> <period>` in microseconds as cores; `max` and -1 mean no limit. */
export function quotaOf(text: string): number | null {
  const [quota, period] = (/^(\d{1,15})\s+(\d{1,15})$/.exec(text.trim())?.slice(1) ?? []).map(Number);
  if (quota === undefined || period === undefined || quota === 0 || period === 0) return null;
  return quota / period;
}

/**
 * Bytes that the memory limits leave: limit minus use, where file pages that were not used lately count as free (the
 * kernel drops them first). Null without a limit.
 */
export function memoryRoomBytes(read: ReadText): number | null {
  const rooms = groupsOf('memory', read).map((group) => {
    const limit = read(`${group}/memory.max`) ?? read(`${group}/memory.limit_in_bytes`);
    const used = read(`${group}/memory.current`) ?? read(`${group}/memory.usage_in_bytes`);
    if (limit === null || used === null || !/^\d{1,20}$/.test(limit.trim()) || !/^\d{1,20}$/.test(used.trim()))
      return null;
    const statistics = read(`${group}/memory.stat`) ?? '';
    // Version 1 counts a group alone in `inactive_file`, and with the groups below it in `total_inactive_file`.
    const droppable = /^total_inactive_file (\d+)$/m.exec(statistics) ?? /^inactive_file (\d+)$/m.exec(statistics);
    return Math.max(0, Number(limit) - Number(used) + Number(droppable?.[1] ?? 0));
  });
  return smallest(rooms);
}

/** How often and how long CPU quotas stopped the threads of a group, since it was made. */
export interface Throttled {
  readonly times: number;
  readonly ns: number;
}

/**
 * A reader of what CPU quotas did to the calling process: `cpu.stat` of its groups, `nr_throttled` with `throttled_usec`
 * (version 2) or `throttled_time` in nanoseconds (version 1). Of several groups the one that was stopped longest counts. Null
 * where no group tells. Which files there are is found out once.
 */
export function createThrottlingReader(read: ReadText): () => Throttled | null {
  const files = groupsOf('cpu', read)
    .map((group) => `${group}/cpu.stat`)
    .filter((file) => throttledIn(read(file) ?? '') !== null);
  return () => {
    const found = files.map((file) => throttledIn(read(file) ?? '')).filter((one) => one !== null);
    return found.length === 0 ? null : found.reduce((most, next) => (next.ns > most.ns ? next : most));
  };
}

/** Null for a text without the two fields. */
export function throttledIn(text: string): Throttled | null {
  const field = (name: string): number | null => {
    const value = new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1];
    return value === undefined ? null : Number(value);
  };
  const times = field('nr_throttled');
  const microseconds = field('throttled_usec');
  const ns = microseconds === null ? field('throttled_time') : microseconds * 1e3;
  return times === null || ns === null ? null : { times, ns };
}

/** Folders of the process's group and all groups above it, for this controller, in every tree that may have it. */
function groupsOf(controller: 'cpu' | 'memory', read: ReadText): readonly string[] {
  const root = '/sys/fs/cgroup';
  return (read('/proc/self/cgroup') ?? '').split('\n').flatMap((line) => {
    const [whole, names = '', path = ''] = /^\d+:([^:]*):(\/.*)$/.exec(line) ?? [];
    if (whole === undefined) return [];
    if (names === '') return [root, `${root}/unified`].flatMap((tree) => withParents(tree, path));
    if (!names.split(',').includes(controller)) return [];
    return [...new Set([names, controller])].flatMap((name) => withParents(`${root}/${name}`, path));
  });
}

function withParents(tree: string, path: string): readonly string[] {
  // A group outside the container's own root is shown with `..`: only the root can be read then.
  const names = path.includes('..') ? [] : path.split('/').filter((name) => name !== '');
  return [tree, ...names.map((_, index) => [tree, ...names.slice(0, index + 1)].join('/'))];
}

function smallest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.min(...known);
}
