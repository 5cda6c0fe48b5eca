import { cpuListIn, formatCpuList } from './cpu-list';
import { wholeIn } from './system-files';
import type { SystemFiles } from './system-files';

const cpuFolder = '/sys/devices/system/cpu';
const longestModel = 150;

/** Logical CPUs that the reading process may use; null where the system does not tell. */
export function allowedCpus({ read }: SystemFiles): readonly number[] | null {
  return cpuListIn(/^Cpus_allowed_list:[ \t]*(\S+)$/m.exec(read('/proc/self/status') ?? '')?.[1]);
}

/** Logical CPUs that are switched on; null where the system does not tell. */
export function onlineCpus({ read }: SystemFiles): readonly number[] | null {
  const counted = [...(read('/proc/stat') ?? '').matchAll(/^cpu(\d{1,5}) /gm)].map((line) => Number(line[1]));
  return counted.length > 0 ? counted : cpuListIn(read(`${cpuFolder}/online`));
}

/**
 * Logical CPUs by physical core, of those that are switched on and tell whom they share it with; where `/sys` does not, the pairs
 * of socket and core in `/proc/cpuinfo`. Empty where neither tells.
 */
export function coreGroups(files: SystemFiles): readonly (readonly number[])[] {
  const groups = new Map<string, readonly number[]>();
  for (const name of files.list(cpuFolder)) {
    if (!/^cpu\d{1,5}$/.test(name)) continue;
    const topology = `${cpuFolder}/${name}/topology`;
    const siblings = cpuListIn(
      files.read(`${topology}/core_cpus_list`) ?? files.read(`${topology}/thread_siblings_list`),
    );
    if (siblings?.includes(Number(name.slice(3)))) groups.set(formatCpuList(siblings), siblings);
  }
  return groups.size > 0 ? [...groups.values()] : groupsInCpuinfo(files.read('/proc/cpuinfo') ?? '');
}

function groupsInCpuinfo(cpuinfo: string): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const block of cpuinfo.split('\n\n')) {
    const [cpu, socket, core] = ['processor', 'physical id', 'core id'].map((name) => wholeIn(field(block, name)));
    if (typeof cpu !== 'number' || typeof socket !== 'number' || typeof core !== 'number') continue;
    const key = `${socket}/${core}`;
    groups.set(key, [...(groups.get(key) ?? []), cpu]);
  }
  return [...groups.values()];
}

/** Number of physical cores; null on machines that do not tell. */
export function physicalCores(files: SystemFiles): number | null {
  return coreGroups(files).length || null;
}

/** A field of `/proc/cpuinfo`; undefined where it is missing or empty. */
function field(cpuinfo: string, name: string): string | undefined {
  return new RegExp(`^${name}[ \\t]*:[ \\t]*(\\S.*)$`, 'm').exec(cpuinfo)?.[1]?.trim();
}

/** Designs by implementer and part as the processor numbers them (Arm, MIDR_EL1). */
const designs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '0x41': {
    '0xc07': 'Cortex-A7',
    '0xc08': 'Cortex-A8',
    '0xc09': 'Cortex-A9',
    '0xc0f': 'Cortex-A15',
    '0xb76': 'ARM1176',
    '0xd03': 'Cortex-A53',
    '0xd04': 'Cortex-A35',
    '0xd05': 'Cortex-A55',
    '0xd07': 'Cortex-A57',
    '0xd08': 'Cortex-A72',
    '0xd09': 'Cortex-A73',
    '0xd0a': 'Cortex-A75',
    '0xd0b': 'Cortex-A76',
    '0xd0c': 'Neoverse-N1',
    '0xd0d': 'Cortex-A77',
    '0xd40': 'Neoverse-V1',
    '0xd41': 'Cortex-A78',
    '0xd44': 'Cortex-X1',
    '0xd46': 'Cortex-A510',
    '0xd47': 'Cortex-A710',
    '0xd48': 'Cortex-X2',
    '0xd49': 'Neoverse-N2',
    '0xd4d': 'Cortex-A715',
    '0xd4e': 'Cortex-X3',
    '0xd4f': 'Neoverse-V2',
    '0xd80': 'Cortex-A520',
    '0xd81': 'Cortex-A720',
    '0xd82': 'Cortex-X4',
  },
  '0x61': { '0x022': 'Icestorm', '0x023': 'Firestorm', '0x032': 'Blizzard', '0x033': 'Avalanche' },
};

/** Who makes them, for a part without a name here. */
const implementers: Readonly<Record<string, string>> = {
  '0x41': 'Arm',
  '0x42': 'Broadcom',
  '0x43': 'Cavium',
  '0x46': 'Fujitsu',
  '0x48': 'HiSilicon',
  '0x4e': 'NVIDIA',
  '0x51': 'Qualcomm',
  '0x53': 'Samsung',
  '0x61': 'Apple',
  '0xc0': 'Ampere',
};

/**
 * The processor by name: `model name` of `/proc/cpuinfo`, as x86 has it; else the board (device tree, or what the firmware calls
 * the machine) with the designs of its cores. Null where nothing tells.
 */
export function cpuModel({ read }: SystemFiles): string | null {
  const cpuinfo = read('/proc/cpuinfo') ?? '';
  const cores = designsIn(cpuinfo);
  const named = field(cpuinfo, 'model name') ?? field(cpuinfo, 'cpu model') ?? field(cpuinfo, 'cpu');
  // 32-bit ARM writes "ARMv7 Processor rev 4 (v7l)" there, which is no model.
  if (named !== undefined && cores.length === 0) return plain(named);
  const board = plain(read('/proc/device-tree/model') ?? field(cpuinfo, 'Model') ?? field(cpuinfo, 'Hardware') ?? '');
  const machine = board ?? plain(read('/sys/class/dmi/id/product_name') ?? '');
  const kinds = cores.length > 0 ? cores.join(' + ') : (named ?? field(cpuinfo, 'uarch') ?? field(cpuinfo, 'isa'));
  if (machine === null) return plain(kinds ?? '');
  return plain(kinds === undefined ? machine : `${machine} (${kinds})`);
}

function designsIn(cpuinfo: string): readonly string[] {
  const found = cpuinfo.split('\n\n').flatMap((block) => {
    const [by, part] = [field(block, 'CPU implementer')?.toLowerCase(), field(block, 'CPU part')?.toLowerCase()];
    if (by === undefined || part === undefined) return [];
    return [designs[by]?.[part] ?? `${implementers[by] ?? `implementer ${by}`} part ${part}`];
  });
  return [...new Set(found)];
}

/** Text of the firmware may end with a zero and hold anything. Null if nothing is left. */
function plain(text: string): string | null {
  return text.replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim().slice(0, longestModel) || null;
}

/** Cores of one speed. */
export interface CoreKind {
  /** As the kernel writes a list, such as `0-3`. */
  readonly cpus: string;
  /** Speed as a share of the fastest, above 0 to 1. Null: the system only tells that they differ. */
  readonly speed: number | null;
}

/** Turbo steps make cores of one kind differ a little; more than this are two kinds. */
const sameKindFrom = 0.85;

/**
 * The kinds of cores, the fastest first; empty on machines that have one kind, or do not tell: `cpu_capacity` (Arm), the lists of
 * performance and efficiency cores (Intel), or highest frequencies that differ by more than turbo steps do.
 */
export function coreKinds(files: SystemFiles): readonly CoreKind[] {
  const { read } = files;
  const [fast, slow] = ['cpu_core', 'cpu_atom'].map((name) => cpuListIn(read(`/sys/devices/${name}/cpus`)));
  if (fast && slow) return [fast, slow].map((cpus) => ({ cpus: formatCpuList(cpus), speed: null }));
  return (
    kindsBy(files, (cpu) => read(`${cpuFolder}/${cpu}/cpu_capacity`), 1) ??
    kindsBy(files, (cpu) => read(`${cpuFolder}/${cpu}/cpufreq/cpuinfo_max_freq`), sameKindFrom) ??
    []
  );
}

/** Undefined where not every CPU tells, or all are of one kind. @param same from this share on it is the same kind */
function kindsBy(
  files: SystemFiles,
  speedOf: (cpu: string) => string | null,
  same: number,
): readonly CoreKind[] | undefined {
  // What is switched off need not tell.
  const online = onlineCpus(files);
  const names = files
    .list(cpuFolder)
    .filter((name) => /^cpu\d{1,5}$/.test(name) && (online?.includes(Number(name.slice(3))) ?? true));
  const speeds = names.map((name) => ({ cpu: Number(name.slice(3)), speed: wholeIn(speedOf(name)) ?? 0 }));
  if (speeds.some(({ speed }) => speed <= 0)) return undefined;
  const kinds: { readonly cpus: number[]; readonly speed: number }[] = [];
  for (const { cpu, speed } of speeds.toSorted((a, b) => b.speed - a.speed)) {
    const last = kinds.at(-1);
    if (last && speed >= same * last.speed) last.cpus.push(cpu);
    else kinds.push({ cpus: [cpu], speed });
  }
  const [fastest] = kinds;
  if (!fastest || kinds.length < 2) return undefined;
  return kinds.map(({ cpus, speed }) => ({
    cpus: formatCpuList(cpus),
    speed: Math.round((speed / fastest.speed) * 100) / 100,
  }));
}
