/** Something a workload needs is missing or wrong; errors of the system are thrown as they are, with codes of their own. */
export class WorkloadError extends Error {
  override readonly name = 'WorkloadError';

  constructor(
    /** What happened, e.g. `NO_SERVICES`; the error of a service keeps the code that it had there. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
