import { describe, expect, it } from 'vitest';
import { formatPlanned } from './format-time';

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
