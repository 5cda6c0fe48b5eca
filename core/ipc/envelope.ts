/** Every way a call can fail, as data: the receiver switches on the code, never on the text. */
export const labErrorCodes = [
  'untrusted-sender',
  'invalid-request',
  'unknown-experiment',
  'invalid-plan',
  'not-enough-memory',
  'run-active',
  'machine-busy',
  'no-such-run',
  'no-such-record',
  'unreadable-record',
  /** It is whole, but of a later version. */
  'newer-record',
  'too-large',
  'not-writable',
  'disk-full',
  'pdf-failed',
  'launch-failed',
  /** Looking for new versions is switched off. */
  'updates-off',
  'no-release-page',
  /** Nobody could say which release is the newest. */
  'release-unknown',
  'internal',
] as const;
export type LabErrorCode = (typeof labErrorCodes)[number];

export interface LabErrorData {
  readonly code: LabErrorCode;
  /** What happened and what to do, for a person; never a stack or a path inside the program. */
  readonly message: string;
}

export type Envelope<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: LabErrorData };

/** An error that may cross a process boundary. */
export class LabError extends Error {
  override readonly name = 'LabError';
  readonly code: LabErrorCode;

  constructor(code: LabErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The value of an answer. @throws LabError rebuilt from the data that crossed */
export function unwrap<T>(envelope: Envelope<T>): T {
  if (envelope.ok) return envelope.value;
  throw new LabError(envelope.error.code, envelope.error.message);
}
