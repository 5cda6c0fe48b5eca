import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FromDispatcher, FromWorker, ToDispatcher, ToWorker, WorkerOptions } from '../protocol';
import type { RunClock } from '../measurement/clock';
import { createMailbox } from './mailbox';
import type { Mailbox } from './mailbox';
import { RunFailure } from './run-failure';

/** The dispatcher's side of one task worker, thread or process alike. */
export interface WorkerHandle {
  readonly id: string;
  readonly kind: 'thread' | 'process';
  readonly requestedNs: number;
  readonly readyNs: number;
  post(message: ToWorker): void;
  readonly answers: Pick<Mailbox, 'next'>;
  /** Ends the worker. Settles when it is gone. */
  dismiss(): Promise<void>;
}

/** Start-up of a process took up to 0.4 s where it was measured; a loaded machine may need many times that. */
const startTimeoutMs = 20_000;

/** Hires a thread of the lab process. @throws RunFailure if it does not get ready */
export async function hireThread(clock: RunClock, options: WorkerOptions): Promise<WorkerHandle> {
  const mailbox = createMailbox(options.worker);
  const ready = mailbox.next('ready', startTimeoutMs);
  let dismissed = false;
  const requestedNs = clock.now();
  const thread = new Worker(join(__dirname, 'task-worker.cjs'), { workerData: options });
  thread.on('message', (message: FromWorker) => {
    const gotNs = clock.now();
    mailbox.deliver(message, gotNs);
  });
  thread.on('error', (error: Error & { code?: string }) => {
    const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    mailbox.deliver({ type: 'crashed', outOfMemory, message: error.message }, clock.now());
  });
  thread.on('exit', (code) => {
    if (!dismissed)
      mailbox.fail(new RunFailure('worker-crashed', `The thread ${options.worker} ended (exit ${code}).`));
  });
  const { gotNs } = await ready;
  return {
    id: options.worker,
    kind: 'thread',
    requestedNs,
    readyNs: gotNs,
    post: (message) => {
      thread.postMessage(message);
    },
    answers: mailbox,
    async dismiss() {
      dismissed = true;
      await thread.terminate();
    },
  };
}

/** Hires task processes through main and keeps their mailboxes; messages go by the lab process's relay. */
export interface ProcessAgency {
  hire(options: WorkerOptions): Promise<WorkerHandle>;
  /** Takes what the lab process's main thread says about task processes. */
  receive(message: Exclude<ToDispatcher, { type: 'start' }>): void;
}

interface Employment {
  readonly mailbox: Mailbox;
  readonly options: WorkerOptions;
  readonly whenGone: () => void;
  dismissed: boolean;
}

export function createProcessAgency(clock: RunClock, send: (message: FromDispatcher) => void): ProcessAgency {
  const employed = new Map<string, Employment>();

  function post(worker: string, message: ToWorker): void {
    send({ type: 'to-process', worker, message });
  }

  return {
    async hire(options) {
      const mailbox = createMailbox(options.worker);
      const ready = mailbox.next('ready', startTimeoutMs);
      let whenGone: () => void = () => undefined;
      const gone = new Promise<void>((resolve) => (whenGone = resolve));
      const employment: Employment = { mailbox, options, whenGone, dismissed: false };
      employed.set(options.worker, employment);
      const requestedNs = clock.now();
      send({ type: 'hire', worker: options.worker });
      const { gotNs } = await ready;
      return {
        id: options.worker,
        kind: 'process',
        requestedNs,
        readyNs: gotNs,
        post: (message) => {
          post(options.worker, message);
        },
        answers: mailbox,
        dismiss() {
          employment.dismissed = true;
          send({ type: 'dismiss', worker: options.worker });
          return gone;
        },
      };
    },
    receive(message) {
      const gotNs = clock.now();
      const employment = employed.get(message.worker);
      if (!employment) return;
      switch (message.type) {
        case 'from-process':
          employment.mailbox.deliver(message.message, gotNs);
          break;
        case 'process-connected':
          post(message.worker, { type: 'init', options: employment.options });
          break;
        case 'process-gone':
          employed.delete(message.worker);
          employment.whenGone();
          if (!employment.dismissed)
            employment.mailbox.fail(
              new RunFailure(message.reason, `The process ${message.worker}: ${message.message}`),
            );
          break;
      }
    },
  };
}
