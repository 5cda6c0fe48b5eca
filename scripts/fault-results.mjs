// What `npm run test:faults` leaves in docs/results/faults.md: every command under every condition, and what became of the
// cases of the reviews of version 0.1.0.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { installedRuntime } from './electron-runtime.mjs';
import { listedCases } from './fault-cases.mjs';
import { readJson, root, say } from './common.mjs';

/** @typedef {{ title: string, ok: boolean, tests: readonly { status: string, annotations: readonly { type: string, description?: string }[] }[] }} Spec */
/** @typedef {{ specs?: readonly Spec[], suites?: readonly Suite[] }} Suite as Playwright reports it */
/** @typedef {{ title: string, ok: boolean, isSkipped: boolean, of: readonly string[], status: number, seconds: number, places: readonly string[] }} Row */

/**
 * @param {readonly Suite[]} suites
 * @returns {readonly Row[]}
 */
export function faultRows(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.map(({ title, ok, tests }) => {
      const seen = tests.flatMap(({ annotations }) => annotations).find(({ type }) => type === 'fault')?.description;
      /** @type {unknown} */
      const parsed = seen === undefined ? {} : JSON.parse(seen);
      const facts = /** @type {Partial<Row>} */ (parsed);
      const isSkipped = tests.every(({ status }) => status === 'skipped');
      return { of: [], status: Number.NaN, seconds: Number.NaN, places: [], ...facts, title, ok, isSkipped };
    }),
    ...faultRows(inner),
  ]);
}

/** @param {Row | undefined} row */
function cell(row) {
  if (!row) return '';
  if (row.isSkipped) return 'skipped';
  const where = row.places.length === 0 ? '' : ` · ${row.places.join(', ')}`;
  return `${row.ok ? '' : '**FAILED** '}${row.status} · ${row.seconds.toFixed(1)} s${where}`;
}

/**
 * A table with a line for each condition and a column for each command.
 * @param {readonly Row[]} rows titled "condition | command"
 */
function matrix(rows) {
  /** @type {Map<string, Map<string, Row>>} */
  const byCondition = new Map();
  /** @type {Set<string>} */
  const commands = new Set();
  for (const row of rows) {
    const [condition = '', command = ''] = row.title.split(' | ');
    commands.add(command);
    const cells = byCondition.get(condition) ?? new Map([[command, row]]);
    byCondition.set(condition, cells.set(command, row));
  }
  const names = [...commands];
  return [
    `| condition | ${names.map((name) => `\`${name}\``).join(' | ')} |`,
    `| --- | ${names.map(() => '---').join(' | ')} |`,
    ...[...byCondition].map(
      ([condition, cells]) => `| ${condition} | ${names.map((name) => cell(cells.get(name))).join(' | ')} |`,
    ),
  ];
}

/** A bar in a cell would begin the next one. @param {string} text */
function cellText(text) {
  return text.replaceAll('|', '\\|');
}

/**
 * What the cases of one entry came to now, and the tests that show it.
 * @param {readonly Row[]} rows
 */
function listedTable(rows) {
  return [
    '| entry | before (0.1.0) | now | test |',
    '| --- | --- | --- | --- |',
    ...listedCases.map(({ id, before, now, tests }) => {
      const own = rows.filter(({ title, of }) => tests.some((name) => title.startsWith(name)) || of.includes(id));
      const failed = own.filter(({ ok }) => !ok).length;
      const count = own.length === 0 ? '' : ` (${own.length - failed} of ${own.length} cases hold)`;
      return `| ${id} | ${cellText(before)} | ${cellText(now)}${count} | ${cellText(tests.map((name) => name.replace(/ \|$/, '')).join('; '))} |`;
    }),
  ];
}

/**
 * @param {readonly Row[]} rows
 * @param {{ commit: string, machine: string, electron: string, date: string }} made
 */
export function faultDocument(rows, { commit, machine, electron, date }) {
  const pairs = rows.filter(({ title }) => title.includes(' | '));
  const others = rows.filter(({ title }) => !title.includes(' | '));
  const isLauncher = (/** @type {Row} */ { title }) => title.startsWith('launcher: ');
  const failed = rows.filter(({ ok }) => !ok);
  const slowest = Math.max(...rows.map(({ seconds }) => seconds).filter(Number.isFinite));
  return [
    '# Faults: every command under every condition',
    '',
    `Written by \`npm run test:faults\` on ${date}: commit ${commit}, ${machine}, Electron ${electron}.`,
    `${rows.length} cases, ${rows.length - failed.length} hold, ${failed.length} failed; the slowest took ${slowest.toFixed(1)} s.`,
    '',
    'A cell is exit status · seconds · where the record is. The seconds are those of the whole command with its run, or from the',
    'signal or the closing of the terminal to the end. Each case also holds that no stack is printed, at most one line says what',
    'went wrong, no window was shown, and no process is left 3 s later. "elsewhere" is the folder that stands in for the data folder.',
    '',
    '## The app itself',
    '',
    ...matrix(pairs.filter((row) => !isLauncher(row))),
    '',
    '## By the launcher (`npm run lab`)',
    '',
    ...matrix(pairs.filter(isLauncher).map((row) => ({ ...row, title: row.title.slice('launcher: '.length) }))),
    '',
    '## Further cases',
    '',
    '| case | result |',
    '| --- | --- |',
    ...others.map((row) => `| ${row.title} | ${cell(row)} |`),
    '',
    '## The cases of the reviews',
    '',
    'B1 to M4 and Low are entries of the hostile test, B01 to B40 those from public bug reports. `own` are related cases that',
    'neither lists; words in place of a number are from its low ones. A test that is a file is not part of this suite. Not here:',
    'B45 is about lessons, B46 was a note.',
    '',
    ...listedTable(rows),
    '',
  ].join('\n');
}

/** Writes the results of the whole suite from Playwright's report. */
export function keepFaultResults() {
  const report = path.join(root, 'test-results', 'e2e-faults.json');
  if (!existsSync(report)) return;
  const { suites } = /** @type {{ suites: readonly Suite[] }} */ (readJson(report));
  const commit = spawnSync('git', ['rev-parse', '--short=12', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout.trim();
  const machine = `${os.cpus()[0]?.model ?? 'unknown'}, ${os.availableParallelism()} cores, ${os.type()} ${os.release()}, Node ${process.versions.node}`;
  const electron = installedRuntime()?.version ?? 'none';
  const made = { commit, machine, electron, date: new Date().toISOString().slice(0, 10) };
  const file = path.join(root, 'docs', 'results', 'faults.md');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, faultDocument(faultRows(suites), made));
  say(`results kept in ${path.relative(root, file)}`);
}
