import type { ElectronApplication } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../support/electron-program';
import { areAllRead, listedIn } from '../support/records';
import { expect, test } from '../support/window';

/** Process id of a helper of the window, by the name that it was given. */
async function helper(app: ElectronApplication, name: string): Promise<number> {
  const found = (): Promise<number | undefined> =>
    app.evaluate(
      ({ app: electron }, wanted) => electron.getAppMetrics().find((one) => one.name?.startsWith(wanted))?.pid,
      name,
    );
  await expect.poll(found, { timeout: 20_000 }).toBeDefined();
  return (await found()) ?? Number.NaN;
}

test(
  'the window says which helper was started again: an analysis that is stopped while idle, a monitor that is stopped or killed',
  { tag: '@rest' },
  async ({ app, page, dataFolder }) => {
    test.setTimeout(180_000);
    // A record to read, so that there is an analysis.
    const record = gunzipSync(readFileSync(join(root, 'fixtures/format-1/eggs-and-toast.quick.json.gz')));
    const { id } = JSON.parse(record.toString('utf8')) as { id: string };
    writeFileSync(join(dataFolder, 'records', `${id}.json`), record);
    const notices = page.getByRole('status');
    for (const [name, signal, text] of [
      [
        'Concurrency Lab analysis',
        'SIGSTOP',
        'The process that reads and analyses records ended and is started again.',
      ],
      ['Concurrency Lab monitor', 'SIGKILL', 'The live monitor ended and was started again'],
      ['Concurrency Lab monitor', 'SIGSTOP', 'The live monitor ended and was started again'],
    ] as const) {
      // An analysis that stays: the one that reads for the list ends with its last file.
      if (name.endsWith('analysis')) {
        // After it the analysis process of the list ends.
        await expect.poll(() => areAllRead(page, 1), { timeout: 20_000 }).toBe(true);
        await page.evaluate((record) => window.lab['records.open']({ id: record }), id);
      }
      const pid = await helper(app, name);
      process.kill(pid, signal);
      const notice = notices
        .filter({ hasText: text })
        .filter({ hasText: signal === 'SIGSTOP' ? 'did not answer' : 'killed' });
      await expect(notice).toBeVisible({ timeout: 30_000 });
      await notice.getByRole('button').click();
      await expect(notice).toHaveCount(0);
    }
    expect((await listedIn(page)).rows.map((one) => one.id)).toEqual([id]);
  },
);
