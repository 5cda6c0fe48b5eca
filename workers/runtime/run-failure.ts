import type { CellOutcome } from '@core/experiments/definition-types';
import type { FromLab } from '@core/protocol/lab';
import { PoolError } from './pool/pool-error';

type Reason = Extract<FromLab, { type: 'failed' }>['reason'];

/** Ends the run with a reason; what was measured before is kept. */
export class RunFailure extends Error {
  override readonly name = 'RunFailure';
  readonly reason: Reason;

  constructor(reason: Reason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

const codesOfFullDisk = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const codesOfLostServer = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE']);

/** Turns what the queue rejected a task with into the reason for which the run ends. */
export function failureOf(error: unknown): RunFailure {
  if (error instanceof RunFailure) return error;
  if (!(error instanceof Error)) return new RunFailure('task-failed', String(error));
  if (error instanceof PoolError) return failureOfPool(error);
  const { code } = error as { readonly code?: unknown };
  if (typeof code === 'string' && codesOfFullDisk.has(code)) {
    return new RunFailure('disk-full', `A task could not write its file: ${error.message}`, { cause: error });
  }
  if (typeof code === 'string' && codesOfLostServer.has(code)) {
    return new RunFailure('service-gone', `The server that the tasks talk to does not answer: ${error.message}`, {
      cause: error,
    });
  }
  const known = typeof code === 'string' ? knownCauses[code] : undefined;
  const message = known === undefined ? error.message : `${known} (${error.message})`;
  return new RunFailure('task-failed', `A task failed: ${message}`, { cause: error });
}

const tooManyFiles = 'too many open files: raise `ulimit -n` or lower --in-flight';
const loopbackDown = 'the loopback interface is down; as root: `ip link set lo up`';

/** What is behind errors that name only what the system was asked for. */
const knownCauses: Readonly<Record<string, string>> = {
  EMFILE: tooManyFiles,
  ENFILE: 'this machine has too many files open: end other programs or lower --in-flight',
  ENETUNREACH: loopbackDown,
  ENETDOWN: loopbackDown,
  EADDRNOTAVAIL: 'the loopback address cannot be used: the loopback interface is down, or all its ports are taken',
};

/** What a task that finds its fellows waiting for each other throws as its error's `code`. */
export const deadlockCode = 'deadlocked';

/**
 * How a cell ends that may end so; undefined for what is never a result: the services are gone, the disk is full, nobody
 * could be hired.
 */
export function cellOutcomeOf({ reason, cause }: RunFailure): Exclude<CellOutcome, 'completed'> | undefined {
  switch (reason) {
    case 'worker-crashed':
    case 'out-of-memory':
    case 'killed':
      return cause instanceof PoolError && cause.code === 'hire-failed' ? undefined : 'worker-lost';
    case 'unresponsive':
      return 'timed-out';
    case 'task-failed':
      return cause instanceof Error && 'code' in cause && cause.code === deadlockCode ? 'deadlocked' : 'failed';
    default:
      return undefined;
  }
}

function failureOfPool(error: PoolError): RunFailure {
  switch (error.code) {
    case 'timed-out':
      return new RunFailure('unresponsive', error.message, { cause: error });
    case 'out-of-memory':
      return new RunFailure('out-of-memory', error.message, { cause: error });
    case 'worker-lost':
    case 'hire-failed':
    case 'closed':
      return new RunFailure('worker-crashed', error.message, { cause: error });
  }
}
