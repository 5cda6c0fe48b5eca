import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page, TestInfo } from '@playwright/test';
import { machineOf } from '@core/claims/claim-source';
import { command } from '../support/command-line';
import { root } from '../support/electron-program';
import { launch } from '../support/window';
import { hashOf } from '../../workers/records/hash';
import { readRecord } from '../../workers/records/read';
import { expectText } from './support/expected-text';
import { keptRecords, keptText } from './support/kept-records';

/** Each command with what it is called by; the wrong ones are here for what they say to type. */
const lines = {
  help: ['help'],
  list: ['list'],
  'run-help': ['run', '--help'],
  'bench-help': ['bench', '--help'],
  'run-nothing': ['run'],
  'run-unknown': ['run', 'nothing'],
  'run-workbench': ['run', 'workbench'],
  'run-wrong-parameter': ['run', 'noise-floor', '--set', 'rounds'],
  'bench-unknown': ['bench', '--workload', 'gpu'],
  'verify-nothing': ['verify'],
  'report-nothing': ['report', 'a.json'],
  unknown: ['rnu'],
} as const;

for (const [name, line] of Object.entries(lines)) {
  test(`what "${line.join(' ')}" prints`, async ({}, info) => {
    const { status, stdout, stderr } = await command(info.outputPath('profile'), line);
    // Chromium's own lines about the desktop's bus, which `npm run lab` filters too.
    const errors = stderr.replace(/^\[\d+:.*\n/gm, '');
    expectText(`commands/${name}.txt`, `status ${String(status)}\n----- output\n${stdout}\n----- errors\n${errors}`);
  });
}

test('what doctor prints, without what belongs to the machine', async ({}, info) => {
  const { stdout } = await command(info.outputPath('profile'), ['doctor']);
  const names = stdout.split('\n').map((row) => row.slice(0, 16).trimEnd());
  // Not every machine has them.
  const kept = names.filter((name) => !['', 'Kinds of cores', 'Open files', 'Not passed on'].includes(name));
  expectText('commands/doctor.txt', kept.map((name) => `${name} …`).join('\n'));
});

test('what verify says of every kept record', async ({}, info) => {
  const folder = info.outputPath('records');
  const files = keptRecords().map((name) => {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${name}.json`);
    writeFileSync(file, keptText(name));
    return { name, file: relative(root, file) };
  });
  const { status, stdout } = await command(info.outputPath('profile'), ['verify', ...files.map(({ file }) => file)]);
  expect(status).toBe(0);
  const said = stdout.split(/^(?=test-results)/m);
  for (const [i, { name, file }] of files.entries()) {
    expectText(`${name}/verify.txt`, (said[i] ?? '').replaceAll(file, `${name}.json`));
  }
});

/**
 * The ledger says when it was printed, in its head (where the date may be broken) and at the foot of every page, and of which
 * machine it is, where the line may be broken, too.
 */
function withoutTimeAndMachine(text: string): string {
  const time = /Claims ledger, [\d-]+ ([\d:]+) UTC/.exec(text)?.[1];
  expect(time, 'when the ledger was printed').toBeDefined();
  return text
    .replaceAll(new RegExp(`\\d{4}-\\s*\\d\\d-\\s*\\d\\d\\s+${time ?? ''} UTC`, 'g'), '<when printed>')
    .replace(/Machine: [\s\S]*? of memory\.([\s\S]*?<when printed>)/, (_, rest: string) => {
      return `Machine: <this machine>.${rest.replaceAll(/\s+/g, ' ')}`;
    });
}

/** The other presets print the same with other numbers, and a report takes seconds. */
const printed = keptRecords().filter((name) => !/\.(?:standard|thorough)$/.test(name));

type SavePdf = (call: 'records.savePdf' | 'claims.savePdf', id?: string) => Promise<string>;

/** Starts the app on these records, by id, and saves reports of them. */
async function withReports(
  info: TestInfo,
  name: string,
  texts: ReadonlyMap<string, string>,
  use: (savePdf: SavePdf, page: Page) => Promise<void>,
): Promise<void> {
  const data = info.outputPath(name);
  const folder = join(data, 'records');
  mkdirSync(folder, { recursive: true });
  for (const [id, text] of texts) writeFileSync(join(folder, `${id}.json`), text);
  const app = await launch(data);
  try {
    const page = await app.firstWindow();
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible({ timeout: 60_000 });
    // Two pages say little: the appendix is what was printed before there were two pages.
    await page.evaluate(() => window.lab['settings.change']({ pdfAppendix: true }));
    await use(async (call, id) => {
      const path = info.outputPath('report.pdf');
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, path);
      const saved = await page.evaluate(
        async ([name, record]) =>
          name === 'records.savePdf' ? window.lab[name]({ id: record ?? '' }) : window.lab[name](undefined),
        [call, id] as const,
      );
      if (!saved.ok) return `not printed: ${saved.error.code}: ${saved.error.message}`;
      expect(saved.value).toEqual({ path });
      return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 64e6 });
    }, page);
  } finally {
    await app.close();
  }
}

test('what every kind of report says', async ({}, info) => {
  test.setTimeout(900_000);
  const ids = new Map(printed.map((name) => [name, readRecord(keptText(name)).record.id]));
  const texts = new Map(printed.map((name) => [ids.get(name) ?? '', keptText(name)]));
  let machine: object | undefined;
  await withReports(info, 'profile', texts, async (savePdf, page) => {
    for (const [name, id] of ids) expectText(`${name}/report.txt`, await savePdf('records.savePdf', id));
    const described = await page.evaluate(() => window.lab['machine.describe'](undefined));
    if (described.ok) machine = machineOf(described.value.environment);
  });
  expect(machine, 'this machine').toBeDefined();
  // The ledger judges by records of the machine that it is printed on: the same records, as if made here.
  const here = new Map([...texts].map(([id, text]) => [id, asIfMadeOn(machine, text)]));
  await withReports(info, 'claims', here, async (savePdf) => {
    expectText('pages/claims-report.txt', withoutTimeAndMachine(await savePdf('claims.savePdf')));
  });
});

/** A record's text with another machine in it, sealed anew. */
function asIfMadeOn(machine: object | undefined, text: string): string {
  const { hash, ...record } = JSON.parse(text) as { hash: string; environment: object };
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const moved = { ...record, environment: { ...record.environment, ...machine } };
  return `${JSON.stringify({ ...moved, hash: hashOf(moved) })}\n`;
}
