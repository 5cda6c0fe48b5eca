import { expect, it } from 'vitest';
import { createSilence } from './silence';

it('counts the time without a sign of life, and begins anew with each', () => {
  const silence = createSilence(1_000, 0);
  expect(silence.look(1_000, undefined, false)).toBe(1_000);
  expect(silence.look(2_000, undefined, false)).toBe(2_000);
  silence.heard();
  expect(silence.look(3_000, undefined, false)).toBe(1_000);
});

it('takes CPU time for a sign of life: who computes cannot answer', () => {
  const silence = createSilence(1_000, 0);
  silence.look(1_000, 10, false);
  expect(silence.look(2_000, 15, false)).toBe(0);
  expect(silence.look(3_000, 15, false)).toBe(1_000);
  expect(silence.look(4_000, 15, false)).toBe(2_000);
  expect(silence.look(5_000, 16, false)).toBe(0);
});

it('does not count what main itself slept through, nor what need not be answered', () => {
  const silence = createSilence(1_000, 0);
  expect(silence.look(3_600_000, undefined, false)).toBe(2_000);
  expect(silence.look(3_601_000, undefined, true)).toBe(0);
});
