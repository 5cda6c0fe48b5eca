import { describe, expect, it } from 'vitest';
import { manyCooks } from '../experiments/many-cooks/definition';
import { noiseFloor } from '../experiments/noise-floor/definition';
import { analyse } from '../analysis/analysis';
import { syntheticTasksRecord } from '../testing/synthetic-tasks';
import { renderReport } from './report';

describe('the report of a scaling experiment', () => {
  it('has speed-up and efficiency of every number of threads, and the laws with their intervals', () => {
    const record = syntheticTasksRecord(manyCooks(16), {
      cores: 16,
      totalMs: (_part, condition) => 240 / Math.min(16, Number(/\d+/.exec(condition)?.[0])),
    });
    const page = renderReport(record, analyse(record), { stylesheet: 'x.css', appendix: true });
    expect(page).toContain('speed-up over one, median [interval]');
    expect(page).toMatch(/<td class="number">7\.9\dx \[7\.\d\d, 8\.\d\d\]<\/td>|<td class="number">8\.0\dx/);
    expect(page).toMatch(/% of the work could be shared \[\d+(\.\d)?, \d+(\.\d)?\], n\u00a0=\u00a07\u00a0rounds/);
    expect(page).toContain('Universal Scalability Law, fitted to all 7 numbers of threads');
  });

  it('says how far the law misses three numbers of threads, and nothing of a peak', () => {
    const record = syntheticTasksRecord(manyCooks(2), {
      totalMs: (_part, condition) => 240 / Math.min(2, Number(/\d+/.exec(condition)?.[0])),
    });
    const page = renderReport(record, analyse(record), { stylesheet: 'x.css', appendix: true });
    expect(page).toMatch(
      /Universal Scalability Law, fitted to all 3 numbers of threads.*It misses the measured medians by up to \d/,
    );
    expect(page).not.toContain('do less');
  });

  it('says nothing of scaling where there is no curve', () => {
    const record = syntheticTasksRecord(noiseFloor, { totalMs: () => 100 });
    expect(renderReport(record, analyse(record), { stylesheet: 'x.css', appendix: true })).not.toContain(
      'speed-up over one',
    );
  });
});
