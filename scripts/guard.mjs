// `node scripts/guard.mjs`: compares what screens, reports and commands say about the kept records with the committed texts;
// `--write` writes them anew. What else is given goes to the runner: `node scripts/guard.mjs -g noise-floor`.
import { rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { buildApp } from './build-app.mjs';
import { child, withDisplay } from './display.mjs';
import { prepare, runScript } from './prepare.mjs';
import { root } from './common.mjs';

const given = process.argv.slice(2);
const extra = given.filter((word) => word !== '--write');
const isWriting = given.includes('--write');

await runScript(async () => {
  await prepare({ tests: true });
  await buildApp();
  // Written as a whole, so that no text stays of a screen that is gone.
  if (isWriting && extra.length === 0)
    rmSync(path.join(root, 'fixtures/format-1/expected'), { recursive: true, force: true });
  return withDisplay((env) =>
    child(
      process.execPath,
      [path.join(root, 'node_modules/@playwright/test/cli.js'), 'test', '-c', 'playwright.guard.config.ts', ...extra],
      { cwd: root, env: { ...env, ...(isWriting && { GUARD_WRITE: '1' }) } },
    ),
  );
});
