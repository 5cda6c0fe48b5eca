import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import { command } from '../support/command-line';
import { root } from '../support/electron-program';
import { launch } from '../support/window';
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
  const rows = stdout.trimEnd().split('\n');
  expectText('commands/doctor.txt', rows.map((row) => `${row.slice(0, 16).trimEnd()} …`).join('\n'));
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

/** The ledger says when it was printed, in its head (where the date may be broken) and at the foot of every page. */
function withoutPrintingTime(text: string): string {
  const time = /Claims ledger, [\d-]+ ([\d:]+) UTC/.exec(text)?.[1];
  expect(time, 'when the ledger was printed').toBeDefined();
  return text.replaceAll(new RegExp(`\\d{4}-\\s*\\d\\d-\\s*\\d\\d\\s+${time ?? ''} UTC`, 'g'), '<when printed>');
}

/** The other presets print the same with other numbers, and a report takes seconds. */
const printed = keptRecords().filter((name) => !/\.(?:standard|thorough)$/.test(name));

test('what every kind of report says', async ({}, info) => {
  test.setTimeout(900_000);
  const data = info.outputPath('profile');
  const folder = join(data, 'records');
  mkdirSync(folder, { recursive: true });
  const ids = printed.map((name) => {
    const text = keptText(name);
    const { id } = readRecord(text).record;
    writeFileSync(join(folder, `${id}.json`), text);
    return { name, id };
  });
  const app = await launch(data);
  try {
    const page = await app.firstWindow();
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible({ timeout: 60_000 });
    const reportText = async (call: 'records.savePdf' | 'claims.savePdf', id?: string): Promise<string> => {
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
    };
    for (const { name, id } of ids) {
      expectText(`${name}/report.txt`, await reportText('records.savePdf', id));
    }
    expectText('pages/claims-report.txt', withoutPrintingTime(await reportText('claims.savePdf')));
  } finally {
    await app.close();
  }
});
