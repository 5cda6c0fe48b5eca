// `npm run package`: installable files. With the official runtime a release, in dist/. With the fallback a test flavour, in
// dist/test-flavour, as far as this machine can build one (deb, tar.gz, an unpacked folder), marked as such in name and words;
// `--release` refuses there. `--folder` makes the unpacked test flavour alone, which the end-to-end tests start.
import { rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { buildApp } from './build-app.mjs';
import { child } from './display.mjs';
import { installedRuntime } from './electron-runtime.mjs';
import { prepare, runScript } from './prepare.mjs';
import { ensurePrograms } from './system-libs.mjs';
import { SetupError, isStarted, root, say } from './common.mjs';

/** Where the test flavour lies, from the project's folder. */
export const testOutput = 'dist/test-flavour';

/**
 * @param {readonly string[]} [targets] what to build beside the unpacked folder: `deb`, `tar.gz`
 * @throws {SetupError} when it cannot be packaged
 */
export async function packageForTest(targets = []) {
  rmSync(path.join(root, testOutput), { recursive: true, force: true });
  await pack(
    [
      ...(targets.length > 0 ? ['--linux', ...targets] : ['--dir']),
      `-c.directories.output=${testOutput}`,
      // The runtime that is in place, whichever it is.
      '-c.electronDist=node_modules/electron/dist',
      // The program reads `flavour` from its package.json: the test flavour alone may run as root and without the sandbox.
      '-c.extraMetadata.flavour=test',
      '-c.linux.synopsis=TEST FLAVOUR of Concurrency Lab on an old runtime, not for use',
      '-c.artifactName=${name}-${version}-test-flavour-${arch}.${ext}',
    ],
    {
      CUSTOM_FPM_PATH: path.join(root, 'scripts', 'fpm.mjs'),
      ELECTRON_BUILDER_COMPRESSION_LEVEL: '1',
      ...(targets.includes('tar.gz') && { ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za' }),
    },
  );
}

/** @param {readonly string[]} more arguments for electron-builder */
async function packageRelease(more) {
  const runtime = installedRuntime();
  if (!runtime?.official) {
    throw new SetupError(
      `A release is never made from the fallback runtime (Electron ${runtime?.version ?? 'unknown'}): it is an old, repackaged build.\n` +
        'With a connection to the official download, type: LAB_ELECTRON=official npm run package\n' +
        'For a marked test flavour, type: npm run package',
    );
  }
  await pack([
    ...more,
    // Native code was installed for this architecture; electron-builder fetches and checks the runtime for it by itself.
    `--${process.arch}`,
    // The fallback has no such fuse, so this one cannot stand in electron-builder.yml.
    '-c.electronFuses.grantFileProtocolExtraPrivileges=false',
  ]);
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [more]
 */
async function pack(args, more = {}) {
  const version = installedRuntime()?.version ?? '';
  const builder = path.join(root, 'node_modules', 'electron-builder', 'cli.js');
  const status = await child(process.execPath, [builder, ...args, `-c.electronVersion=${version}`, '--publish=never'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...more },
  });
  if (status !== 0) throw new SetupError('The program could not be packaged; the reason is above.');
}

if (isStarted(import.meta.url)) {
  await runScript(async () => {
    const args = process.argv.slice(2);
    const isRelease = args.includes('--release');
    await prepare();
    await buildApp();
    if (args.includes('--folder')) await packageForTest();
    else if (isRelease || installedRuntime()?.official) await packageRelease(args.filter((one) => one !== '--release'));
    else {
      say(`this is the fallback runtime: a test flavour is made, in ${testOutput}`);
      ensurePrograms({ '7za': 'p7zip-full' });
      await packageForTest(['deb', 'tar.gz']);
    }
    return 0;
  });
}
