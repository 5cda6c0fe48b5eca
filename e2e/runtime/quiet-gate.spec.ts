import { spawn } from 'node:child_process';
import { command } from '../support/command-line';
import { expect, goTo, test } from '../support/window';
import { recordsIn } from '../support/records';

/** A program that computes until it is ended, under a name of its own. */
function computing(): { readonly end: () => Promise<void> } {
  const hog = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
  const gone = new Promise<void>((resolve) => hog.once('exit', () => resolve()));
  return {
    end: () => {
      hog.kill('SIGKILL');
      return gone;
    },
  };
}

test(
  'beside a program that computes, Run asks first and names it; no name is kept',
  { tag: '@rest' },
  async ({ page, dataFolder }) => {
    test.setTimeout(120_000);
    await page.evaluate(() => window.lab['settings.change']({ checkLoad: true }));
    await page.reload();
    const hog = computing();
    try {
      await goTo(page, '#/experiments/noise-floor');
      const main = page.getByRole('main');
      await main.getByRole('button', { name: 'Predict', exact: true }).click();
      await main.getByRole('button', { name: 'Skip the prediction' }).click();
      await main.getByRole('button', { name: 'Run', exact: true }).last().click();
      const gate = main.getByRole('region', { name: 'The machine is not quiet' });
      await expect(gate).toBeVisible({ timeout: 20_000 });
      await expect(gate).toContainText(/Other programs use \d+ % of the cores: .*node \d+ %/);
      await main.getByRole('button', { name: 'Run anyway' }).click();
      await expect(main.getByText(/Round [1-9]/).first()).toBeVisible({ timeout: 60_000 });
      await main.getByRole('button', { name: /Cancel/ }).click();
      await expect(page.getByText('You cancelled the run.')).toBeVisible();
    } finally {
      await hog.end();
    }
    expect(JSON.stringify(recordsIn(dataFolder))).not.toMatch(/"node \d|"programs"/);
  },
);

test(
  '--wait-quiet says what it waits for, measures all the same, and takes seconds only',
  { tag: '@rest' },
  async ({}, info) => {
    test.setTimeout(120_000);
    const hog = computing();
    try {
      const run = ['run', 'noise-floor', '--preset', 'quick', '--set', 'rounds=1', '--json', info.outputPath('r.json')];
      const { status, stderr } = await command(info.outputPath('profile'), [...run, '--wait-quiet', '2']);
      expect(stderr).toMatch(
        /Waiting until the machine is quiet, at most 2 s\. Other programs use \d+ % of the cores: /,
      );
      expect(stderr).toContain('The machine was not quiet after 2 s: it is measured all the same.');
      expect(status).toBe(0);
      const wrong = await command(info.outputPath('profile'), [...run.slice(0, 2), '--wait-quiet', 'soon']);
      expect(wrong.status).toBe(2);
      expect(wrong.stderr).toContain('--wait-quiet takes whole seconds');
    } finally {
      await hog.end();
    }
  },
);
