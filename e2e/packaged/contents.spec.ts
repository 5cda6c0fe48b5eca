import { listPackage } from '@electron/asar';
import { expect, test } from '@playwright/test';
import { lstatSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packagedFolder, requirePackagedProgram } from './program';

// Nothing is shipped by accident: every file of the package is named here, and everything named here is in it.

/** The folder beside the archive, as the runtime and we lay it out. */
const outside: readonly RegExp[] = [
  /^concurrency-lab$/,
  /^bin\/concurrency-lab$/,
  /^chrome-sandbox$/,
  /^chrome_crashpad_handler$/,
  /^chrome_\d00_percent\.pak$/,
  /^icudtl\.dat$/,
  /^lib(?:EGL|GLESv2|ffmpeg|vk_swiftshader)\.so$/,
  /^libvulkan\.so\.1$/,
  /^LICENSE\.txt$/,
  /^licenses\/(?:inter|jetbrains-mono)\.txt$/,
  /^LICENSE\.electron\.txt$/,
  /^LICENSES\.chromium\.html$/,
  /^locales\/en-US\.pak$/,
  /^resources\.pak$/,
  /^resources\/app\.asar$/,
  /^resources\/app\.asar\.unpacked\/node_modules\/@libsql\/linux-(?:x64|arm64)-gnu\/(?:index\.node|package\.json)$/,
  /^(?:snapshot_blob|v8_context_snapshot)\.bin$/,
  /^vk_swiftshader_icd\.json$/,
];
/** Made by electron-builder for installed packages, absent from a bare folder. */
const sometimesOutside: readonly RegExp[] = [/^resources\/apparmor-profile$/];

/** The archive. */
const inside: readonly RegExp[] = [
  /^package\.json$/,
  /^out\/main\/index\.cjs$/,
  /^out\/main\/licenses\.md$/,
  /^out\/main\/chunks\/[\w.-]+\.cjs$/,
  /^out\/main\/workers\/[a-z-]+\.cjs$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/(?:index|probe|report)\.html$/,
  /^out\/renderer\/licenses\.md$/,
  /^out\/renderer\/assets\/[\w.-]+\.(?:js|css|woff2)$/,
  /^samples\/[a-z-]+\.json\.gz$/,
  /^node_modules\/(?:libsql|@neon-rs\/load|detect-libc)\/(?:LICENSE[\w.-]*|package\.json|(?:dist|lib)\/[\w.-]+\.js|[\w-]+\.js)$/,
  /^node_modules\/@libsql\/linux-(?:x64|arm64)-gnu\/(?:package\.json|index\.node)$/,
];

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

const archive = join(packagedFolder, 'resources', 'app.asar');
function filesInArchive(): readonly string[] {
  const names = listPackage(archive, { isPack: false }).map((name) => name.replace(/^\//, ''));
  const folders = new Set(names.flatMap((name) => name.split('/').map((_, n, parts) => parts.slice(0, n).join('/'))));
  return names.filter((name) => !folders.has(name));
}

test.beforeAll(requirePackagedProgram);

for (const [where, files, allowed, more] of [
  ['the folder', () => filesBelow(packagedFolder), outside, sometimesOutside],
  ['the archive', filesInArchive, inside, []],
] as const) {
  test(`${where} holds what it should, and nothing else`, { tag: '@packaged' }, () => {
    const found = files();
    expect(found.filter((file) => ![...allowed, ...more].some((one) => one.test(file)))).toEqual([]);
    expect(allowed.filter((one) => !found.some((file) => one.test(file))).map(String)).toEqual([]);
  });
}

test('the code is 15 MB at most, the native binary beside it 12 MB', { tag: '@packaged' }, () => {
  const native = filesBelow(`${archive}.unpacked`)
    .filter((file) => file.endsWith('.node'))
    .map((file) => statSync(join(`${archive}.unpacked`, file)).size);
  const megabytes = (bytes: number): number => bytes / 1e6;
  expect(megabytes(statSync(archive).size)).toBeLessThan(15);
  expect(native).toHaveLength(1);
  expect(megabytes(native[0] ?? Infinity)).toBeLessThan(12);
});

test('no name has a space, and only programs may be executed', { tag: '@packaged' }, () => {
  const files = filesBelow(packagedFolder);
  expect(files.filter((file) => /\s/.test(file))).toEqual([]);
  const executable = files.filter((file) => (lstatSync(join(packagedFolder, file)).mode & 0o111) !== 0);
  expect(executable.filter((file) => !/\.(?:so(?:\.\d)?|node)$/.test(file)).sort()).toEqual([
    'bin/concurrency-lab',
    'chrome-sandbox',
    'chrome_crashpad_handler',
    'concurrency-lab',
  ]);
});

test('licences of all that is shipped are in it', { tag: '@packaged' }, () => {
  expect(readFileSync(join(packagedFolder, 'LICENSE.txt'), 'utf8')).toContain('MIT');
  for (const font of ['inter', 'jetbrains-mono'])
    expect(readFileSync(join(packagedFolder, 'licenses', `${font}.txt`), 'utf8')).toContain('SIL Open Font License');
  expect(statSync(join(packagedFolder, 'LICENSES.chromium.html')).size).toBeGreaterThan(1e6);
});
