import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WorkerKind } from '@core/experiments/definition-types';
import type { FromDispatcher, GuestKind, ToDispatcher } from '@core/protocol/lab';
import type { FromWorker, Ticket, ToWorker, WorkerOptions } from '@core/protocol/worker';
import type { RunClock } from '../measurement/clock';
import { createDesk } from './desk';
import type { Desk } from './desk';
import type { Mailbox } from './mailbox';
import type { PoolLink } from './pool/pool-types';
import { resourceLimitsOf } from './resource-limits';
import { RunFailure } from './run-failure';

/** The dispatcher's side of one task worker, thread or process alike. */
export interface WorkerHandle {
  readonly id: string;
  readonly kind: WorkerKind;
  readonly requestedNs: number;
  readonly readyNs: number;
  /** @param transfer what is moved with the message instead of copied */
  post(message: ToWorker, transfer?: readonly ArrayBuffer[]): void;
  readonly answers: Pick<Mailbox, 'next'>;
  /** Listens to answers to `echo`, of which there may be many under way. */
  readonly onEcho: Desk['onEcho'];
  /** The same worker as the queue sees it. */
  readonly link: PoolLink<Ticket, null>;
  /** Ends the worker. Settles when it is gone. */
  dismiss(): Promise<void>;
}

/** Start-up of a process took up to 0.4 s where it was measured; a loaded machine may need many times that. */
const startTimeoutMs = 20_000;

/** Hires a thread of the lab process. @throws RunFailure if it does not get ready */
export async function hireThread(clock: RunClock, options: WorkerOptions): Promise<WorkerHandle> {
  const desk = createDesk(options.worker);
  const { mailbox } = desk;
  const ready = mailbox.next('ready', startTimeoutMs);
  let dismissed = false;
  const requestedNs = clock.now();
  const thread = new Worker(join(__dirname, 'task-worker.cjs'), {
    workerData: options,
    ...resourceLimitsOf(options),
  });
  thread.on('message', (message: FromWorker) => {
    desk.receive(message, clock.now());
  });
  thread.on('error', (error: Error & { code?: string }) => {
    const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    desk.receive({ type: 'crashed', outOfMemory, message: error.message }, clock.now());
  });
  thread.on('exit', (code) => {
    if (!dismissed) desk.fail(new RunFailure('worker-crashed', `The thread ${options.worker} ended (exit ${code}).`));
  });
  const { gotNs } = await ready;
  const post = (message: ToWorker, transfer: readonly ArrayBuffer[] = []): void => {
    thread.postMessage(message, transfer);
  };
  const dismiss = async (): Promise<void> => {
    dismissed = true;
    await thread.terminate();
  };
  const { id, kind } = { id: options.worker, kind: 'thread' } as const;
  return {
    id,
    kind,
    requestedNs,
    readyNs: gotNs,
    post,
    answers: mailbox,
    onEcho: desk.onEcho,
    link: desk.linkOf(id, post, dismiss),
    dismiss,
  };
}

/** What the lab process's main thread says about task processes. */
export type AboutProcess = Extract<ToDispatcher, { readonly worker: string }>;

/** Hires task processes through main and keeps their mailboxes; messages go by the lab process's relay. */
export interface ProcessAgency {
  /** @param poolSize of its libuv pool; undefined: what the runtime gives */
  hire(options: WorkerOptions, poolSize?: number): Promise<WorkerHandle>;
  /** A guest in a host that is there anyway. @throws RunFailure if there is no such host, e.g. no window */
  invite(options: WorkerOptions, host: GuestKind): Promise<WorkerHandle>;
  receive(message: AboutProcess): void;
}

/** How main is to find the worker. */
type Employing = { readonly poolSize?: number; readonly host?: GuestKind };

interface Employment {
  /** Who it is, in messages. */
  readonly who: string;
  readonly desk: Desk;
  readonly options: WorkerOptions;
  readonly whenGone: () => void;
  dismissed: boolean;
}

/** @param send posts to the lab process's main thread; what is in the second list is moved there */
export function createProcessAgency(
  clock: RunClock,
  send: (message: FromDispatcher, transfer?: readonly ArrayBuffer[]) => void,
): ProcessAgency {
  const employed = new Map<string, Employment>();

  function post(worker: string, message: ToWorker, transfer?: readonly ArrayBuffer[]): void {
    send({ type: 'to-process', worker, message }, transfer);
  }

  async function employ(options: WorkerOptions, kind: WorkerKind, how: Employing): Promise<WorkerHandle> {
    const desk = createDesk(options.worker);
    const { mailbox } = desk;
    const ready = mailbox.next('ready', startTimeoutMs);
    let whenGone: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => (whenGone = resolve));
    const who = `The ${kind === 'process' ? 'process' : `guest in ${kind}`} ${options.worker}`;
    const employment: Employment = { who, desk, options, whenGone, dismissed: false };
    employed.set(options.worker, employment);
    const requestedNs = clock.now();
    send({ type: 'hire', worker: options.worker, ...how });
    const { gotNs } = await ready;
    const id = options.worker;
    const postToIt = (message: ToWorker, transfer?: readonly ArrayBuffer[]): void => {
      post(id, message, transfer);
    };
    const dismiss = (): Promise<void> => {
      employment.dismissed = true;
      send({ type: 'dismiss', worker: id });
      return gone;
    };
    const link = desk.linkOf(id, postToIt, dismiss);
    const { onEcho } = desk;
    return { id, kind, requestedNs, readyNs: gotNs, post: postToIt, answers: mailbox, onEcho, link, dismiss };
  }

  return {
    hire: (options, poolSize) => employ(options, 'process', poolSize === undefined ? {} : { poolSize }),
    invite: (options, host) => employ(options, host, { host }),
    receive(message) {
      const gotNs = clock.now();
      const employment = employed.get(message.worker);
      if (!employment) return;
      switch (message.type) {
        case 'from-process':
          employment.desk.receive(message.message, gotNs);
          break;
        case 'process-connected':
          post(message.worker, { type: 'init', options: employment.options });
          break;
        case 'process-gone':
          employed.delete(message.worker);
          employment.whenGone();
          if (!employment.dismissed)
            employment.desk.fail(new RunFailure(message.reason, `${employment.who}: ${message.message}`));
          break;
      }
    },
  };
}
