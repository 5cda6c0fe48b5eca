import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import si from 'systeminformation';
import type { Environment } from '@core/record/environment';
import type { MachineFacts } from '@core/protocol/machine';
import { pinningMethod } from '../measurement/affinity';
import { formatCpuList, readCoreLayout } from '../measurement/core-choice';
import { cpuQuotaCores } from './control-group';
import { memoryAvailableBytes } from './memory-available';
import { readText } from './read-text';
import type { ReadText } from './read-text';
import { isInMemory } from './temporary-folder';
import { timerGrainMs } from './timer-grain';

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
    cpuQuotaCores: cpuQuotaCores(readText),
    governor: governorOf(readText, logicalCpus()),
    memoryAvailableBytes: memoryAvailableBytes(readText),
    temporaryFolderInMemory: isInMemory(),
    // After everything else: nothing must hold the waits up.
    timerGrainMs: await timerGrainMs(),
    pinning: pinningInWords(),
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

/** The frequency governors in use (Linux cpufreq), each named once; null on machines without any. */
export function governorOf(read: ReadText, cpus: readonly string[]): string | null {
  const governors = cpus.map((cpu) => read(`/sys/devices/system/cpu/${cpu}/cpufreq/scaling_governor`)?.trim() ?? '');
  return [...new Set(governors)].filter((governor) => governor !== '').join(', ') || null;
}

function logicalCpus(): readonly string[] {
  try {
    return readdirSync('/sys/devices/system/cpu').filter((name) => /^cpu\d+$/.test(name));
  } catch {
    return []; // not Linux
  }
}

function pinningInWords(): string | null {
  const allowed = `logical CPUs ${formatCpuList(readCoreLayout().allowed)}`;
  switch (pinningMethod()) {
    case 'taskset':
      return `taskset, ${allowed}`;
    case 'powershell':
      return `processor affinity, ${allowed}`;
    case 'none':
      return null;
  }
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
