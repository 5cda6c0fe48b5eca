import { describe, expect, it } from 'vitest';
import { PoolError } from './pool/pool-error';
import { failureOf, RunFailure } from './run-failure';

const withCode = (code: string): Error => Object.assign(new Error('it went wrong'), { code });

describe('failureOf', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['ECONNREFUSED', 'service-gone'],
    ['ECONNRESET', 'service-gone'],
    ['EACCES', 'task-failed'],
  ])('reads the code %s as %s', (code, reason) => {
    const failure = failureOf(withCode(code));
    expect(failure.reason).toBe(reason);
    expect(failure.message).toContain('it went wrong');
  });

  it.each([
    ['EMFILE', /too many open files: raise `ulimit -n` or lower --in-flight/],
    ['ENFILE', /too many files open/],
    ['ENETUNREACH', /the loopback interface is down/],
    ['ENETDOWN', /the loopback interface is down/],
  ])('says what is behind %s', (code, cause) => {
    const failure = failureOf(withCode(code));
    expect(failure).toMatchObject({ reason: 'task-failed' });
    expect(failure.message).toMatch(cause);
  });

  it.each([
    ['timed-out', 'unresponsive'],
    ['out-of-memory', 'out-of-memory'],
    ['worker-lost', 'worker-crashed'],
  ] as const)('reads the pool error %s as %s', (code, reason) => {
    expect(failureOf(new PoolError(code, 'pool')).reason).toBe(reason);
  });

  it('keeps a failure as it is and takes whatever else was thrown', () => {
    const failure = new RunFailure('killed', 'gone');
    expect(failureOf(failure)).toBe(failure);
    expect(failureOf('text')).toMatchObject({ reason: 'task-failed', message: 'text' });
  });
});
