import fs from 'node:fs';
import { app } from 'electron';
import os from 'node:os';
import type { MachineDescription } from '@core/ipc/payloads';
import type { PythonFindings } from '@core/python/interpreter';
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
  /** @throws LabError as `environment` */
  describe(): Promise<MachineDescription>;
  /** The Pythons of this machine, as they were found last. @throws LabError as `environment` */
  pythons(): Promise<PythonFindings>;
  /** Looks for them anew. @throws LabError as `environment` */
  lookForPythons(): Promise<PythonFindings>;
}

/** @param chosenPython path that a person chose in the settings; undefined: none */
export function createMachine(appVersion: string, chosenPython: () => string | undefined): Machine {
  let known: { readonly chosen: string | undefined; readonly findings: Promise<PythonFindings> } | undefined;

  /** Asked once for each choice; what could not be asked is asked again the next time. */
  function pythons(): Promise<PythonFindings> {
    const chosen = chosenPython();
    if (!known || known.chosen !== chosen) {
      const findings = askMachine({ type: 'pythons', chosen }).then((answer) => answer.pythons);
      known = { chosen, findings };
      findings.catch(() => (known = undefined));
    }
    return known.findings;
  }

  async function facts(): Promise<{ readonly environment: Environment; readonly pinning: string | null }> {
    const { facts: read } = await askMachine({ type: 'facts' });
    const { pinning, ...machine } = read;
    return { environment: { ...runtimeFacts(), ...machine }, pinning };
  }

  return {
    runtime: runtimeFacts,
    environment: async () => (await facts()).environment,
    identity: () => machineOf(runtimeFacts()),
    pythons,
    lookForPythons() {
      known = undefined;
      return pythons();
    },
    async describe() {
      const { environment, pinning } = await facts();
      return { environment, appVersion, pinning };
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
