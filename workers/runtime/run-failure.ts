import type { FromLab } from '../protocol';

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
