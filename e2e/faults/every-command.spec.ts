import { test } from '@playwright/test';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { faultPlace, observe } from '../support/fault-case';
import type { FaultPlace, FaultStart } from '../support/fault-case';
import { check, fill, has } from './checks';
import { commandNamed, commands, wordsFor } from './commands';
import type { FaultCommand } from './commands';
import { folderConditions, launcherConditions, measuringText, noFonts } from './conditions';
import { signalConditions, streamConditions } from './conditions';
import type { Condition } from './conditions';
import { isShort } from './short';

test.skip(process.platform !== 'linux', 'conditions are made with tools of Linux');

function startOf(
  condition: Condition,
  given: FaultCommand,
  through: FaultStart['through'],
  place: FaultPlace,
): FaultStart {
  const isLong = condition.disturbs === true;
  const places = { RECORD: place.record, FOLDER: place.records, JSON: place.json, PDF: place.pdf };
  return {
    through,
    words: wordsFor(given, places, isLong),
    shell: condition.shell,
    env: {
      UNTIL: given.measures ? measuringText : 'no such text',
      WITHIN: given.measures ? '60' : '0.25',
      ...condition.env,
    },
    signals: condition.signals ?? [],
    signalsAfter: given.measures ? measuringText : undefined,
  };
}

function row(condition: Condition, given: FaultCommand, through: FaultStart['through']): void {
  const wanted = condition.expect(given);
  if (!wanted) return;
  const by = through === 'app' ? '' : `${through}: `;
  const name = `${by}${condition.name} | ${given.name}`;
  test(name, { tag: isShort(name) ? '@short' : '@faults' }, async ({}, info) => {
    test.skip(condition.mounts === true && !has('unshare', '-m', 'true'), 'only root may mount');
    test.skip(condition.name === 'terminal closed' && !has('python3', '--version'), 'python3 is missing');
    const place = faultPlace();
    await fill(place);
    condition.prepare?.(place);
    const seen = await observe(place, startOf(condition, given, through, place));
    const screen = join(place.folder, 'screen');
    const shown = existsSync(screen) ? readFileSync(screen, 'utf8') : '';
    const row = { of: condition.of, status: seen.status, seconds: seen.seconds, places: seen.places };
    info.annotations.push({ type: 'fault', description: JSON.stringify(row) });
    check({ ...seen, stderr: shown + seen.stderr }, wanted, given);
    rmSync(place.folder, { recursive: true, force: true });
  });
}

for (const condition of [...streamConditions, ...folderConditions, ...signalConditions, noFonts])
  for (const given of commands) row(condition, given, 'app');

const byLauncher = ['list', 'doctor', 'report --pdf', 'bench --json FILE', 'bench --json -'].map(commandNamed);
const alsoByLauncher = new Set([
  ...['standard output on a full disk', 'standard output closed', 'standard error on a full disk'],
  ...['reader of standard output gone before it begins', 'reader of standard error gone', 'terminal closed'],
  ...[
    'TMPDIR is not there',
    'TMPDIR is relative',
    'TMPDIR is a file',
    'TMPDIR is read-only',
    'data folder is read-only',
  ],
  ...['SIGINT', 'SIGTERM', 'SIGHUP', 'two SIGINTs'],
]);
for (const condition of launcherConditions) for (const given of byLauncher) row(condition, given, 'launcher');
for (const condition of [...streamConditions, ...folderConditions, ...signalConditions])
  if (alsoByLauncher.has(condition.name)) for (const given of byLauncher) row(condition, given, 'launcher');
