import fs from 'node:fs';
import { app } from 'electron';
import os from 'node:os';
import type { MachineDescription, PythonFound } from '@core/ipc/payloads';
import { machineOf } from '@core/claims/claim-source';
import type { MachineIdentity } from '@core/claims/claim-types';
import type { Environment } from '@core/record/environment';
import type { FromMachine } from '@core/protocol/machine';
import { allowedCpus, cpuModel, onlineCpus } from '@core/machine/cpus';
import { systemFiles } from '@core/machine/system-files';
import type { SystemFiles } from '@core/machine/system-files';
import { settingsNotPassedOn } from '../processes/utility';
import { askMachine } from './machine-process';

type MachineFacts = Extract<FromMachine, { type: 'facts' }>['facts'];

/** Major version of Electron below which the runtime is the old fallback, for development and tests only. */
const officialFromMajor = 40;

/** What main knows of machine and runtime without asking the machine process. */
export type RuntimeFacts = Omit<Environment, keyof MachineFacts>;

/** What this machine and runtime are. Asked once, then remembered (the power source is asked anew for each run). */
export interface Machine {
  /** Known at once, whatever hangs. */
  runtime(): RuntimeFacts;
  /** @throws LabError if the machine process ends or hangs, twice */
  environment(): Promise<Environment>;
  /** What tells this machine from others; known at once. */
  identity(): MachineIdentity;
  /** @throws LabError as `environment`; what could not be asked for its Pythons has none that are known */
  describe(): Promise<MachineDescription>;
}

export function createMachine(appVersion: string): Machine {
  let pythons: Promise<readonly PythonFound[]> | undefined;

  async function facts(): Promise<{ readonly environment: Environment; readonly pinning: string | null }> {
    const { facts: read } = await askMachine('facts');
    const { pinning, ...machine } = read;
    return { environment: { ...runtimeFacts(), ...machine }, pinning };
  }

  return {
    runtime: runtimeFacts,
    environment: async () => (await facts()).environment,
    identity: () => machineOf(runtimeFacts()),
    async describe() {
      pythons ??= askMachine('pythons').then((answer) => answer.pythons);
      const asked = pythons.catch(() => {
        // Asked again the next time.
        pythons = undefined;
        return null;
      });
      const [{ environment, pinning }, found] = await Promise.all([facts(), asked]);
      return { environment, appVersion, pinning, pythons: found };
    },
  };
}

/** True for the repackaged old runtime that development falls back to where the official one is out of reach. */
export function isFallbackRuntime(): boolean {
  return Number.parseInt(process.versions.electron, 10) < officialFromMajor;
}

const files = systemFiles(fs);

/** Asked once: elsewhere than on Linux, and there where `/proc` tells nothing, the runtime asks every core, which takes long. */
let processor: ReturnType<typeof readProcessor> | undefined;

/** Name and number of the logical cores. @param system files of another machine; for tests */
export function readProcessor(system: SystemFiles): Pick<Environment, 'cpuModel' | 'logicalCores'> {
  const [model, online] = [cpuModel(system), onlineCpus(system)];
  if (model !== null && online !== null) return { cpuModel: model, logicalCores: online.length };
  const cpus = os.cpus();
  const named = cpus[0]?.model.trim();
  return {
    cpuModel: model ?? (named === undefined || named === '' ? 'unknown' : named),
    logicalCores: online?.length ?? cpus.length,
  };
}

/**
 * Logical cores that this program may use. On Linux those of its affinity mask: newer runtimes take a CPU quota off their own
 * number, and the quota is told apart.
 */
export function availableCores(): number {
  return allowedCpus(files)?.length ?? os.availableParallelism();
}

/** The runtime's part of the environment; the rest is the machine process's to read. */
function runtimeFacts(): RuntimeFacts {
  const notPassedOn = settingsNotPassedOn();
  return {
    ...(processor ??= readProcessor(files)),
    availableParallelism: availableCores(),
    ...(notPassedOn.length > 0 && { notPassedOn: [...notPassedOn] }),
    memoryBytes: os.totalmem(),
    platform: process.platform,
    osRelease: os.release(),
    architecture: process.arch,
    electron: process.versions.electron,
    chromium: process.versions.chrome,
    node: process.versions.node,
    v8: process.versions.v8,
    runtime: isFallbackRuntime() ? 'fallback' : 'official',
    packaged: app.isPackaged,
    ...(process.env['LAB_DISPLAY'] === 'virtual' && { virtualDisplay: true }),
    clock: 'process.hrtime.bigint (monotonic, ns)',
  };
}
