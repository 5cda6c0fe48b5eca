import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMailbox } from './mailbox';
import { RunFailure } from './run-failure';

afterEach(() => vi.useRealTimers());

describe('mailbox', () => {
  it('gives an awaited answer with the instant it came', async () => {
    const mailbox = createMailbox('a/b');
    const answer = mailbox.next('prepared', 1000);
    mailbox.deliver({ type: 'prepared', cell: 3 }, 42);
    await expect(answer).resolves.toEqual({ message: { type: 'prepared', cell: 3 }, gotNs: 42 });
  });

  it('drops what nobody awaits, so that a late answer is never taken for the next one of another type', async () => {
    const mailbox = createMailbox('a/b');
    mailbox.deliver({ type: 'ready' }, 1);
    const answer = mailbox.next('prepared', 1000);
    mailbox.deliver({ type: 'ready' }, 2);
    mailbox.deliver({ type: 'prepared', cell: 1 }, 3);
    expect((await answer).gotNs).toBe(3);
  });

  it('rejects the present and every later wait once the worker is lost', async () => {
    const mailbox = createMailbox('a/b');
    const answer = mailbox.next('prepared', 1000);
    mailbox.fail(new RunFailure('worker-crashed', 'The worker a/b ended: boom'));
    await expect(answer).rejects.toMatchObject({ reason: 'worker-crashed', message: 'The worker a/b ended: boom' });
    mailbox.fail(new RunFailure('unresponsive', 'second failure'));
    await expect(mailbox.next('ready', 1000)).rejects.toMatchObject({ reason: 'worker-crashed' });
  });

  it('gives up on a worker that does not answer', async () => {
    vi.useFakeTimers();
    const mailbox = createMailbox('a/b');
    const answer = mailbox.next('prepared', 5000);
    const rejected = expect(answer).rejects.toMatchObject({ reason: 'unresponsive' });
    await vi.advanceTimersByTimeAsync(5001);
    await rejected;
  });
});
