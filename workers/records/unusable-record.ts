import type { RecordProblem } from '@core/protocol/analysis';

/** A file that is not accepted, and why. */
export class UnusableRecord extends Error {
  override readonly name = 'UnusableRecord';
  readonly problem: RecordProblem;

  constructor(kind: RecordProblem['kind'], message: string) {
    super(message);
    this.problem = { kind, message };
  }
}
