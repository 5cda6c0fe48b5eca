import { expect, it } from 'vitest';
import type { AnalysisRequest } from '@core/protocol/analysis';
import { analysisLimitMs } from './analysis-limits';
import { createAnalysisQueue, failedTwice } from './analysis-queue';
import type { Job } from './analysis-queue';

function job(request: AnalysisRequest): Job {
  return { request, resolve: () => undefined, reject: () => undefined, askedMs: 0, failures: [] };
}
const verify = (text: string): Job => job({ type: 'verify', text });
// Only its type counts here.
const finish = job({ type: 'finish' } as unknown as AnalysisRequest);

it('keeps the order, but seals first and tries again before that', () => {
  const queue = createAnalysisQueue();
  const [a, b, again] = [verify('a'), verify('b'), verify('again')];
  queue.add(a);
  queue.add(b);
  queue.add(finish);
  again.failures.push('It was killed.');
  queue.addAgain(again);
  const served = [1, 2, 3, 4].map(() => queue.take(() => true));
  expect(served).toEqual([again, finish, a, b]);
  expect(queue.take(() => true)).toBeUndefined();
});

it('leaves what a desk does not serve', () => {
  const queue = createAnalysisQueue();
  const list = job({ type: 'summarise', text: '' });
  queue.add(list);
  expect(queue.take(({ request }) => request.type !== 'summarise')).toBeUndefined();
  expect(queue.empty()).toEqual([list]);
});

it('allows more time for more bytes', () => {
  const small = analysisLimitMs({ type: 'check', text: '' });
  const big = analysisLimitMs({ type: 'check', text: 'x'.repeat(10_000_000) });
  expect(small).toBeGreaterThanOrEqual(30_000);
  expect(big - small).toBeGreaterThanOrEqual(100_000);
  // Of the list's files, the ones behind a hanging one wait as long.
  expect(analysisLimitMs({ type: 'summarise', text: '' })).toBeLessThan(small);
  expect(
    analysisLimitMs({ type: 'report', texts: ['x'.repeat(5e6), 'x'.repeat(5e6)], stylesheet: '', appendix: false }),
  ).toBe(big);
});

it('says what both tries came to', () => {
  const twice = verify('');
  twice.failures.push('It did not answer for 5 s.', 'The process was killed from outside the app.');
  expect(failedTwice(twice).message).toMatch(/first It did not answer for 5 s\. Then: The process was killed/);
  const same = verify('');
  same.failures.push('It did not answer for 5 s.', 'It did not answer for 5 s.');
  expect(failedTwice(same).message).toMatch(/ended twice: It did not answer for 5 s\. Nothing on the disk/);
});
