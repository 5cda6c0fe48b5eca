import { app } from 'electron';
import os from 'node:os';
import type { MachineDescription, PythonFound } from '@core/ipc/payloads';
import { machineOf } from '@core/claims/claim-source';
import type { MachineIdentity } from '@core/claims/claim-types';
import type { Environment } from '@core/record/environment';
import type { FromMachine } from '@core/protocol/machine';
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

/** The runtime's part of the environment; the rest is the machine process's to read. */
function runtimeFacts(): RuntimeFacts {
  const cpus = os.cpus();
  return {
    cpuModel: cpus[0]?.model.trim() ?? 'unknown',
    logicalCores: cpus.length,
    availableParallelism: os.availableParallelism(),
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
