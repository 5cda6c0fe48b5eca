import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WorkerKind } from '@core/experiments/definition-types';
import type { FromDispatcher, GuestKind, ToDispatcher } from '@core/protocol/lab';
import type { FromWorker, Ticket, ToWorker, WorkerOptions } from '@core/protocol/worker';
import type { Transport } from '@core/record/events';
import type { RunClock } from '../measurement/clock';
import { createDesk } from './desk';
import type { Desk } from './desk';
import type { Mailbox } from './mailbox';
import type { PoolLink } from './pool/pool-types';
import { resourceLimitsOf } from './resource-limits';
import { RunFailure } from './run-failure';
import { releasePayload } from '../workloads/payload';
import { createExchange } from './wire/exchange';
import type { Exchange } from './wire/exchange';
import type { Wire } from './wire/wire';

/** The dispatcher's side of one task worker, thread or process alike. */
export interface WorkerHandle {
  readonly id: string;
  readonly kind: WorkerKind;
  readonly requestedNs: number;
  readonly readyNs: number;
  /** @param transfer what is moved with the message instead of copied */
  post(message: ToWorker, transfer?: readonly ArrayBuffer[]): void;
  /** How its messages get there; `pipe`: to a program for Python. */
  readonly transport: Transport | 'pipe';
  /** By Electron's port with its relays, for a process that is reached directly: what an Electron program would use. */
  readonly postByPort?: (message: ToWorker) => void;
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
    transport: 'thread-port',
    answers: mailbox,
    onEcho: desk.onEcho,
    link: desk.linkOf(id, post, dismiss),
    dismiss,
  };
}

/** What the lab process's main thread says about task processes. */
export type AboutProcess = Extract<ToDispatcher, { readonly worker: string }>;

/** Hires task processes through main and keeps their mailboxes; messages go directly, or by the lab process's relay. */
export interface ProcessAgency {
  /** From now on task processes connect directly, where the machine gives a way. @param folder the run's private one */
  openExchange(folder: string): void;
  /** @param poolSize of its libuv pool; undefined: what the runtime gives */
  hire(options: WorkerOptions, poolSize?: number): Promise<WorkerHandle>;
  /** A guest in a host that is there anyway. @throws RunFailure if there is no such host, e.g. no window */
  invite(options: WorkerOptions, host: GuestKind): Promise<WorkerHandle>;
  receive(message: AboutProcess): void;
}

/** So long after its connection main has to say why a process ended, in milliseconds. */
const farewellMs = 3_000;

/** Sends messages through a direct connection; a payload's memory is written as it is and then given back. */
function sendThrough(wire: Wire): (message: ToWorker) => void {
  return (message) => {
    if (message.type !== 'payload' || message.data instanceof SharedArrayBuffer) {
      wire.send(message);
      return;
    }
    const { data, ...rest } = message;
    wire.send(rest, data, () => {
      releasePayload(data);
    });
  };
}

/** How main is to find the worker. */
type Employing = { readonly poolSize?: number; readonly bare?: boolean; readonly host?: GuestKind };

interface Employment {
  /** Who it is, in messages. */
  readonly who: string;
  readonly desk: Desk;
  readonly options: WorkerOptions;
  readonly whenGone: () => void;
  dismissed: boolean;
  /** The direct connection, once it is there. */
  wire?: Wire;
}

/** @param send posts to the lab process's main thread; what is in the second list is moved there */
export function createProcessAgency(
  clock: RunClock,
  send: (message: FromDispatcher, transfer?: readonly ArrayBuffer[]) => void,
): ProcessAgency {
  const employed = new Map<string, Employment>();
  let exchange: Exchange | undefined;

  function post(worker: string, message: ToWorker, transfer?: readonly ArrayBuffer[]): void {
    send({ type: 'to-process', worker, message }, transfer);
  }

  /** Has the worker connect to this thread, if it can. */
  async function withDirectWay(options: WorkerOptions, desk: Desk): Promise<WorkerOptions> {
    const { worker } = options;
    const directWay = await exchange?.expect(worker, {
      connected: (wire) => {
        const employment = employed.get(worker);
        if (employment) employment.wire = wire;
        else wire.close();
      },
      received: (message) => {
        desk.receive(message as FromWorker, clock.now());
      },
      lost: (why) => {
        // Main says why a process ended; where it lives on without its connection, it is of no use.
        setTimeout(() => {
          const employment = employed.get(worker);
          if (!employment || employment.dismissed) return;
          desk.fail(new RunFailure('worker-crashed', `${employment.who} is no longer connected: ${why}.`));
        }, farewellMs);
      },
    });
    return directWay ? { ...options, directWay } : options;
  }

  async function employ(asked: WorkerOptions, kind: WorkerKind, how: Employing): Promise<WorkerHandle> {
    const desk = createDesk(asked.worker);
    const options = kind === 'process' ? await withDirectWay(asked, desk) : asked;
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
    const { wire } = employment;
    const byPort = (message: ToWorker, transfer?: readonly ArrayBuffer[]): void => {
      post(id, message, transfer);
    };
    const postToIt = wire ? sendThrough(wire) : byPort;
    const dismiss = (): Promise<void> => {
      employment.dismissed = true;
      send({ type: 'dismiss', worker: id });
      return gone;
    };
    return {
      id,
      kind,
      requestedNs,
      readyNs: gotNs,
      post: postToIt,
      transport: wire ? 'socket' : 'electron-port',
      ...(wire && { postByPort: byPort }),
      answers: mailbox,
      onEcho: desk.onEcho,
      link: desk.linkOf(id, postToIt, dismiss),
      dismiss,
    };
  }

  return {
    openExchange(folder) {
      exchange = createExchange(folder);
    },
    hire: (options, poolSize) =>
      employ(options, 'process', {
        ...(poolSize !== undefined && { poolSize }),
        ...(options.bare === true && { bare: true }),
      }),
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
          exchange?.forget(message.worker);
          employment.whenGone();
          if (!employment.dismissed)
            employment.desk.fail(new RunFailure(message.reason, `${employment.who}: ${message.message}`));
          break;
      }
    },
  };
}
