import { expect } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../support/command-line';
import type { FaultPlace, Observed } from '../support/fault-case';
import { shortBench } from './commands';
import type { FaultCommand } from './commands';
import type { Expected } from './conditions';

/** Longest that a command may take beyond what it does, in seconds: the run of a case takes a few itself. */
const mostSeconds = 10;
const runSeconds = 8;

let kept = '';
/** A record that the app itself has made, once for all cases of a worker. */
async function someRecord(): Promise<string> {
  if (kept !== '') return kept;
  const folder = mkdtempSync(join(tmpdir(), 'lab-faults-'));
  const file = join(folder, 'record.json');
  const made = await command(join(folder, 'data'), [...shortBench, '--json', file], { temporary: folder });
  expect(made.status, made.stderr).toBe(0);
  kept = file;
  return kept;
}

/** Whether a program is there and does what these words say. */
export function has(...words: readonly string[]): boolean {
  const [program = '', ...args] = words;
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** Gives a case a record and a folder of records to read. */
export async function fill(place: FaultPlace): Promise<void> {
  const record = await someRecord();
  copyFileSync(record, place.record);
  for (let i = 0; i < 12; i++) copyFileSync(record, join(place.records, `${i}.json`));
}

/** What holds for every command under every condition. */
export function check(seen: Observed, wanted: Expected, given: Pick<FaultCommand, 'measures'>): void {
  // eslint-disable-next-line no-control-regex -- Node colours its stacks
  const told = seen.stderr.replace(/\u001b\[[\d;]*m/g, '');
  const all = `${told}\n--- standard output ---\n${seen.stdout.slice(0, 2_000)}`;
  expect(wanted.status, `status ${seen.status}:\n${all}`).toContain(seen.status);
  const limit = mostSeconds + (given.measures ? runSeconds : 0);
  expect(seen.seconds, `seconds:\n${all}`).toBeLessThan(limit);
  expect(all).not.toMatch(/^\s+at .+:\d+:\d+\)?$|\[object Object\]|JavaScript error occurred|FATAL|^Node\.js v/m);
  expect(seen.stderr.match(/concurrency-lab: /g)?.length ?? 0, all).toBeLessThanOrEqual(1);
  if (wanted.says) expect(seen.stderr.replace(/\s+/g, ' '), all).toMatch(wanted.says);
  if (wanted.shows) expect(seen.stdout).toMatch(wanted.shows);
  expect(seen.left, 'processes left behind').toEqual([]);
  // That one is seen where one is shown proves that none was missed elsewhere.
  if (wanted.isWindow === true) expect(seen.windows, all).not.toEqual([]);
  else expect(seen.windows, 'windows').toEqual([]);
  if (wanted.where === 'nowhere') expect(seen.places, all).toEqual([]);
  else if (wanted.where !== undefined) expect(seen.places, all).toContain(wanted.where);
  else if (given.measures && seen.status !== 0)
    expect(seen.places.length, `the record is nowhere:\n${all}`).toBeGreaterThan(0);
}
