import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { RunState } from '@core/ipc/payloads';
import { pidsLeftAfter, pidsWith } from '../support/processes';
import { readRecord } from '../support/records';
import { expect, launch, shortRequest, test } from '../support/window';

/** A small generator with its seed in the test's name: the moments are random but repeatable (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

async function startRun(page: Page, request: typeof shortRequest): Promise<string> {
  const answer = await page.evaluate((input) => window.lab['runs.start'](input), request);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.id;
}

/** Waits until the app's run is in this phase. */
async function phase(page: Page, wanted: RunState['phase'], timeout = 30_000): Promise<RunState> {
  let state: RunState = { phase: 'idle' };
  await expect
    .poll(
      async () => {
        const answer = await page.evaluate(() => window.lab['runs.current'](undefined));
        if (answer.ok) state = answer.value;
        return state.phase;
      },
      { timeout },
    )
    .toBe(wanted);
  return state;
}

function recordsIn(dataFolder: string): readonly string[] {
  const folder = join(dataFolder, 'records');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name));
}

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

test('cancelling at 20 random moments (seed 11) ends each run within 500 ms and keeps what was measured', async ({
  page,
  dataFolder,
}) => {
  test.setTimeout(180_000);
  const next = random(11);
  const times: number[] = [];
  for (let i = 0; i < 20; i++) {
    const id = await startRun(page, {
      ...shortRequest,
      parameters: { eggsMs: 120, toastMs: 60, cleaningMs: 20, doughMs: 40 },
    });
    // The first cancels come before the lab process has even been spawned.
    await pause(i < 3 ? 0 : next() * 3_000);
    const ms = await page.evaluate(async (run) => {
      const from = performance.now();
      const answer = await window.lab['runs.cancel']({ id: run });
      if (!answer.ok) throw new Error(answer.error.message);
      return performance.now() - from;
    }, id);
    times.push(ms);
    const ended = await phase(page, 'ended');
    expect(ended).toMatchObject({ id, outcome: { status: 'cancelled' } });
  }
  expect(Math.max(...times), `times: ${times.map((ms) => ms.toFixed(0)).join(', ')}`).toBeLessThan(500);
  const records = recordsIn(dataFolder).map(readRecord);
  expect(records).toHaveLength(20);
  for (const record of records) expect(record.outcome).toEqual({ status: 'cancelled' });

  await startRun(page, { ...shortRequest, parameters: { ...shortRequest.parameters } });
  await phase(page, 'ended', 60_000);
  const whole = recordsIn(dataFolder)
    .map(readRecord)
    .find((record) => record.outcome.status === 'completed');
  expect(whole?.cells.length).toBe(8 * 10 * 3);
});

test('kill -9 of main during a run, 10 times (seed 5): nothing is left after 2 s, and the next start names the run', async ({}, info) => {
  test.setTimeout(240_000);
  const next = random(5);
  const dataFolder = info.outputPath('profile');
  for (let i = 0; i < 10; i++) {
    const app = await launch(dataFolder);
    const page = await app.firstWindow();
    await page.waitForLoadState('domcontentloaded');
    await startRun(page, { ...shortRequest, parameters: { eggsMs: 300, toastMs: 200, cleaningMs: 80, doughMs: 120 } });
    await pause(next() * 4_000);
    const main = app.process();
    const gone = new Promise((resolve) => main.once('exit', resolve));
    main.kill('SIGKILL');
    await gone;
    expect(await pidsLeftAfter(dataFolder, 2_000), `after kill ${i + 1}`).toEqual([]);
  }
  const app = await launch(dataFolder);
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  await expect
    .poll(async () => {
      const answer = await page.evaluate(() => window.lab['records.list'](undefined));
      return answer.ok ? answer.value.filter((one) => one.outcome.status === 'interrupted').length : -1;
    })
    .toBe(10);
  await expect(page.getByText(/was interrupted when the app ended/).first()).toBeVisible();
  expect(readdirSync(join(dataFolder, 'active'))).toEqual([]);
  await app.close();
});

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

test('a lab or task process that dies or stops answering ends the run with the exact reason, and the next run works', async ({
  page,
  dataFolder,
}) => {
  test.setTimeout(150_000);
  for (const [worker, signal, reason] of [
    ['processes/cook-1', 'SIGKILL', 'killed'],
    ['processes/cook-2', 'SIGSTOP', 'unresponsive'],
    ['sync/you', 'SIGKILL', 'killed'],
    ['sync/you', 'SIGSTOP', 'unresponsive'],
  ] as const) {
    const before = new Set(recordsIn(dataFolder));
    await startRun(page, { ...shortRequest, parameters: { eggsMs: 300, toastMs: 200, cleaningMs: 80, doughMs: 120 } });
    await measuring(page);
    process.kill(pidOf(dataFolder, worker), signal);
    await phase(page, 'ended', 20_000);
    const [added] = recordsIn(dataFolder).filter((path) => !before.has(path));
    const record = readRecord(added ?? '');
    expect(record.outcome, `${signal} to ${worker}`).toMatchObject({ status: 'failed', reason });
    expect(record.cells.length).toBeGreaterThanOrEqual(10);
  }
  await startRun(page, { ...shortRequest, parameters: { ...shortRequest.parameters } });
  expect(await phase(page, 'ended', 60_000)).toMatchObject({ outcome: { status: 'completed' } });
  // Only the analysis and the monitor are left of the utilities.
  await expect.poll(() => runProcesses(dataFolder).length).toBeLessThanOrEqual(2);
});

test('quitting during a run keeps it as interrupted and leaves nothing behind', async ({}, info) => {
  const dataFolder = info.outputPath('profile');
  const app = await launch(dataFolder);
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  await startRun(page, { ...shortRequest, parameters: { eggsMs: 300, toastMs: 200, cleaningMs: 80, doughMs: 120 } });
  await pause(2_500);
  await app.close();
  expect(await pidsLeftAfter(dataFolder, 2_000)).toEqual([]);
  const [path] = recordsIn(dataFolder);
  expect(readRecord(path ?? '').outcome).toMatchObject({ status: 'interrupted', reason: 'app-quit' });
});

test('unreadable records and settings are set aside with a message; good ones load', async ({}, info) => {
  const dataFolder = info.outputPath('profile');
  const first = await launch(dataFolder);
  const page = await first.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  await startRun(page, { ...shortRequest, parameters: { ...shortRequest.parameters } });
  await phase(page, 'ended', 60_000);
  await first.close();

  const records = join(dataFolder, 'records');
  const [good] = recordsIn(dataFolder);
  const text = readFileSync(good ?? '', 'utf8');
  const spoiled: Readonly<Record<string, string>> = {
    '20260101T000000Z-00000001': '',
    '20260101T000000Z-00000002': text.slice(0, Math.floor(text.length * 0.5)),
    '20260101T000000Z-00000003': text.slice(0, Math.floor(text.length * 0.99)),
    '20260101T000000Z-00000004': text.replace('"schemaVersion":1', '"schemaVersion":99'),
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
  const listed = await again.evaluate(() => window.lab['records.list'](undefined));
  expect(listed.ok ? listed.value.map((one) => one.id) : listed.error).toEqual([
    good?.slice(records.length + 1, -'.json'.length),
  ]);
  const notices = await again.evaluate(() => window.lab['notices.list'](undefined));
  const setAside = notices.ok ? notices.value.filter((notice) => notice.kind === 'set-aside') : [];
  expect(setAside.length).toBeGreaterThanOrEqual(Object.keys(spoiled).length + 1);
  expect(readdirSync(join(records, 'set-aside')).length).toBeGreaterThanOrEqual(Object.keys(spoiled).length);
  await second.close();
  rmSync(records, { recursive: true, force: true });
});
