import { describe, expect, it } from 'vitest';
import type { OutcomeMessage } from '@core/protocol/tasks';
import { createDesk } from './desk';

const post = (): void => undefined;
const dismiss = (): Promise<void> => Promise.resolve();

describe('desk', () => {
  it('gives outcomes of tasks to the queue and everything else to the mailbox', async () => {
    const desk = createDesk('a/b');
    const received: OutcomeMessage<null>[] = [];
    desk.linkOf('a/b', post, dismiss).listen({ received: (message) => received.push(message), lost: post });
    const answer = desk.mailbox.next('prepared', 1000);
    desk.receive({ type: 'answers', ids: [1], answers: [null], tookMs: 1 }, 5);
    desk.receive({ type: 'prepared', cell: 3 }, 6);
    expect(received).toHaveLength(1);
    await expect(answer).resolves.toMatchObject({ gotNs: 6 });
  });

  it.each([
    [true, 'out-of-memory'],
    [false, 'worker-crashed'],
  ])('tells both of a worker that is lost (memory ran out: %s)', async (outOfMemory, reason) => {
    const desk = createDesk('a/b');
    const lost: Error[] = [];
    desk.linkOf('a/b', post, dismiss).listen({ received: post, lost: (error) => lost.push(error) });
    const answer = desk.mailbox.next('prepared', 1000);
    desk.receive({ type: 'crashed', outOfMemory, message: 'heap limit' }, 1);
    await expect(answer).rejects.toMatchObject({ reason, message: 'The worker a/b ended: heap limit' });
    expect(lost).toMatchObject([{ reason }]);
  });
});
