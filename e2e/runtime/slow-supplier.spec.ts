import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { waitQuantileNs } from '@core/analysis/order-waits';
import { latenciesOf, orderEveryMs, supplierOf } from '@core/experiments/slow-supplier/orders';
import type { CellRecord } from '@core/record/events';
import type { RunRecord } from '@core/record/record';
import { command } from '../support/command-line';

// Real orders and a real service that is slow now and then: blocked threads run out, one async thread does not.
test(
  'a slow supplier: the same pattern for everybody, prompt orders wait behind blocked threads, and the record verifies',
  { tag: '@rest' },
  async ({}, info) => {
    test.setTimeout(120_000);
    const [data, file] = [info.outputPath('data'), info.outputPath('supplier.json')];
    const few = ['--preset', 'quick', '--seed', '7', '--set', 'rounds=2', '--wait'];
    const run = await command(data, ['run', 'slow-supplier', ...few, '--json', file]);
    expect(run.status, run.stderr).toBe(0);
    const record = JSON.parse(readFileSync(file, 'utf8')) as RunRecord;
    expect(record.outcome).toEqual({ status: 'completed' });
    const supplier = supplierOf(record.plan.parameters);
    const pattern = latenciesOf(supplier, record.plan.seed);
    for (const cell of record.cells) {
      const orders = [...cell.tasks].sort((a, b) => (a.dueNs ?? 0) - (b.dueNs ?? 0));
      const first = orders[0]?.dueNs ?? NaN;
      expect(orders.map(({ dueNs }) => Math.round(((dueNs ?? NaN) - first) / 1e6))).toEqual(
        pattern.map((_, n) => n * orderEveryMs),
      );
      expect(orders.map(({ askedMs }) => askedMs)).toEqual(
        cell.part === 'slow' ? pattern : pattern.map(() => supplier.latencyMs),
      );
    }
    const half = (cell: CellRecord): number => waitQuantileNs(cell, 0.5) ?? NaN;
    for (const round of [1, 2]) {
      const of = (id: string): number =>
        Math.max(
          ...record.cells.filter((one) => one.part === 'slow' && one.condition === id && one.round === round).map(half),
        );
      expect(of('threads-4')).toBeGreaterThan(of('async'));
      expect(of('threads-4')).toBeGreaterThan(of('threads-8'));
    }
    // A cook who stands at the door is blocked, and says why.
    const cooks = record.cells.filter(({ condition }) => condition === 'threads-4').flatMap(({ workers }) => workers);
    expect(cooks.flatMap(({ spans }) => spans).some(({ reason }) => reason === 'sync-wait')).toBe(true);
    const verified = await command(data, ['verify', file]);
    expect(verified.stdout, verified.stderr).toContain('intact. Schema version 2');
  },
);
