import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { dinnersOf } from '@core/experiments/shared-stove/dinners';
import type { RunRecord } from '@core/record/record';
import { command } from '../support/command-line';

// Real threads at a real table: where all take the left fork first some dinners deadlock, and the circle of waits is in the record.
test(
  'the naive table deadlocks, the ordered one never, and the record verifies',
  { tag: '@rest' },
  async ({}, info) => {
    test.setTimeout(180_000);
    const [data, file] = [info.outputPath('data'), info.outputPath('stove.json')];
    const run = await command(data, ['run', 'shared-stove', '--preset', 'quick', '--seed', '7', '--json', file]);
    expect(run.status, run.stderr).toBe(0);
    const record = JSON.parse(readFileSync(file, 'utf8')) as RunRecord;
    expect(record.outcome).toEqual({ status: 'completed' });
    const [naive, timeOut, ordered] = dinnersOf(record);
    expect(naive).toMatchObject({ table: 'naive', dinners: 70 });
    if (record.plan.cores !== 1) expect(naive?.deadlocked).toBeGreaterThan(0);
    expect([timeOut?.deadlocked, ordered?.deadlocked]).toEqual([0, 0]);
    // Whoever waits for a lock says so, and the cycles go round the whole table.
    const cells = record.cells.filter(({ condition }) => condition === 'naive');
    for (const { cycle } of cells.flatMap(({ table }) => table?.deadlocks ?? [])) {
      expect(cycle.map(({ who }) => who)).toEqual([0, 1, 2, 3]);
      expect(cycle.map(({ heldBy }) => heldBy)).toEqual([1, 2, 3, 0]);
    }
    const locked = record.cells.filter(({ condition }) => condition === 'one-lock').flatMap(({ workers }) => workers);
    expect(locked.flatMap(({ spans }) => spans).some(({ reason }) => reason === 'lock')).toBe(true);
    const verified = await command(data, ['verify', file]);
    expect(verified.stdout, verified.stderr).toContain('intact. Schema version 2');
  },
);
