import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import si from 'systeminformation';
import type { Environment } from '@core/runs/environment';

/** What the machine tells of itself; the runtime's part of the environment is main's to add. */
export type MachineFacts = Pick<
  Environment,
  'physicalCores' | 'powerSource' | 'virtualMachine' | 'cpuQuotaCores' | 'governor'
> & {
  /** How work can be pinned to cores here; null where it cannot. */
  readonly pinning: string | null;
};

/** Reads the machine's facts. What cannot be read is null or `unknown`, never guessed. */
export async function readMachineFacts(): Promise<MachineFacts> {
  const cpuinfo = readText('/proc/cpuinfo');
  const [physicalCores, virtualMachine, powerSource] = await Promise.all([
    cpuinfo === null
      ? otherwise(
          si.cpu().then((cpu) => cpu.physicalCores || null),
          null,
        )
      : physicalCoresOf(cpuinfo),
    cpuinfo === null
      ? otherwise(
          si.system().then((system) => system.virtual),
          null,
        )
      : hypervisorIn(cpuinfo),
    otherwise(readPowerSource(), 'unknown' as const),
  ]);
  return {
    physicalCores,
    virtualMachine,
    powerSource,
    cpuQuotaCores: readCpuQuota(),
    governor: readText('/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor')?.trim() ?? null,
    pinning: pinningMethod(),
  };
}

async function otherwise<T, F>(reading: Promise<T>, fallback: F): Promise<T | F> {
  try {
    return await reading;
  } catch {
    return fallback; // the record says "not known", which is the truth
  }
}

async function readPowerSource(): Promise<Environment['powerSource']> {
  const battery = await si.battery();
  if (!battery.hasBattery) return 'unknown';
  return battery.acConnected ? 'mains' : 'battery';
}

/** Distinct (physical id, core id) pairs of /proc/cpuinfo; null on machines that do not list them. */
export function physicalCoresOf(cpuinfo: string): number | null {
  const cores = new Set<string>();
  for (const block of cpuinfo.split('\n\n')) {
    const socket = /^physical id\s*:\s*(\d+)$/m.exec(block)?.[1];
    const core = /^core id\s*:\s*(\d+)$/m.exec(block)?.[1];
    if (socket !== undefined && core !== undefined) cores.add(`${socket}/${core}`);
  }
  return cores.size > 0 ? cores.size : null;
}

/** The x86 flag `hypervisor` is set by every virtual machine monitor (CPUID 1, ECX bit 31). */
export function hypervisorIn(cpuinfo: string): boolean | null {
  const flags = /^flags\s*:(.*)$/m.exec(cpuinfo)?.[1];
  return flags === undefined ? null : /\bhypervisor\b/.test(flags);
}

/** Cores that the control group grants (cgroup v2 `cpu.max`, v1 `cpu.cfs_quota_us`); null without a limit. */
function readCpuQuota(): number | null {
  const group = /^0::(.*)$/m.exec(readText('/proc/self/cgroup') ?? '')?.[1] ?? '';
  const unified = readText(join('/sys/fs/cgroup', group, 'cpu.max')) ?? readText('/sys/fs/cgroup/cpu.max');
  if (unified !== null) return quotaOf(unified);
  const quota = readText('/sys/fs/cgroup/cpu/cpu.cfs_quota_us')?.trim();
  const period = readText('/sys/fs/cgroup/cpu/cpu.cfs_period_us')?.trim();
  return quota === undefined || period === undefined ? null : quotaOf(`${quota} ${period}`);
}

/** `<quota> <period>` in microseconds as cores; `max` and -1 mean no limit. */
export function quotaOf(text: string): number | null {
  const [quota, period] = text.trim().split(/\s+/).map(Number);
  if (quota === undefined || period === undefined || !(quota > 0) || !(period > 0)) return null;
  return quota / period;
}

function pinningMethod(): string | null {
  if (process.platform === 'linux') return findProgram('taskset') === null ? null : 'taskset';
  return process.platform === 'win32' ? 'processor affinity' : null;
}

/** Absolute path of a program on PATH, null if there is none. */
export function findProgram(name: string): string | null {
  const names = process.platform === 'win32' ? [`${name}.exe`] : [name];
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const file of names) {
      const path = join(folder, file);
      if (folder !== '' && isExecutable(path)) return path;
    }
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
