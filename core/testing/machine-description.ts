import type { MachineDescription } from '../ipc/payloads';
import type { PythonFindings } from '../python/interpreter';

/** A machine that never was, for tests of how a machine is shown. */
export const machineDescription: MachineDescription = {
  environment: {
    cpuModel: 'Example CPU',
    physicalCores: 2,
    logicalCores: 4,
    availableParallelism: 3,
    memoryBytes: 16.4e9,
    platform: 'linux',
    osRelease: '6.1.0',
    architecture: 'x64',
    electron: '25.1.1',
    chromium: '114',
    node: '18.15.0',
    v8: '11.4',
    runtime: 'fallback',
    packaged: false,
    powerSource: 'battery',
    virtualMachine: true,
    cpuQuotaCores: 2.5,
    governor: null,
    clock: 'hrtime',
  },
  appVersion: '0.1.0',
  pinning: 'taskset',
};

/** Its Pythons. */
export const machinePythons: PythonFindings = {
  usable: [
    {
      path: '/usr/bin/python3.14t',
      version: '3.14.0',
      build: 'free-threaded',
      gil: false,
      subinterpreters: 'public',
      startMethod: 'forkserver',
    },
    {
      path: '/usr/bin/python3',
      version: '3.11.2',
      build: 'default',
      gil: true,
      subinterpreters: 'none',
      startMethod: 'fork',
    },
  ],
  problems: [],
};
