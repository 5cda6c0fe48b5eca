import fs from 'node:fs';

import { delimiter, join } from 'node:path';
import si from 'systeminformation';
import type { Environment } from '@core/record/environment';
import type { MachineFacts } from '@core/protocol/machine';
import { coreKinds, physicalCores } from '@core/machine/cpus';
import { mostOpenFiles } from '@core/machine/open-files';
import { powerSource } from '@core/machine/power';
import { systemFiles } from '@core/machine/system-files';
import type { SystemFiles } from '@core/machine/system-files';
import { pinningMethod, tryPinning } from '../measurement/affinity';
import { formatCpuList, readCoreLayout } from '../measurement/core-choice';
import type { CoreLayout } from '../measurement/core-choice';
import { cpuQuotaCores } from './control-group';
import { memoryAvailableBytes } from './memory-available';
import type { ReadText } from './read-text';
import { isInMemory } from './temporary-folder';
import { timerGrainMs } from './timer-grain';

/**
 * Reads the machine's facts. What cannot be read is null or `unknown`, never guessed.
 * @param root folder below which `/proc` and `/sys` of another Linux machine lie; for tests
 */
export async function readMachineFacts(root?: string): Promise<MachineFacts> {
  const files = systemFiles(fs, root);
  const isLinux = process.platform === 'linux' || root !== undefined;
  const [physical, virtualMachine, power] = isLinux
    ? [physicalCores(files), hypervisorIn(files), powerSource(files)]
    : await Promise.all([
        otherwise(
          si.cpu().then((cpu) => cpu.physicalCores || null),
          null,
        ),
        otherwise(
          si.system().then((system) => system.virtual),
          null,
        ),
        otherwise(readPowerSource(), 'unknown' as const),
      ]);
  const kinds = coreKinds(files);
  return {
    physicalCores: physical,
    virtualMachine,
    powerSource: power,
    cpuQuotaCores: cpuQuotaCores(files.read),
    governor: governorOf(files.read, logicalCpus(files)),
    ...(kinds.length > 0 && { coreKinds: [...kinds] }),
    mostOpenFiles: mostOpenFiles(files),
    memoryAvailableBytes: memoryAvailableBytes(files.read),
    temporaryFolderInMemory: isInMemory(),
    // After everything else: nothing must hold the waits up.
    timerGrainMs: await timerGrainMs(),
    pinning: await pinningInWords(readCoreLayout(files)),
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

/** What firmware calls the machines that virtual machine monitors make. */
const monitors =
  /\b(QEMU|KVM|VMware|VirtualBox|Xen|Hyper-V|Virtual Machine|Amazon EC2|Google Compute Engine|Bochs|Parallels)\b/i;

/**
 * Whether this is a virtual machine. The x86 flag `hypervisor` is set by every monitor (CPUID 1, ECX bit 31); elsewhere what the
 * firmware says. Null where nothing tells.
 */
export function hypervisorIn({ read, list }: SystemFiles): boolean | null {
  const flags = /^flags[ \t]*:(.*)$/m.exec(read('/proc/cpuinfo') ?? '')?.[1];
  if (flags !== undefined && flags.trim() !== '') return /\bhypervisor\b/.test(flags);
  if (list('/proc/device-tree/hypervisor').length > 0) return true;
  const firmware = ['sys_vendor', 'product_name'].map((name) => read(`/sys/class/dmi/id/${name}`) ?? '').join(' ');
  return monitors.test(firmware) || (read('/proc/device-tree/compatible') ?? '').includes('dummy-virt') ? true : null;
}

/** The frequency governors in use (Linux cpufreq), each named once; null on machines without any. */
export function governorOf(read: ReadText, cpus: readonly string[]): string | null {
  const governors = cpus.map((cpu) => read(`/sys/devices/system/cpu/${cpu}/cpufreq/scaling_governor`)?.trim() ?? '');
  return [...new Set(governors)].filter((governor) => /^[\w-]{1,30}$/.test(governor)).join(', ') || null;
}

function logicalCpus({ list }: SystemFiles): readonly string[] {
  return list('/sys/devices/system/cpu').filter((name) => /^cpu\d+$/.test(name));
}

async function pinningInWords(layout: CoreLayout): Promise<string | null> {
  const method = pinningMethod();
  if (method === 'none') return null;
  const problem = await tryPinning();
  if (problem !== undefined) return `not possible here: ${withoutPath(problem)}; runs say "not pinned"`;
  return `${method === 'taskset' ? method : 'processor affinity'}, logical CPUs ${formatCpuList(layout.allowed)}`;
}

/** A tool's own words in one line. */
function withoutPath(problem: string): string {
  return problem
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, 120);
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
    fs.accessSync(path, fs.constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
