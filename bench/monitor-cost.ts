import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import type { ElectronApplication, Page } from '@playwright/test';
import { single } from './figures';
import type { Figure } from './figures';
import type { Options } from './options';
import { withWindow } from './window';

export interface MonitorCost {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly samples: number;
}

const measuredMs = 20_000;
declare global {
  interface Window {
    benchSamples?: number;
  }
}

/**
 * CPU time (user and system, all threads) of the monitor process over 20 s beside an idle window, and the samples that
 * the page received meanwhile. Resolution: one tick of the system's accounting, 10 ms at 100 Hz.
 */
export async function monitorCost(
  options: Options,
  say: (text: string) => void,
): Promise<{ readonly figures: readonly Figure[]; readonly raw: MonitorCost | null }> {
  if (process.platform !== 'linux') {
    say('monitor: not measured, because it is read from /proc, which only Linux has');
    return { figures: [], raw: null };
  }
  say(`monitor: ${measuredMs / 1000} s`);
  const cost = await withWindow(options, measure);
  const { seconds, cpuSeconds, samples } = cost;
  const figures = [
    single('monitor', 'CPU of the monitor process', '% of a core', (100 * cpuSeconds) / seconds, samples, 'samples'),
    single('monitor', 'samples received by the page', 'per s', samples / seconds, samples, 'samples'),
  ];
  return { figures, raw: cost };
}

async function measure(app: ElectronApplication, page: Page): Promise<MonitorCost> {
  await countSamples(page);
  const pid = await monitorPid(app);
  const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  const samples = (): Promise<number> => page.evaluate(() => window.benchSamples ?? 0);
  const before = { samples: await samples(), ticks: cpuTicks(pid), atMs: performance.now() };
  await page.waitForTimeout(measuredMs);
  const after = { ticks: cpuTicks(pid), atMs: performance.now(), samples: await samples() };
  if (after.samples === before.samples) throw new Error('The page received no sample of the monitor.');
  return {
    seconds: (after.atMs - before.atMs) / 1000,
    cpuSeconds: (after.ticks - before.ticks) / ticksPerSecond,
    samples: after.samples - before.samples,
  };
}

/** Loads the page anew with a listener beside the page's own on the monitor's port. */
async function countSamples(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.benchSamples = 0;
    window.addEventListener('message', ({ ports: [port] }) => {
      port?.addEventListener('message', ({ data }: MessageEvent<{ readonly type?: string }>) => {
        if (data.type === 'load') window.benchSamples = (window.benchSamples ?? 0) + 1;
      });
    });
  });
  await page.reload();
  await page.waitForFunction(() => (window.benchSamples ?? 0) > 4, undefined, { timeout: 15_000 });
}

async function monitorPid(app: ElectronApplication): Promise<number> {
  const found = await app.evaluate(({ app: electronApp }) =>
    electronApp
      .getAppMetrics()
      .filter(({ name, serviceName }) => [name, serviceName].some((one) => one?.startsWith('Concurrency Lab monitor')))
      .map(({ pid }) => pid),
  );
  const [pid] = found;
  if (pid === undefined || found.length !== 1) throw new Error(`Found ${found.length} monitor processes, not one.`);
  return pid;
}

/**
 * User and system time of the process and of the programs it started and waited for: fields 14 to 17 of
 * /proc/<pid>/stat. The name before them may hold spaces but ends with ")".
 */
function cpuTicks(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0);
}
