import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'vite';
import { electronProgram, root, sandboxSwitches } from '../support/electron-program';

const ends = 100;

test('speaking to a utility that is dying does not take main with it', { tag: '@rest' }, async ({}, info) => {
  const folder = info.outputPath('program');
  mkdirSync(folder, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { alias: { '@core': join(root, 'core') } },
    build: {
      ssr: true,
      target: 'node18',
      outDir: folder,
      rolldownOptions: {
        input: join(root, 'main/processes/testing/dying-utilities.ts'),
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  });
  symlinkSync(join(root, 'out/main/workers'), join(folder, 'workers'));

  const program = spawn(
    electronProgram(),
    [...sandboxSwitches, `--user-data-dir=${info.outputPath('profile')}`, join(folder, 'index.cjs')],
    { env: { ...process.env, ENDS: String(ends) }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<{ status: number | null; signal: string | null }>((resolve) => {
    program.once('close', (status, signal) => resolve({ status, signal }));
  });
  const [said, complaints, end] = await Promise.all([text(program.stdout), text(program.stderr), ended]);

  // Posting through Electron's `child.postMessage` instead, main died of SIGSEGV after 26 ends on average.
  expect(end, complaints).toEqual({ status: 0, signal: null });
  const posts = JSON.parse(said) as readonly number[];
  expect(posts).toHaveLength(ends);
  expect(Math.min(...posts)).toBeGreaterThan(0);
});
