import { expect, test } from '@playwright/test';
import { workbenchDefinition } from '@core/experiments/workbench/definition';
import { bench, benchPlace } from '../support/bench';
import { command } from '../support/command-line';

test(
  'bench --answer searches, confirms, says the answer in one line, and its record verifies',
  { tag: '@rest' },
  async ({}, info) => {
    test.setTimeout(240_000);
    const place = benchPlace(info);
    const pdf = info.outputPath('answer.pdf');
    const line = `--answer --cpu-ms 1 --waiting-ms 4 --preset quick --seed 7 --pdf ${pdf}`;
    const { status, record, stdout, stderr, file } = await bench(place, 'answer', line);
    expect(status, stderr).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stdout).toMatch(/^(Smallest set-up as good as the best: .+\.|Noise hides which set-up)/);
    expect(stdout).toMatch(/1 ms CPU \+ 4 ms waiting, \d+ tasks, n = 12 rounds, \d set-ups/);

    // Search and confirmation are told apart: every set-up in the rounds of the search, then the candidates alone.
    const choice = record.plan.workbench;
    if (!choice || !record.candidates) throw new Error('The record has no search.');
    const all = workbenchDefinition(choice).conditions.map(({ id }) => id);
    const inRound = (round: number) => record.cells.filter((cell) => cell.round === round);
    expect(new Set(inRound(3).map(({ condition }) => condition))).toEqual(new Set(all));
    expect(new Set(inRound(3).map(({ part }) => part))).toEqual(new Set(['search']));
    expect(new Set(inRound(4).map(({ condition }) => condition))).toEqual(new Set(record.candidates.conditions));
    expect(new Set(inRound(15).map(({ part }) => part))).toEqual(new Set(['tasks']));
    // The same tasks, sized once: each has as many iterations in the search as in the confirmation.
    expect(new Set(record.cells.flatMap(({ tasks }) => tasks.map(({ iterations }) => iterations))).size).toBe(1);

    const verified = await command(place.data, ['verify', file], { temporary: place.temporary });
    expect(verified).toMatchObject({ status: 0, stdout: expect.stringContaining('intact') });
  },
);
