import { describe, expect, it } from 'vitest';
import { feltOf } from './felt';

const block = { iterations: 10, checksum: 1, wasCut: false, blockedMs: 2_000 };
const frozen = { frames: 2, longestMs: 2_010, usualMs: 17 };
const drawn = { frames: 119, longestMs: 24, usualMs: 17 };

describe('what was felt', () => {
  it('counts the keys that were pressed while it ran, and those that waited', () => {
    const presses = [
      { pressedMs: 900, handledMs: 901 },
      { pressedMs: 1_000, handledMs: 3_005 },
      { pressedMs: 1_500, handledMs: 3_006 },
      { pressedMs: 2_950, handledMs: 3_007 },
      { pressedMs: 3_100, handledMs: 3_101 },
    ];
    const felt = feltOf('page', block, frozen, presses, 1_000, 3_000);
    expect(felt).toMatchObject({ keys: 3, waited: 2, longestWaitMs: 2_005, isFrozen: true });
  });

  it('has waited for nothing where no key was pressed', () => {
    expect(feltOf('worker', block, drawn, [], 0, 2_000)).toMatchObject({
      keys: 0,
      waited: 0,
      longestWaitMs: 0,
      isFrozen: false,
    });
  });

  it('calls a page frozen by its frames, wherever the computation ran', () => {
    expect(feltOf('worker', block, { ...drawn, longestMs: 1_000 }, [], 0, 2_000).isFrozen).toBe(true);
    expect(feltOf('async', block, { ...drawn, longestMs: 999 }, [], 0, 2_000).isFrozen).toBe(false);
  });
});
