import { app, MessageChannelMain, utilityProcess } from 'electron';
import type { Details, MessagePortMain, UtilityProcess } from 'electron';
import { join } from 'node:path';
import { poolThreads } from '@core/experiments/pool-threads';
import { visible } from '@core/texts/visible';
import { classifyExit } from './exit-classification';
import type { ExitReport } from './exit-classification';
import { enrol, strikeOff } from './running-utilities';

/** A utility process under supervision: its end is seen exactly once, with a reason, and it can always be ended. */
export interface SupervisedProcess {
  readonly serviceName: string;
  /** Undefined before `spawn` and after `exit`. */
  pid(): number | undefined;
  /** Plain data only; ports in the transfer list, nothing else (an ArrayBuffer there crashes main before 37). */
  post(message: unknown, ports?: MessagePortMain[]): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Settles when the process has gone. Never rejects. */
  readonly exited: Promise<ExitReport>;
  /** Ends it, also if it has not been spawned yet. Settles when `exit` was seen. */
  stop(): Promise<void>;
}

const stderrTailBytes = 8192;
const goneEventWaitMs = 250;
const killAfterMs = 250;
let started = 0;

export interface UtilityOptions {
  /** Added to what every utility may know of our environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Most memory of its JavaScript heap; absent: what the runtime gives. */
  readonly heapMb?: number;
  /**
   * Exit codes with which the program ends itself. The system has no reason to give for those, so none is waited for; of all other
   * ends it says why within 250 ms.
   */
  readonly ownExits?: readonly number[];
}

/** Starts one of the built entries of `workers/entry` as a utility process. Call only when the app is ready. */
export function startUtility(
  entry: string,
  label: string,
  { environment = {}, heapMb, ownExits = [] }: UtilityOptions = {},
): SupervisedProcess {
  const serviceName = `${label} ${++started}`;
  const child = utilityProcess.fork(join(__dirname, 'workers', `${entry}.cjs`), [], {
    serviceName,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...safeEnvironment(), UV_THREADPOOL_SIZE: String(poolThreads), ...environment },
    // Flags of V8 are taken in this form alone.
    ...(heapMb !== undefined && { execArgv: [`--js-flags=--max-old-space-size=${heapMb}`] }),
  });
  const control = handOverControlPort(child);
  let spawned = false;
  let gone = false;
  let stopping = false;
  let stderrTail = '';

  child.stderr?.on('data', (chunk: Buffer) => {
    stderrTail = (stderrTail + chunk.toString('utf8')).slice(-stderrTailBytes);
  });
  child.once('spawn', () => {
    spawned = true;
    if (stopping) end(child);
    if (child.pid !== undefined) enrol(serviceName, { pid: child.pid, entry, label });
  });

  const exited = new Promise<ExitReport>((resolve) => {
    let details: Details | undefined;
    const onGone = (_event: unknown, one: Details): void => {
      if (one.name === serviceName || one.serviceName === serviceName) details = one;
    };
    app.on('child-process-gone', onGone);
    child.once('exit', (code) => {
      gone = true;
      control.close();
      strikeOff(serviceName);
      const report = (): void => {
        app.off('child-process-gone', onGone);
        resolve(classifyExit({ asked: stopping, spawned, code, goneReason: details?.reason, stderrTail }));
      };
      // The exit code alone proves nothing; the reason comes in an event of its own, shortly before or after.
      if (details || stopping || ownExits.includes(code)) report();
      else setTimeout(report, goneEventWaitMs);
    });
  });

  return {
    serviceName,
    pid: () => (gone ? undefined : child.pid),
    post(message, ports = []) {
      if (!gone) control.postMessage(message, ports);
    },
    onMessage(listener) {
      child.on('message', (message: unknown) => {
        if (!stopping) listener(message);
      });
    },
    exited,
    async stop() {
      stopping = true;
      // Before `spawn` a kill does nothing and the process would live on: it is carried out on `spawn`.
      if (spawned && !gone) end(child);
      await exited;
    },
  };
}

/**
 * All that main tells a utility goes through a port of its own, not through `child.postMessage`: between the end of a child's
 * channel and its `exit`, some milliseconds, that call dereferences a null pointer and takes main with it (Electron 25.1.1:
 * one post in a turn of the loop hit it in 1 of 26 ends; docs/decisions/0009). A port takes such a message for nothing. Here
 * the child has not even been launched, so its channel is there.
 */
function handOverControlPort(child: UtilityProcess): MessagePortMain {
  const { port1, port2 } = new MessageChannelMain();
  child.postMessage(null, [port2]);
  port1.start();
  return port1;
}

/** SIGTERM, then SIGKILL by process id: a worker that never returns must not outlive its run. */
function end(child: UtilityProcess): void {
  const { pid } = child;
  child.kill();
  const force = setTimeout(() => {
    if (pid === undefined) return;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // already gone: that is what was wanted
    }
  }, killAfterMs);
  child.once('exit', () => {
    clearTimeout(force);
  });
}

/** Settings of the runtime and its event loop, which would change what is measured, and what injects code. */
const notPassedOn = /^(NODE_|ELECTRON_|LD_|DYLD_|UV_)/;

/**
 * What a utility may know of our environment. `UV_` is of libuv: a pool of another size would change every result that uses it; the
 * lab sets it, or an experiment its own. Values must be strings or it cannot start.
 */
function safeEnvironment(): Record<string, string> {
  const safe: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !notPassedOn.test(name)) safe[name] = value;
  }
  return safe;
}

/** What of that would have changed measurements, as `NAME=value`: records and `doctor` name it. */
export function settingsNotPassedOn(): readonly string[] {
  return Object.entries(process.env)
    .filter(([name]) => name.startsWith('UV_'))
    .map(([name, value]) => visible(`${name}=${value ?? ''}`).slice(0, 100));
}
