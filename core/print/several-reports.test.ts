import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis/analysis';
import { syntheticRecord } from '../testing/synthetic-record';
import { renderReports } from './report';

describe('renderReports', () => {
  it('puts the reports one after the other behind a page of contents that leads to each', () => {
    const entries = [1, 2].map((seed) => {
      const record = { ...syntheticRecord({ seed }), title: `Run ${seed} <b>` };
      return { record, analysis: analyse(record) };
    });
    const page = renderReports(entries, { stylesheet: '/assets/report.css', appendix: true });
    expect(page.match(/<!doctype html>/g)).toHaveLength(1);
    expect(page.match(/<main>/g)).toHaveLength(1);
    expect(page).toContain('<h1>2 reports</h1>');
    for (const { record } of entries) {
      expect(page).toContain(`<a href="#record-${record.id}">Run ${record.plan.seed} &lt;b&gt;</a>`);
      expect(page).toContain(`<section class="record" id="record-${record.id}">`);
    }
    expect(page.match(/<section class="integrity">/g)).toHaveLength(2);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
