import { expect, test } from '@playwright/test';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultPlace, observe } from '../support/fault-case';
import type { FaultPlace } from '../support/fault-case';
import { shortBench } from './commands';

test.skip(process.platform !== 'linux', 'conditions are made with tools of Linux');

/** Every command by the kinds of wrong usage that it can meet. FOLDER, FILE and JSON stand for places of the case. */
const wrong: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'an unknown command': [['rnu'], ['LIST'], ['list ']],
  'an option before the command': [['--list'], ['--json', 'JSON', 'list']],
  'an unknown option': [
    ['list', '--all'],
    ['doctor', '--json'],
    ['verify', 'FILE', '--strict'],
    ['report', 'FILE', '--pdf', 'PDF', '--colour'],
    ['run', 'eggs-and-toast', '--jsn', 'JSON'],
    ['bench', '--tsks', '1'],
    ['code', 'eggs-and-toast', '--rust'],
  ],
  'a word too many': [
    ['list', 'eggs-and-toast'],
    ['doctor', 'now'],
    ['code', 'eggs-and-toast', 'noise-floor'],
    ['bench', 'cpu'],
  ],
  'a word too few': [['verify'], ['report'], ['report', 'FILE'], ['report', '--pdf', 'PDF'], ['run'], ['code']],
  'an option without its value': [
    ['run', 'eggs-and-toast', '--seed'],
    ['bench', '--workload'],
    ['report', 'FILE', '--pdf'],
  ],
  'an unknown name': [
    ['run', 'no-such'],
    ['run', 'workbench'],
    ['code', 'no-such'],
    ['bench', '--workload', 'gpu'],
    ['bench', '--strategies', 'sync,fork'],
    ['run', 'eggs-and-toast', '--preset', 'slow'],
    ['run', 'eggs-and-toast', '--set', 'foo=1'],
  ],
  'a value out of its range': [
    ['run', 'eggs-and-toast', '--set', 'eggsMs=99999'],
    ['run', 'eggs-and-toast', '--set', 'eggsMs=-1'],
    ['run', 'eggs-and-toast', '--seed', '-1'],
    ['run', 'eggs-and-toast', '--seed', '1e99'],
    ['bench', '--tasks', '-1'],
    ['bench', '--workers', '0'],
    ['bench', '--workers', '9999'],
    ['bench', '--pin', '9999'],
    ['bench', '--wait-share', '2', '--workload', 'mixed'],
    ['bench', '--task-ms', 'NaN'],
  ],
  'a value that is no number': [
    ['run', 'eggs-and-toast', '--seed', 'seven'],
    ['run', 'eggs-and-toast', '--set', 'rounds'],
    ['bench', '--rounds', '1.5'],
  ],
  'options that exclude each other': [
    ['code', 'eggs-and-toast', '--python', '--run-it-yourself'],
    ['bench', '--answer', '--cpu-ms', '2', '--waiting-ms', '8', '--workers', '2'],
    ['run', 'eggs-and-toast', 'noise-floor', '--pdf', 'PDF'],
    ['bench', '--workload', 'socket', '--operation', 'knead'],
  ],
  'a place that cannot be written': [
    [...shortBench, '--json', 'FILE'],
    [...shortBench, '--pdf', 'FOLDER'],
    [...shortBench, '--json', 'FILE/r.json'],
    [...shortBench, '--json', ''],
    ['report', 'FILE', '--pdf', 'FILE'],
    ['report', 'FILE', '--pdf', 'FOLDER'],
  ],
};

/** What stands in the case's folder, all the way down: a usage error changes nothing of it. */
function everything(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true }).map(String).sort();
}

function wordsFor({ folder, json, pdf }: FaultPlace, words: readonly string[]): readonly string[] {
  const places = [['FILE', join(folder, 'a-file')] as const, ['FOLDER', join(folder, 'a-folder')] as const];
  return words.map((word) => {
    if (word === 'JSON') return json;
    if (word === 'PDF') return pdf;
    return places.reduce((text, [name, path]) => (text.startsWith(name) ? path + text.slice(name.length) : text), word);
  });
}

/** The lines of a command without what Chromium says of itself. */
function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '' && !/^\[\d+:\d+\/[\d.]+:[A-Z]+:/.test(line));
}

for (const [kind, all] of Object.entries(wrong))
  for (const words of all)
    test(
      `usage: ${kind}: "${words.join(' ')}" ends with 2, one line, and leaves nothing`,
      { tag: '@faults' },
      async ({}, info) => {
        const place = faultPlace();
        mkdirSync(join(place.folder, 'a-folder'));
        writeFileSync(join(place.folder, 'a-file'), 'what was there before');
        const before = everything(place.folder);
        const own = wordsFor(place, words);
        const start = { through: 'app', shell: 'exec "$@"', signals: [], signalsAfter: undefined } as const;
        // As the launcher says it: everything is a command, whatever was typed.
        const seen = await observe(place, { ...start, words: own, env: { LAB_COMMAND: '1' } });
        const row = { of: ['usage'], status: seen.status, seconds: seen.seconds, places: seen.places };
        info.annotations.push({ type: 'fault', description: JSON.stringify(row) });
        const lines = linesOf(seen.stderr);
        expect(seen.status, seen.stderr).toBe(2);
        expect(lines, seen.stderr).toHaveLength(1);
        expect(lines[0]).toMatch(/^concurrency-lab: .{10,}/);
        expect(seen.stdout).toBe('');
        expect(seen.windows).toEqual([]);
        expect(seen.left).toEqual([]);
        // Chromium makes a profile for every process; of ours there is nothing.
        const ofOthers = everything(place.folder).filter((path) => !path.startsWith(join('config', 'Concurrency Lab')));
        expect(ofOthers).toEqual(before);
        const data = everything(place.folder).filter((path) =>
          /\/(?:records|active|settings\.json|summaries)/.test(path),
        );
        expect(data).toEqual([]);
        rmSync(place.folder, { recursive: true, force: true });
      },
    );
