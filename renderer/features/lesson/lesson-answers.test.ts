import { describe, expect, it } from 'vitest';
import { withObservation, withTransfer } from './lesson-state';

describe('answers of a lesson', () => {
  it('keep the first one to what Observe asks, with what the run said about it', () => {
    const once = withObservation({ why: 'eggs' }, 'threads', 'wrong');
    expect(once).toEqual({ why: 'eggs', observed: { first: 'threads', last: 'threads', outcome: 'wrong' } });
    expect(withObservation(once, 'processes', 'right').observed).toEqual({
      first: 'threads',
      last: 'processes',
      outcome: 'wrong',
    });
  });

  it('keep the first one to each new situation', () => {
    const twice = withTransfer(withTransfer({}, 'bakery', 'async'), 'bakery', 'sync');
    expect(withTransfer(twice, 'office', 'threads').transfers).toEqual({
      bakery: { first: 'async', last: 'sync' },
      office: { first: 'threads', last: 'threads' },
    });
  });
});
