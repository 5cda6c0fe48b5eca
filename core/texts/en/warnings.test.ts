import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/analysis';
import { syntheticRecord } from '../../testing/synthetic-record';
import { namesOf } from '../../words/names';
import { warningText } from '../../words/warnings';
import { warnings } from './warnings';

describe('warnings', () => {
  it('fill their places from what the analysis gives, worst round and number of rounds included', () => {
    const record = syntheticRecord({ rounds: 9, cores: 2, noise: 0.001 });
    for (const load of record.loads) {
      if (load.round === 2 || load.round === 4)
        Object.assign(load, { perCore: [1, load.round === 4 ? 1 : 0.5], ownCpuSeconds: 0 });
    }
    for (const cell of record.cells) {
      if (cell.part === 'doughs') cell.endNs += Math.round((cell.endNs - cell.startNs) * 0.05 * cell.round);
    }
    const texts = analyse(record).warnings.map((warning) => warningText(warning, namesOf(record.plan.experiment)));
    expect(texts.find((text) => text.includes('Other programs'))).toMatch(
      /in 2 of the measured rounds, most in round 4: 2 cores/,
    );
    expect(texts.find((text) => text.includes('first third'))).toMatch(/^In Second course, the totals of \w+/);
    for (const text of texts) expect(text).not.toMatch(/[{}]/);
  });

  it('of the look at the machine say what was seen and what to do', () => {
    const say = (code: string, values: Record<string, string | number> = {}): string =>
      warningText({ code, values }, namesOf('eggs-and-toast'));
    expect(say('memory-low', { workers: 9, needed: 360, available: 200 })).toMatch(
      /9 workers .* 360 MB together, and 200 MB .* Close other programs/,
    );
    expect(say('temp-in-memory')).toMatch(/in memory: .* set TMPDIR/);
    expect(say('not-pinned', { cores: 2, method: 'none', allowed: 'unknown' })).toMatch(
      /pinning: 2\. .*method: none; .*unknown.*taskset/,
    );
    expect(say('thermal-throttling', { times: 3 })).toMatch(/heat \(counted 3 times .* repeat the run/);
  });

  it('hold nothing that the window would take for a reference or a plural', () => {
    for (const text of Object.values(warnings)) expect(text).not.toMatch(/[@|$]/);
  });
});
