import { describe, expect, it } from 'vitest';
import { findingFor } from './verdicts';

describe('findingFor', () => {
  it.each([
    ['faster', 'faster', 'as-expected'],
    ['faster', 'slower', 'opposite'],
    ['faster', 'no-difference', 'no-difference'],
    ['no-difference', 'no-difference', 'as-expected'],
    ['no-difference', 'faster', 'opposite'],
    ['no-difference', 'slower', 'opposite'],
    ['not-faster', 'faster', 'opposite'],
    ['not-faster', 'slower', 'as-expected'],
    ['not-faster', 'no-difference', 'as-expected'],
  ] as const)('expecting %s and seeing %s is %s', (expected, verdict, finding) => {
    expect(findingFor(expected, verdict)).toBe(finding);
  });

  it.each(['faster', 'no-difference', 'not-faster'] as const)('claims nothing without a decision (%s)', (expected) => {
    expect(findingFor(expected, 'undecided')).toBe('undecided');
    expect(findingFor(expected, null)).toBe('not-measured');
  });
});
