import { app } from 'electron';
import { spawn } from 'node:child_process';
import { helpersOutOf, killFamily } from '../processes/kill-family';
import { runningUtilities } from '../processes/running-utilities';
import { LabError } from '@core/ipc/envelope';
import { tell, tellAtOnce, whenOutputIsLost, writtenOut } from './output';
import { UsageError } from './words';

/** Exit status of an interrupted command: 128 + SIGINT. */
export const interruptedStatus = 130;

const failedStatus = 1;
const usageStatus = 2;
/** Longest that an interrupted command may take to keep what it has. */
const keepLimitMs = 8_000;
const lastLinesMs = 1_000;
const launcherCheckMs = 500;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What a command may know of the frame that it runs in. */
export interface CommandFrame {
  /** Settles when the command shall end: a signal, a closed terminal, a stream that cannot be written, a lost launcher. */
  readonly interrupted: Promise<void>;
  /** Names the place where what was measured is safe, should the command have to be ended while it still keeps it. */
  readonly safeAt: (place: string | undefined) => void;
}

/**
 * The one outer frame of every command: however it ends, it ends in bounded time with a documented exit status and at most one
 * line for what went wrong; never with a dialog, never with a stack. Call as early as possible.
 */
export function frameCommand(): { run(work: (frame: CommandFrame) => Promise<number>): Promise<void> } {
  let ask: () => void = () => undefined;
  const interrupted = new Promise<void>((resolve) => (ask = resolve));
  let asked: number | undefined;
  let safe: string | undefined;
  let ending = false;

  function endAtOnce(status: number): void {
    // All of them: also one that was stopped before Electron knew its process id.
    const known = runningUtilities().map(({ pid }) => pid);
    for (const pid of [...known, ...helpersOutOf(known)]) killFamily(pid);
    endSurely();
    app.exit(status);
  }

  function fail(error: unknown): void {
    if (ending) return;
    ending = true;
    tellAtOnce(`concurrency-lab: ${oneLine(error)}${safe === undefined ? '' : ` ${safe}`}`);
    endAtOnce(failedStatus);
  }

  function interrupt(status: number): void {
    if (asked !== undefined) return;
    asked = status;
    ask();
    setTimeout(() => {
      if (ending) return;
      ending = true;
      tellAtOnce(`concurrency-lab: Ended before everything could be finished.${safe === undefined ? '' : ` ${safe}`}`);
      endAtOnce(status);
    }, keepLimitMs);
  }

  function onSignal(signal: NodeJS.Signals): void {
    if (asked === undefined) interrupt(interruptedStatus);
    else if (signal === 'SIGHUP')
      return; // a closed terminal is told by several, and nobody waits for the end
    else if (!ending) {
      ending = true;
      if (safe !== undefined) tellAtOnce(`concurrency-lab: ${safe}`);
      endAtOnce(interruptedStatus);
    }
  }

  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  // A write beyond the limit of file sizes is then an error (EFBIG) rather than the end.
  if (process.platform === 'linux') process.on('SIGXFSZ', () => undefined);
  // Until the app is ready signals come through Electron, as a wish to quit.
  app.on('before-quit', (event) => {
    event.preventDefault();
    interrupt(interruptedStatus);
  });
  app.on('window-all-closed', () => undefined);
  // EIO: the terminal is gone, as with SIGHUP.
  whenOutputIsLost((stream, code) => {
    if (code === 'EIO') interrupt(interruptedStatus);
    else if (stream === 'stderr') interrupt(failedStatus);
  });
  watchLauncher(() => {
    interrupt(interruptedStatus);
  });

  return {
    async run(work) {
      // Electron sets its own handlers while it starts: ours come after them.
      for (const signal of signals) process.on(signal, onSignal);
      let status: number;
      try {
        status = await work({ interrupted, safeAt: (place) => (safe = place) });
      } catch (error) {
        tell(`concurrency-lab: ${oneLine(error)}`);
        status = statusOf(error);
      }
      if (ending) return;
      ending = true;
      await Promise.race([writtenOut(), new Promise((resolve) => setTimeout(resolve, lastLinesMs))]);
      endAtOnce(asked === undefined ? status : Math.max(asked, status === usageStatus ? usageStatus : 0));
    },
  };
}

/** Says why a command does not start, and ends the app before it has made anything. */
export function refuse(error: unknown): void {
  tellAtOnce(`concurrency-lab: ${oneLine(error)}`);
  app.exit(statusOf(error));
}

function statusOf(error: unknown): number {
  if (error instanceof UsageError) return usageStatus;
  return error instanceof LabError && (error.code === 'invalid-plan' || error.code === 'unknown-experiment')
    ? usageStatus
    : failedStatus;
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim().replace(/\s*\n\s*/g, ' ');
}

/**
 * Should the end itself hang (it waits for threads, and one may be held by a file system that does not answer), another process
 * ends this one: no timer of ours runs any more then.
 */
function endSurely(): void {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), lastLinesMs);
  if (process.platform === 'win32') return;
  // It waits in a read that ends with this process: where nothing hangs, it ends at once.
  const words = ['-c', `read -t ${lastLinesMs / 1_000} x || [ $? -le 128 ] || kill -9 ${process.pid}`];
  const guard = spawn('bash', words, { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  guard.on('error', () => undefined);
  guard.unref();
}

/**
 * Calls `onGone` once when the launcher has ended without a word: whoever sees the prompt again must not have a run going on
 * unseen. The launcher gives its process id where the app shall end with it.
 */
export function watchLauncher(onGone: () => void): void {
  const launcher = Number(process.env['LAB_LAUNCHER']);
  if (!Number.isInteger(launcher) || launcher <= 0) return;
  const check = setInterval(() => {
    if (process.ppid === launcher) return;
    clearInterval(check);
    onGone();
  }, launcherCheckMs);
  check.unref();
}
