// The monitor process: one poller of the machine's load, 4 times a second, straight to the page through its own port;
// while somebody looks, also of the app's processes and threads.
import os from 'node:os';
import si from 'systeminformation';
import { monitorRateHz, processesEvery } from '@core/ipc/monitor';
import type { DelaySample, LoadSample, MonitorMessage } from '@core/ipc/monitor';
import type { ToMonitor } from '@core/protocol/monitor';
import { createLoadMeter } from '../measurement/machine-load';
import { createProcessMeter } from '../measurement/process-meter';
import { endOnUnexpectedError, utilityParentPort } from './utility/parent-port';
import type { ProcessPort } from './utility/parent-port';

endOnUnexpectedError();

const listeners = new Set<ProcessPort>();
const originNs = process.hrtime.bigint();
let sequence = 0;
let watchesDetails = false;
const load = createLoadMeter();
const processes = createProcessMeter();

utilityParentPort().on('message', ({ data, ports: [port] }) => {
  const message = data as ToMonitor;
  switch (message.type) {
    case 'connect':
      if (port) connect(port);
      break;
    case 'watch':
      watchesDetails = message.details;
      break;
    case 'roster':
      processes.know(message);
      break;
    case 'delay':
      passOn(message.delay, message.atMachineMs - Number(originNs) / 1e6);
      break;
  }
});

function connect(port: ProcessPort): void {
  port.on('close', () => listeners.delete(port));
  // The page may ask for the monitor's time: the lowest round trip of many maps its clock to ours.
  port.on('message', ({ data }) => {
    if (isPing(data)) port.postMessage({ type: 'pong', n: data.n, atMs: elapsedMs() });
  });
  port.start();
  listeners.add(port);
}

function isPing(data: unknown): data is { readonly n: number } {
  return typeof data === 'object' && data !== null && 'n' in data && typeof data.n === 'number';
}

function elapsedMs(): number {
  return Number(process.hrtime.bigint() - originNs) / 1e6;
}

function send(message: MonitorMessage): void {
  for (const port of listeners) port.postMessage(message);
}

/** A window of time that ended before this process began has no place on its clock. */
function passOn(delay: Omit<DelaySample, 'type' | 'atMs'>, atMs: number): void {
  if (watchesDetails && atMs >= 0) send({ type: 'delay', atMs, ...delay });
}

/** Outside Linux systeminformation starts a program for every reading, which would cost more than it tells. */
async function readMemory(): Promise<{ readonly used: number; readonly total: number }> {
  if (process.platform !== 'linux') return { used: os.totalmem() - os.freemem(), total: os.totalmem() };
  const { active, total } = await si.mem();
  return { used: active, total };
}

async function sample(): Promise<void> {
  // The operating system's own counters: systeminformation would start three programs for each reading (measured: 3.9 %
  // of a core at 4 Hz with them, 0.6 % without).
  const perCore = load.read();
  const memory = await readMemory();
  const message: LoadSample = {
    type: 'load',
    sequence: sequence++,
    atMs: elapsedMs(),
    perCore,
    memoryUsedBytes: memory.used,
    memoryTotalBytes: memory.total,
  };
  send(message);
  if (watchesDetails && message.sequence % processesEvery === 0) {
    send({ type: 'processes', sequence: message.sequence / processesEvery, atMs: elapsedMs(), ...processes.read() });
  }
}

/** Open-loop: each sample is due at a multiple of the period, so that a late one does not shift the others. */
function schedule(n: number): void {
  const dueMs = (n * 1000) / monitorRateHz;
  setTimeout(
    () => {
      void sample().finally(() => {
        // After a pause of the machine the missed samples are left out: a gap in the chart, not a burst.
        schedule(Math.max(n + 1, Math.ceil((elapsedMs() * monitorRateHz) / 1000)));
      });
    },
    Math.max(0, dueMs - elapsedMs()),
  );
}

schedule(1);
