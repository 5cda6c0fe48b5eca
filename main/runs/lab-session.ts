import { MessageChannelMain } from 'electron';
import { connectGuest } from '../hosts/connect-guest';
import type { WindowHost } from '../hosts/window-host';
import * as v from 'valibot';
import { bareExits, bareHeapMb } from '@core/experiments/seats';
import type { RunEvent, RunProgress } from '@core/record/events';
import type { FailureReason } from '@core/record/record';
import { fromLabSchema } from '@core/protocol/lab';
import type { FromLab, GuestKind, StartRun, ToLab } from '@core/protocol/lab';
import { startServices } from '../processes/io-services';
import { startUtility } from '../processes/utility';
import type { SupervisedProcess } from '../processes/utility';
import { createRunFolder } from './run-folder';

/** How a session ended. */
export type SessionEnd =
  | { readonly type: 'finished' }
  | { readonly type: 'stopped' }
  | { readonly type: 'failed'; readonly reason: FailureReason; readonly message: string };

/** One run's processes: the lab process and the task processes it asks for. */
export interface LabSession {
  /** Settles once, when every process of the session has gone. Never rejects. */
  readonly ended: Promise<SessionEnd>;
  /** Ends the run. The first reason counts. */
  end(reason: SessionEnd): void;
  /** Process ids of the session that are running, for diagnosis. */
  pids(): readonly number[];
}

/** What the lab process is told. */
export type SessionPlan = Omit<StartRun, 'type' | 'folder'>;

export interface SessionListeners {
  readonly onEvent: (event: RunEvent) => void;
  readonly onProgress: (progress: RunProgress) => void;
  /** Main's own timer has come round, twice a second: for what must go on during a run and shall bring no timer of its own. */
  readonly onBeat?: (() => void) | undefined;
  readonly watcher?: RunWatcher | undefined;
}

/** What the live monitor wants to know about a run; nothing of it is measured or recorded. */
export interface RunWatcher {
  readonly onThread: (thread: {
    readonly pid: number;
    readonly tid: number;
    readonly role: 'dispatcher' | 'worker';
    readonly condition: string;
    readonly seat: string;
  }) => void;
  /** The lab process has answered a heartbeat, so many ms after it was sent. */
  readonly onLabAnswer: (ms: number) => void;
}

const heartbeatMs = 500;
const silenceMs = 5_000;
const malformedLimit = 20;

/** Starts a lab process and supervises it: heartbeat, time budget, malformed messages, exits. */
export function startLabSession(
  { experiment, plan, interpreters }: SessionPlan,
  { onEvent, onProgress, onBeat, watcher }: SessionListeners,
  windowHost: WindowHost,
): LabSession {
  const lab = startUtility('lab-process', 'Concurrency Lab lab process');
  const folder = createRunFolder();
  const tasks = new Map<string, SupervisedProcess>();
  const processes = new Set<SupervisedProcess>([lab]);
  let end: SessionEnd | undefined;
  let settle: (end: SessionEnd) => void = () => undefined;
  const ended = new Promise<SessionEnd>((resolve) => (settle = resolve));
  const lastHeardMs = new Map<SupervisedProcess, number>();
  let pings = 0;
  /** The heartbeat of the lab process that waits for its answer. */
  let asked: { readonly n: number; readonly atMs: number } | undefined;
  let malformed = 0;

  /** Supervises a process from now on: every message of it is a sign of life. */
  function watch(one: SupervisedProcess): void {
    lastHeardMs.set(one, performance.now());
    one.onMessage(() => lastHeardMs.set(one, performance.now()));
  }
  watch(lab);

  const heartbeat = setInterval(() => {
    onBeat?.();
    for (const one of processes) {
      if (performance.now() - (lastHeardMs.get(one) ?? 0) > silenceMs) {
        const message = `${one.serviceName} did not answer for ${silenceMs / 1000} s and was ended.`;
        finish({ type: 'failed', reason: 'unresponsive', message });
        return;
      }
      if (one === lab) asked ??= { n: pings, atMs: performance.now() };
      one.post({ type: 'ping', n: pings++ } satisfies ToLab);
    }
  }, heartbeatMs);
  const budget = setTimeout(() => {
    const message = `The run took longer than its time budget of ${plan.timeBudgetSeconds} s and was ended. Choose shorter tasks or fewer rounds, or close other programs.`;
    finish({ type: 'failed', reason: 'time-budget', message });
  }, plan.timeBudgetSeconds * 1000);

  function send(message: ToLab): void {
    lab.post(message);
  }

  function finish(reason: SessionEnd): void {
    if (end) return;
    end = reason;
    clearInterval(heartbeat);
    clearTimeout(budget);
    windowHost.release();
    void Promise.all([...processes].map((one) => one.stop()))
      .then(() => {
        folder.remove();
      })
      .then(() => {
        settle(reason);
      });
  }

  function receive(raw: unknown): void {
    if (end) return;
    const message = v.safeParse(fromLabSchema, raw);
    if (message.success) act(message.output);
    else if (++malformed > malformedLimit) {
      const detail = 'The lab process sent messages that this program does not understand.';
      finish({ type: 'failed', reason: 'protocol-error', message: detail });
    }
  }

  function act(message: FromLab): void {
    switch (message.type) {
      case 'ready':
        send({ type: 'start', experiment, plan, folder: folder.path, interpreters });
        break;
      case 'pong':
        if (asked?.n !== message.n) break;
        watcher?.onLabAnswer(performance.now() - asked.atMs);
        asked = undefined;
        break;
      case 'dispatcher':
        tellThread('dispatcher', lab.pid(), message.tid, '', '');
        break;
      case 'hire':
        if (message.host === undefined) hire(message);
        else void invite(message.worker, message.host);
        break;
      case 'open-services':
        openServices(message.database);
        break;
      case 'dismiss':
        void tasks.get(message.worker)?.stop();
        break;
      case 'event':
        onEvent(message.event);
        if (message.event.type === 'worker') {
          const { pid, tid, condition, seat } = message.event.worker;
          tellThread('worker', pid, tid, condition, seat);
        }
        break;
      case 'progress':
        onProgress(message.progress);
        break;
      case 'finished':
        finish({ type: 'finished' });
        break;
      case 'failed':
        finish({ type: 'failed', reason: message.reason, message: message.message });
        break;
    }
  }

  function tellThread(
    role: 'dispatcher' | 'worker',
    pid: number | undefined,
    tid: number | null,
    condition: string,
    seat: string,
  ): void {
    if (pid !== undefined && tid !== null) watcher?.onThread({ pid, tid, role, condition, seat });
  }

  /** Forks a task process and gives both sides one end of a channel: no measured message passes through main. */
  function hire({ worker, poolSize, bare }: Extract<FromLab, { type: 'hire' }>): void {
    const task = startUtility('task-process', `Concurrency Lab ${worker}`, {
      environment: poolSize === undefined ? {} : { UV_THREADPOOL_SIZE: String(poolSize) },
      ...(bare && { heapMb: bareHeapMb, ownExits: bareExits }),
    });
    tasks.set(worker, task);
    processes.add(task);
    watch(task);
    const { port1, port2 } = new MessageChannelMain();
    task.post({ type: 'connect' }, [port1]);
    lab.post({ type: 'process-port', worker } satisfies ToLab, [port2]);
    void task.exited.then(({ reason, message }) => {
      processes.delete(task);
      if (tasks.get(worker) === task) tasks.delete(worker);
      send({ type: 'process-gone', worker, reason, message });
    });
  }

  /** Starts the process that serves sockets and the database, and tells the lab process where it listens. */
  /** Gives the lab process a line to a guest in the page or in main. Without a window there is none. */
  async function invite(worker: string, host: GuestKind): Promise<void> {
    const { port1, port2 } = new MessageChannelMain();
    const problem = await connectGuest(host, worker, port2, windowHost);
    if (end) return;
    if (problem === undefined) lab.post({ type: 'process-port', worker, guest: true } satisfies ToLab, [port1]);
    else send({ type: 'process-gone', worker, reason: 'launch-failed', message: problem });
  }

  function openServices(database: boolean): void {
    const services = startServices(folder.path, database, {
      onListening(address) {
        send({ type: 'services', address });
      },
      onGone(message) {
        processes.delete(services);
        send({ type: 'services-gone', message });
      },
    });
    processes.add(services);
    watch(services);
  }

  lab.onMessage(receive);
  void lab.exited.then(({ asked, reason, message }) => {
    processes.delete(lab);
    if (!asked) finish({ type: 'failed', reason, message: `The lab process ended. ${message}` });
  });

  return {
    ended,
    end: finish,
    pids: () => [...processes].map((one) => one.pid()).filter((pid): pid is number => pid !== undefined),
  };
}
