import { describe, expect, it } from 'vitest';
import { faultDocument, faultRows } from './fault-results.mjs';

const seen = { of: ['B3'], status: 1, seconds: 2.345, places: ['Notebook'] };
const annotated = { status: 'expected', annotations: [{ type: 'fault', description: JSON.stringify(seen) }] };
const suites = [
  {
    specs: [{ title: 'standard output on a full disk | list', ok: true, tests: [annotated] }],
    suites: [
      {
        specs: [
          { title: 'launcher: dead DISPLAY | list', ok: false, tests: [annotated] },
          { title: 'B38 a link', ok: true, tests: [{ status: 'skipped', annotations: [] }] },
        ],
      },
    ],
  },
];

describe('the table of faults', () => {
  const rows = faultRows(suites);
  const text = faultDocument(rows, { commit: 'abc', machine: 'this', electron: '1', date: '2026-01-01' });

  it('holds every case with status, seconds and place', () => {
    expect(rows).toHaveLength(3);
    expect(text).toContain('| standard output on a full disk | 1 · 2.3 s · Notebook |');
  });

  it('shows what failed and what was skipped', () => {
    expect(text).toContain('3 cases, 2 hold, 1 failed; the slowest took 2.3 s.');
    expect(text).toContain('| dead DISPLAY | **FAILED** 1 · 2.3 s · Notebook |');
    expect(text).toContain('| B38 a link | skipped |');
    expect(text).toMatch(/\| B07 \|.*\(0 of 1 cases hold\)/);
  });
});
