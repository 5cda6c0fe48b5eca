import { describe, expect, it } from 'vitest';
import { asyncIsNotParallel } from '../experiments/async-is-not-parallel/definition';
import { noiseFloor } from '../experiments/noise-floor/definition';
import { analyse } from '../analysis/analysis';
import { judgeClaims } from '../claims/judge-claims';
import { syntheticMachine, syntheticSource } from '../testing/synthetic-sources';
import type { RunRecord } from '../record/record';
import { syntheticTasksRecord } from '../testing/synthetic-tasks';
import { renderLedger } from './ledger-report';
import { renderReport } from './report';

function reportOf(record: RunRecord): string {
  return renderReport(record, analyse(record), { stylesheet: '/assets/report.css', appendix: true });
}

/** The section about claims, without its markup. */
function claimsOf(page: string): string | undefined {
  const section = /<h2>Claims this record gives evidence on<\/h2>(.*?)<\/section>/s.exec(page)?.[1];
  return section?.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

const computing = asyncIsNotParallel(2);
const record = syntheticTasksRecord(computing, {
  totalMs: (_part, condition) => (condition === 'threads' ? 85 : 160),
});

describe("a record's report", () => {
  it('ends its tables with the statements that the record is about', () => {
    const page = reportOf(record);
    const text = claimsOf(page) ?? '';
    for (const number of [4, 7, 11, 14, 18]) expect(text).toContain(`${number}. `);
    expect(text).not.toContain('12. ');
    expect(text).toMatch(/7\. One event loop scales[^.]*\. not supported Async is not parallel.*speaks against it/);
    expect(text).toMatch(/14\. For CPU-bound work[^.]*\. supported .*faster than .* n = 7 rounds\. speaks for it/);
    expect(page.lastIndexOf('<table>')).toBe(page.indexOf('<table>', page.indexOf('class="claims"')));
  });

  it('judges by the data: the opposite result gives the opposite verdict', () => {
    const opposite = syntheticTasksRecord(computing, {
      totalMs: (_part, condition) => (condition === 'together' ? 85 : 160),
    });
    const text = claimsOf(reportOf(opposite)) ?? '';
    expect(text).toMatch(/7\. One event loop scales[^.]*\. supported /);
    expect(text).toMatch(/14\. For CPU-bound work[^.]*\. not supported /);
  });

  it('says that a run that did not complete is no evidence, and nothing where the ledger asks nothing', () => {
    const text = claimsOf(reportOf({ ...record, outcome: { status: 'cancelled' } }));
    expect(text?.trim()).toBe('This run did not complete, so it is no evidence for or against any statement.');
    expect(claimsOf(reportOf(syntheticTasksRecord(noiseFloor, { totalMs: () => 120 })))).toBeUndefined();
  });
});

describe('the printed ledger', () => {
  it('has every statement with verdict, evidence and record, and says what was left out', () => {
    const other = syntheticSource('many-cooks', {}, { machine: { ...syntheticMachine, logicalCores: 64 } });
    const eggs = syntheticSource('eggs-and-toast', { 'first-course/async/sync': 'faster' });
    const page = renderLedger(judgeClaims([eggs, other], syntheticMachine), {
      stylesheet: '/assets/report.css',
      printedAt: '2026-01-03T10:00:00.000Z',
    });
    const text = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(page.match(/<tr>/g)).toHaveLength(20);
    expect(text).toContain('2 supported, 17 not yet tested.');
    expect(text).toContain('Synthetic CPU, 4 cores offered to the lab, 8.00 GB of memory.');
    expect(text).toContain('Left out: 1 record of another machine.');
    expect(text).toMatch(
      /2\. One cook async beats .* supported Eggs and toast: .*2\.00x faster .* Record 20260102T030405Z-00000007/,
    );
    expect(text).toContain('Lost updates');
    expect(page).not.toMatch(/style=|<script/);
  });
});
