import { describe, expect, it } from 'vitest';
import { analyse } from '../../runs/analysis';
import { syntheticRecord } from '../../runs/synthetic-record';
import { warningText } from '../../reports/names';

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
    const texts = analyse(record).warnings.map((warning) => warningText(record.plan.experiment, warning));
    expect(texts.find((text) => text.includes('Other programs'))).toMatch(
      /in 2 of the measured rounds, most in round 4: 2 cores/,
    );
    expect(texts.find((text) => text.includes('first third'))).toMatch(/^In Second course, the totals of \w+/);
    for (const text of texts) expect(text).not.toMatch(/[{}]/);
  });
});
