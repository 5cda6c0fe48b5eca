import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { noBlockingWait, noClockEndedLoops } from './restrictions.mjs';

/**
 * How many times the ban is broken.
 * @param {readonly { selector: string, message: string }[]} ban
 * @param {string} code
 */
function hits(ban, code) {
  const messages = new Linter().verify(code, { rules: { 'no-restricted-syntax': ['error', ...ban] } });
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return messages.length;
}

describe('loops that end by the clock', () => {
  it.each([
    'while (performance.now() < end) work();',
    'do { work(); } while (Date.now() - begin < 50);',
    'for (let i = 0; process.hrtime.bigint() < end; i++) work();',
    'while (now() < end) work();',
    'while (new Date() < end) work();',
    'while (true) { work(); if (clock.now() > end) break; }',
    'for (;;) { if (performance.now() > end) return; work(); }',
  ])('are found: %s', (code) => {
    expect(hits(noClockEndedLoops, `function f() { ${code} }`)).toBeGreaterThan(0);
  });

  it.each([
    'for (let i = 0; i < count; i++) work();',
    'for (const round of rounds) { const begin = performance.now(); work(); spans.push(performance.now() - begin); }',
    'while (left > 0) { left--; if (left === 3) break; }',
  ])('are told from counted ones: %s', (code) => {
    expect(hits(noClockEndedLoops, `function f() { ${code} }`)).toBe(0);
  });
});

describe('sleeping on shared memory', () => {
  it('is found, and telling or asking without sleeping is not', () => {
    expect(hits(noBlockingWait, 'Atomics.wait(cells, 0, 0);')).toBe(1);
    expect(hits(noBlockingWait, 'Atomics.notify(cells, 0); Atomics.waitAsync(cells, 0, 0); pool.wait();')).toBe(0);
  });
});
