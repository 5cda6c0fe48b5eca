/** Why the pool itself rejected a task. An aborted task is rejected with its signal's reason instead. */
export type PoolErrorCode = 'timed-out' | 'worker-lost' | 'out-of-memory' | 'hire-failed' | 'closed';

/** A task that was not answered for a reason of the pool's; what the task's own code throws arrives as it is. */
export class PoolError extends Error {
  override readonly name = 'PoolError';
  readonly code: PoolErrorCode;

  constructor(code: PoolErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
