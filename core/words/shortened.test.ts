import { describe, expect, it } from 'vitest';
import { shortened } from './shortened';

describe('shortened', () => {
  it('leaves a short text alone', () => {
    expect(shortened(' It waits. ', 5)).toBe('It waits.');
  });

  it('ends with the last whole sentence that fits', () => {
    expect(shortened('It waits. It computes 1.5 ms. Then it ends late.', 7)).toBe('It waits. It computes 1.5 ms.');
  });

  it('says by an ellipsis that a sentence goes on', () => {
    expect(shortened('one two three four', 3)).toBe('one two three …');
  });
});
