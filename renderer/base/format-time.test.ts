import { describe, expect, it } from 'vitest';
import { formatPlanned, formatSum } from './format-time';

describe('formatPlanned', () => {
  it.each([
    [1, '1 s'],
    [30.4, '30 s'],
    [119, '119 s'],
    [120, '2 min'],
    [150, '2.5 min'],
  ])('%d s reads %s', (seconds, text) => {
    expect(formatPlanned(seconds)).toBe(text);
  });
});

describe('formatSum', () => {
  it.each([
    [0, '0 s'],
    [119.4, '119 s'],
    [2460, '41 min'],
    [7140, '119 min'],
    [9000, '2.5 h'],
  ])('%d s reads %s', (seconds, text) => {
    expect(formatSum(seconds)).toBe(text);
  });
});
