import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { places, ways } from '@core/experiments/when-a-cook-fails/definition';
import { endedWith } from '@core/experiments/when-a-cook-fails/survival';
import type { RunRecord } from '@core/record/record';
import { command } from '../support/command-line';
import { markedLeftAfter } from '../support/marked-processes';

// Real failures, each of them sixteen times in a row: thrown errors, exits, memory that runs out, loops that never end. The app and
// the lab outlive all of them, and what ended is what the operating system and Node said.
test(
  'fifteen failures, sixteen times each: the run completes, its record verifies, no process is left',
  { tag: '@rest' },
  async ({}, info) => {
    test.setTimeout(240_000);
    const [data, file] = [info.outputPath('data'), info.outputPath('failures.json')];
    const run = await command(data, [
      'run',
      'when-a-cook-fails',
      '--preset',
      'standard',
      '--seed',
      '7',
      '--json',
      file,
    ]);
    expect(run.status, run.stderr).toBe(0);
    const record = JSON.parse(readFileSync(file, 'utf8')) as RunRecord;
    expect(record.outcome).toEqual({ status: 'completed' });
    for (const way of ways) {
      for (const place of places) {
        const cells = record.cells.filter(({ condition }) => condition === `${way}-${place}`);
        expect(cells).toHaveLength(16);
        // Somebody was lost every time, and every time work went on.
        for (const cell of cells) {
          expect(cell.outcome?.status, `${way}-${place}`).not.toBe('completed');
          expect(cell.tasks.filter(({ task }) => task === 'again')).toHaveLength(1);
        }
        const ended = place === 'process' || (place === 'async' && way !== 'throw') ? 'process' : place;
        if (way !== 'memory' || place !== 'thread')
          expect(new Set(cells.map(endedWith)), `${way}-${place}`).toEqual(
            new Set([ended === 'async' ? 'task' : ended]),
          );
      }
    }
    // Each process that ended has a successor of another process id.
    const kitchens = record.workers.filter(({ seat }) => seat === 'kitchen');
    expect(new Set(kitchens.map(({ pid }) => pid)).size).toBe(kitchens.length);
    expect(kitchens.length).toBeGreaterThan(4 * 16);
    const verified = await command(data, ['verify', file]);
    expect(verified.stdout, verified.stderr).toContain('intact. Schema version 2');
    expect(await markedLeftAfter(data, 5000)).toEqual([]);
  },
);
