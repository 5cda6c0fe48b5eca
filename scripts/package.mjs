// `npm run package`: installable files in dist/, from the official runtime alone. With --for-test: an unpacked folder in
// dist/test-flavour, with the same fuses, that the end-to-end tests start; from whichever runtime is in place.
import { rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { buildApp } from './build-app.mjs';
import { child } from './display.mjs';
import { installedRuntime } from './electron-runtime.mjs';
import { prepare, runScript } from './prepare.mjs';
import { SetupError, isStarted, root } from './common.mjs';

const testOutput = 'dist/test-flavour';

/** @throws {SetupError} when it cannot be packaged */
export async function packageForTest() {
  rmSync(path.join(root, testOutput), { recursive: true, force: true });
  // The program reads `flavour` from its package.json: the test flavour alone may run as root and without the sandbox.
  await pack(['--dir', `-c.directories.output=${testOutput}`, '-c.extraMetadata.flavour=test']);
}

/** @param {readonly string[]} targets */
async function packageRelease(targets) {
  const runtime = installedRuntime();
  if (!runtime?.official) {
    throw new SetupError(
      `A release is never made from the fallback runtime (Electron ${runtime?.version ?? 'unknown'}): it is an old, repackaged build.\n` +
        'With a connection to the official download, type: LAB_ELECTRON=official npm run package\n' +
        'For an unpacked program to test with, type: npm run package -- --for-test',
    );
  }
  // The fallback has no such fuse, so this one cannot stand in electron-builder.yml.
  await pack([...targets, '-c.electronFuses.grantFileProtocolExtraPrivileges=false']);
}

/** @param {readonly string[]} args */
async function pack(args) {
  const version = installedRuntime()?.version ?? '';
  const builder = path.join(root, 'node_modules', 'electron-builder', 'cli.js');
  const status = await child(process.execPath, [builder, ...args, `-c.electronVersion=${version}`, '--publish=never'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new SetupError('The program could not be packaged; the reason is above.');
}

if (isStarted(import.meta.url)) {
  await runScript(async () => {
    const args = process.argv.slice(2);
    await prepare();
    await buildApp();
    await (args.includes('--for-test') ? packageForTest() : packageRelease(args));
    return 0;
  });
}
