import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pidsLeftAfter, pidsWith } from '../support/processes';
import { listedIn, readRecord, recordFilesIn } from '../support/records';
import {
  cancelAtRandomMoments,
  killAtRandomMoments,
  longRequest,
  nextRunCompletes,
  phase,
  startRun,
} from '../support/runs';
import { expect, launch, shortRequest, test } from '../support/window';

/** Processes of the app that run tasks: all utilities of a run are gone when none of these is left. */
function runProcesses(dataFolder: string): readonly number[] {
  return pidsWith(dataFolder).filter((pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return line.includes('utility-sub-type=node.mojom.NodeService');
    } catch {
      return false;
    }
  });
}

test(
  'cancelling at 20 random moments (seed 11) ends each run within 500 ms and keeps what was measured',
  { tag: '@rest' },
  async ({ page, dataFolder }) => {
    test.setTimeout(180_000);
    await cancelAtRandomMoments(page, dataFolder, { times: 20, seed: 11 });
    await nextRunCompletes(page, dataFolder);
  },
);

for (const { times, seed, tag } of [
  { times: 1, seed: 6, tag: '@short' },
  { times: 10, seed: 5, tag: '@rest' },
] as const) {
  test(
    `kill -9 of main during a run, ${times} times (seed ${seed}): nothing is left after 2 s, and the next start names the run`,
    { tag },
    async ({}, info) => {
      test.setTimeout(240_000);
      await killAtRandomMoments(info.outputPath('profile'), { times, seed });
    },
  );
}

/** Waits until round 1 is being measured. */
async function measuring(page: Page): Promise<void> {
  const round = async (): Promise<number> => {
    const answer = await page.evaluate(() => window.lab['runs.current'](undefined));
    return answer.ok && answer.value.phase === 'running' ? answer.value.progress.round : -1;
  };
  await expect.poll(round, { timeout: 30_000 }).toBe(1);
}

/** Process id of a worker of the active run, from its journal. */
function pidOf(dataFolder: string, worker: string): number {
  const [journal] = readdirSync(join(dataFolder, 'active'));
  const lines = readFileSync(join(dataFolder, 'active', journal ?? ''), 'utf8')
    .trim()
    .split('\n');
  const events = lines.map((line) => JSON.parse(line) as { worker?: { id: string; pid: number } });
  return events.find((event) => event.worker?.id === worker)?.worker?.pid ?? Number.NaN;
}

test(
  'a lab or task process that dies or stops answering ends the run with the exact reason, and the next run works',
  { tag: '@rest' },
  async ({ page, dataFolder }) => {
    test.setTimeout(150_000);
    for (const [worker, signal, reason] of [
      ['processes/cook-1', 'SIGKILL', 'killed'],
      ['processes/cook-2', 'SIGSTOP', 'unresponsive'],
      ['sync/you', 'SIGKILL', 'killed'],
      ['sync/you', 'SIGSTOP', 'unresponsive'],
    ] as const) {
      const before = new Set(recordFilesIn(dataFolder));
      await startRun(page, longRequest);
      await measuring(page);
      process.kill(pidOf(dataFolder, worker), signal);
      await phase(page, 'ended', 20_000);
      const [added] = recordFilesIn(dataFolder).filter((path) => !before.has(path));
      const record = readRecord(added ?? '');
      expect(record.outcome, `${signal} to ${worker}`).toMatchObject({ status: 'failed', reason });
      expect(record.cells.length).toBeGreaterThanOrEqual(10);
    }
    await startRun(page, shortRequest);
    expect(await phase(page, 'ended', 60_000)).toMatchObject({ outcome: { status: 'completed' } });
    // Only the analysis and the monitor are left of the utilities.
    await expect.poll(() => runProcesses(dataFolder).length).toBeLessThanOrEqual(2);
  },
);

test('quitting during a run keeps it as interrupted and leaves nothing behind', { tag: '@rest' }, async ({}, info) => {
  const dataFolder = info.outputPath('profile');
  const app = await launch(dataFolder);
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  await startRun(page, longRequest);
  await measuring(page);
  await app.close();
  expect(await pidsLeftAfter(dataFolder, 2_000)).toEqual([]);
  const [path] = recordFilesIn(dataFolder);
  expect(readRecord(path ?? '').outcome).toMatchObject({ status: 'interrupted', reason: 'app-quit' });
});

test(
  'unreadable records and settings are set aside with a message; good ones load',
  { tag: '@rest' },
  async ({}, info) => {
    const dataFolder = info.outputPath('profile');
    const first = await launch(dataFolder);
    const page = await first.firstWindow();
    await page.waitForLoadState('domcontentloaded');
    await startRun(page, shortRequest);
    await phase(page, 'ended', 60_000);
    await first.close();

    const records = join(dataFolder, 'records');
    const [good] = recordFilesIn(dataFolder);
    const text = readFileSync(good ?? '', 'utf8');
    const spoiled: Readonly<Record<string, string>> = {
      '20260101T000000Z-00000001': '',
      '20260101T000000Z-00000002': text.slice(0, Math.floor(text.length * 0.5)),
      '20260101T000000Z-00000003': text.slice(0, Math.floor(text.length * 0.99)),
      '20260101T000000Z-00000004': text.replace('"schemaVersion":2', '"schemaVersion":99'),
      '20260101T000000Z-00000005': text.replace('"rounds":7', '"rounds":8'),
      '20260101T000000Z-00000006': '{"__proto__":{"polluted":true}}',
      '20260101T000000Z-00000007': '\u0000\ufffd[[[',
    };
    for (const [id, content] of Object.entries(spoiled)) writeFileSync(join(records, `${id}.json`), content);
    mkdirSync(join(records, '20260101T000000Z-00000008.json'));
    symlinkSync(join(records, '20260101T000000Z-00000009.json'), join(records, '20260101T000000Z-00000009.json'));
    writeFileSync(join(dataFolder, 'settings.json'), '{"settings":');

    const second = await launch(dataFolder);
    const again = await second.firstWindow();
    await again.waitForLoadState('domcontentloaded');
    const list = async (): Promise<unknown> => {
      const { rows, reading } = await listedIn(again);
      return { ids: rows.map(({ id }) => id), reading };
    };
    await expect.poll(list).toEqual({ ids: [good?.slice(records.length + 1, -'.json'.length)], reading: null });
    const notices = await again.evaluate(() => window.lab['notices.list'](undefined));
    const told = notices.ok
      ? notices.value.filter(({ kind }) => kind === 'set-aside').map(({ message }) => message)
      : [];
    // One line for the settings, one for all that was set aside, one for what a newer program wrote.
    expect(told).toHaveLength(3);
    const folder = join(records, 'set-aside');
    expect(
      told.filter((one) => one.startsWith(`8 files could not be read and were set aside in ${folder}: `)),
    ).toHaveLength(1);
    expect(told.filter((one) => one.startsWith('20260101T000000Z-00000004.json is not listed and stays'))).toHaveLength(
      1,
    );
    expect(readdirSync(folder)).toHaveLength(8);
    await second.close();
    rmSync(records, { recursive: true, force: true });
  },
);
