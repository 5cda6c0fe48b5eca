// `node scripts/pictures.mjs`: compares the pictures of the README with what the page shows; `--write` takes them anew.
// What else is given goes to the runner.
import { rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { buildApp } from './build-app.mjs';
import { child } from './display.mjs';
import { prepare, runScript } from './prepare.mjs';
import { root } from './common.mjs';
import { ensurePrograms } from './system-libs.mjs';

const given = process.argv.slice(2);
const extra = given.filter((word) => word !== '--write');
const isWriting = given.includes('--write');

await runScript(async () => {
  await prepare({ tests: true });
  if (isWriting) ensurePrograms({ pngquant: 'pngquant' });
  await buildApp();
  // Written as a whole, so that no picture stays that nobody takes any more.
  if (isWriting && extra.length === 0) rmSync(path.join(root, 'docs/images'), { recursive: true, force: true });
  return child(
    process.execPath,
    [
      ...[path.join(root, 'node_modules/@playwright/test/cli.js'), 'test', '-c', 'playwright.mocked.config.ts'],
      ...['--project=mocked-rest', 'pictures', ...extra],
      // One after the other: the last test looks at what the others have written.
      ...(isWriting ? ['--workers=1'] : []),
    ],
    { cwd: root, env: { ...process.env, ...(isWriting && { PICTURES_WRITE: '1' }) } },
  );
});
