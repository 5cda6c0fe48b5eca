import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { ServiceAddress } from '@core/protocol/services';
import { programsFolder } from './programs';
import type { DatabaseThreadData, ServerThreadData } from './query-protocol';

export interface IoServicesOptions {
  /** The run's private folder: the database is made there. */
  readonly folder: string;
  readonly database: boolean;
  /** Folder of the built entries; that of the running program where it is absent. */
  readonly programs?: string;
  /** Database threads, each with a connection of its own; one for each core where it is absent. */
  readonly connections?: number;
}

export interface IoServices {
  readonly address: ServiceAddress;
  /** Ends all threads. Settles when they are gone. */
  close(): Promise<void>;
}

/** Starts a thread and waits for its first message, which says that it is ready. */
type StartThread = (entry: string, data: unknown, ports: readonly MessagePort[]) => Promise<unknown>;

/**
 * Starts the loopback server and, if wanted, the database, each in threads of their own.
 * @param lost called once if a thread ends later without being asked to
 * @throws Error of the thread that could not start, with its code
 */
export async function openIoServices(options: IoServicesOptions, lost: (error: Error) => void): Promise<IoServices> {
  const { programs = programsFolder(), connections = Math.max(1, availableParallelism()) } = options;
  const workers: Worker[] = [];
  let state: 'opening' | 'open' | 'over' = 'opening';
  let dead: Error | undefined;

  const start: StartThread = (entry, workerData, ports) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(join(programs, `${entry}.cjs`), { workerData, transferList: [...ports] });
      const ended = (error: Error): void => {
        dead ??= error;
        reject(error);
        if (state !== 'open') return;
        state = 'over';
        lost(error);
      };
      workers.push(worker);
      worker.once('message', resolve);
      worker.once('error', ended);
      worker.once('exit', (code) => {
        ended(new Error(`The thread ${entry} ended (exit ${code}).`));
      });
    });

  async function close(): Promise<void> {
    state = 'over';
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  try {
    const ports = options.database ? await openDatabase(join(options.folder, 'sales.db'), connections, start) : null;
    const address = await start('http-server', { ports } satisfies ServerThreadData, ports ?? []);
    if (dead) throw dead;
    state = 'open';
    return { address: address as ServiceAddress, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @returns the ports on which the database threads take queries */
async function openDatabase(file: string, connections: number, start: StartThread): Promise<MessagePort[]> {
  const ports: MessagePort[] = [];
  for (let number = 0; number < connections; number++) {
    const { port1: port, port2: ours } = new MessageChannel();
    // One after the other: the first creates what the others open.
    await start('database-worker', { file, create: number === 0, port } satisfies DatabaseThreadData, [port]);
    ports.push(ours);
  }
  return ports;
}
