import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepResults } from './kept-results';
import type { Measured } from './kept-results';

const machine = {
  cpu: 'A processor',
  cores: 2,
  memoryBytes: 1,
  system: 'Linux',
  runtime: { electron: '45', node: '24', chrome: '156' },
  appVersion: '0.1.0',
  loadAverageBefore: [0.25, 0, 0],
};

function measured(startedAt: string, parts: readonly string[], estimate: number): Measured {
  const figures = parts.map((part) => {
    return { part, name: 'lab | bare', unit: 'x', estimate, low: null, high: null, n: 3, of: 'blocks' };
  });
  return { startedAt, machine, figures };
}

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lab-bench-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

it('keeps the last figures of every part with date and machine, as a page', () => {
  keepResults(root, measured('2026-01-01T10:00:00Z', ['pools', 'start'], 1.5));
  const { summary } = keepResults(root, measured('2026-01-02T10:00:00Z', ['start'], 2));
  const page = readFileSync(summary, 'utf8');
  const [, pools = '', start = ''] = page.split('\n## ');
  expect(pools).toContain('2026-01-01 10:00 UTC, A processor, 2 cores, Linux, Electron 45, Node 24, load before 0.25');
  expect(pools).toContain('| lab \\| bare | 1.500 | - | x | 3 blocks |');
  expect(start).toContain('2026-01-02 10:00');
  expect(start).toContain('| 2.000 |');
});
