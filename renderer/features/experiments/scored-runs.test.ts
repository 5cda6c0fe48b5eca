import { describe, expect, it } from 'vitest';
import { recordSummary } from '../../testing/samples';
import { scoredRuns } from './scored-runs';

const run = (day: number, changes: Parameters<typeof recordSummary>[0] = {}) =>
  recordSummary({ startedAt: `2025-01-0${day}T00:00:00.000Z`, ...changes });
const given = { prediction: 'given' } as const;

describe('scoredRuns', () => {
  it('takes the runs with a score, oldest first, and says why the others have none', () => {
    const scored = scoredRuns(
      [
        run(5, { ...given, score: { right: 2, pairs: 3 }, experiment: 'many-cooks' }),
        run(4, given),
        run(3),
        run(2, { ...given, score: { right: 9, pairs: 12 } }),
      ],
      (id) => (id === 'many-cooks' ? 6 : 2),
      (id) => id,
      (iso) => iso.slice(0, 10),
    );
    expect(scored).toEqual({
      runs: [
        { number: 2, experiment: 'eggs-and-toast', started: '2025-01-02', score: { right: 9, pairs: 12 } },
        { number: 6, experiment: 'many-cooks', started: '2025-01-05', score: { right: 2, pairs: 3 } },
      ],
      skipped: 1,
      unmeasured: 1,
    });
  });
});
