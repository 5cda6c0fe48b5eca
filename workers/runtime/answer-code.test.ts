import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { setUpCode } from '@core/experiments/workbench/answer-code';

const folder = mkdtempSync(join(tmpdir(), 'answer-code-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Executes the code with a task that says when it begins and ends, in place of one that waits. */
function events(workers: number, inFlight: number, tasks: number): string[] {
  const { javascript } = setUpCode({ workers, inFlight }, { cpuMs: 0, waitingMs: 1 }, tasks);
  // Written at once: what a thread has only handed to its console is lost when it is ended.
  const traced = javascript.replace(
    'await pause(1);',
    "const say = (what) => require('node:fs').writeSync(1, `${what} ${n}\\n`); say('begin'); await pause(20); say('end');",
  );
  expect(traced).not.toBe(javascript);
  const file = join(folder, `set-up-${workers}-${inFlight}.mjs`);
  const imports = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
  writeFileSync(file, `${imports}\n${traced}`);
  return execFileSync(process.execPath, [file], { encoding: 'utf8', timeout: 20_000 }).trim().split('\n');
}

/** Most tasks that had begun and not ended. */
function mostAtOnce(lines: readonly string[]): number {
  let [open, most] = [0, 0];
  for (const line of lines) {
    open += line.startsWith('begin') ? 1 : -1;
    most = Math.max(most, open);
  }
  return most;
}

describe('the code of a set-up, executed', () => {
  it.each([
    [1, 1, 1],
    [1, 4, 4],
  ])(
    '%i thread with %i in flight has %i tasks under way at most, and executes each once',
    (workers, inFlight, most) => {
      const lines = events(workers, inFlight, 12);
      expect(mostAtOnce(lines)).toBe(most);
      expect(new Set(lines.filter((line) => line.startsWith('end'))).size).toBe(12);
    },
  );

  it.each([
    [2, 1],
    [2, 3],
  ])('%i threads with %i in flight each execute every task once, and end', (workers, inFlight) => {
    const lines = events(workers, inFlight, 12);
    expect(lines).toHaveLength(24);
    expect(new Set(lines.filter((line) => line.startsWith('end'))).size).toBe(12);
    const most = mostAtOnce(lines);
    expect(most).toBeLessThanOrEqual(workers * inFlight);
    // A thread that starts late may find little left to do.
    expect(most).toBeGreaterThanOrEqual(inFlight);
  });
});
