import { app } from 'electron';
import os from 'node:os';
import type { MachineDescription } from '@core/ipc/payloads';
import { machineOf } from '@core/claims/claim-source';
import type { MachineIdentity } from '@core/claims/claim-types';
import type { Environment } from '@core/record/environment';
import type { FromMachine } from '@core/protocol/machine';
import { askMachine } from './machine-process';

type MachineFacts = Extract<FromMachine, { type: 'facts' }>['facts'];

/** Major version of Electron below which the runtime is the old fallback, for development and tests only. */
const officialFromMajor = 40;

/** What this machine and runtime are. Asked once, then remembered (the power source is asked anew for each run). */
export interface Machine {
  environment(): Promise<Environment>;
  /** What tells this machine from others; known at once. */
  identity(): MachineIdentity;
  describe(): Promise<MachineDescription>;
}

export function createMachine(appVersion: string): Machine {
  let pythons: Promise<MachineDescription['pythons']> | undefined;

  async function facts(): Promise<{ readonly environment: Environment; readonly pinning: string | null }> {
    const { facts: read } = await askMachine('facts');
    const { pinning, ...machine } = read;
    return { environment: { ...runtimeFacts(), ...machine }, pinning };
  }

  return {
    environment: async () => (await facts()).environment,
    identity: () => machineOf(runtimeFacts()),
    async describe() {
      pythons ??= askMachine('pythons').then((answer) => answer.pythons);
      const [{ environment, pinning }, found] = await Promise.all([facts(), pythons]);
      return { environment, appVersion, pinning, pythons: found };
    },
  };
}

/** True for the repackaged old runtime that development falls back to where the official one is out of reach. */
export function isFallbackRuntime(): boolean {
  return Number.parseInt(process.versions.electron, 10) < officialFromMajor;
}

/** The runtime's part of the environment; the rest is the machine process's to read. */
function runtimeFacts(): Omit<Environment, keyof MachineFacts> {
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
