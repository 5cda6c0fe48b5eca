import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { shortRun } from '../support/command-line';
import { electronProgram, root, sandboxSwitches } from '../support/electron-program';
import { pidsLeftAfter, pidsWith } from '../support/processes';

const injected = /^(NODE_|ELECTRON_|LD_|DYLD_)/;

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // the process has ended meanwhile
  }
}

test(
  'code in the environment of the app does not get into its utility processes',
  { tag: '@rest' },
  async ({}, info) => {
    mkdirSync(info.outputPath(), { recursive: true });
    const data = info.outputPath('profile');
    const mark = info.outputPath('mark.txt');
    const code = info.outputPath('injected.cjs');
    writeFileSync(code, `require('node:fs').appendFileSync(${JSON.stringify(mark)}, process.type + '\\n');`);
    // The command line starts the same utility processes as the window, and no debugger takes NODE_OPTIONS away.
    const lab = spawn(
      electronProgram(),
      [...sandboxSwitches, `--user-data-dir=${data}`, root, ...shortRun, '--set', 'rounds=1'],
      {
        cwd: root,
        stdio: 'ignore',
        env: {
          ...process.env,
          NODE_OPTIONS: `--require=${code}`,
          NODE_PATH: info.outputPath(),
          LD_BIND_NOW: '1',
          ELECTRON_TEST: '1',
        },
      },
    );
    const ended = new Promise<number | null>((resolve) => lab.once('exit', resolve));
    const state = { over: false };
    void ended.then(() => (state.over = true));
    const seen = new Map<number, readonly string[]>();
    while (!state.over) {
      for (const pid of pidsWith(data)) {
        if (!read(`/proc/${pid}/cmdline`).includes('node.mojom.NodeService')) continue;
        const names = read(`/proc/${pid}/environ`)
          .split('\0')
          .map((entry) => entry.split('=', 1)[0] ?? '');
        if (names.length > 1)
          seen.set(
            pid,
            names.filter((name) => injected.test(name)),
          );
      }
      await pause(20);
    }
    expect(await ended).toBe(0);
    expect(seen.size, 'utility processes seen').toBeGreaterThanOrEqual(3);
    for (const names of seen.values()) expect(names).toEqual([]);
    // An unpackaged main process does run it, so the mark would show it; a packaged one does not (e2e/packaged).
    expect(existsSync(mark)).toBe(true);
    expect(readFileSync(mark, 'utf8').trim().split('\n')).toEqual(['browser']);
    expect(await pidsLeftAfter(data, 3_000)).toEqual([]);
  },
);
