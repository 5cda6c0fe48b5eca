// Manifests for winget, Homebrew and Flathub, from package.json, electron-builder's names and the files of one release, and the
// description that the program asks for: `node scripts/channels.mjs FOLDER` writes them beside the files, with their checksums.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runScript } from './prepare.mjs';
import { SetupError, isStarted, readJson, root } from './common.mjs';

/**
 * @typedef {object} Product
 * @property {string} version
 * @property {string} summary
 * @property {string} homepage without a slash at its end
 * @property {string} license
 */

/**
 * Files of a release: by end of their names, their checksums (SHA-256, hex).
 * @typedef {ReadonlyMap<string, string>} Sums
 */

const id = 'org.concurrencylab.app';

/** @returns {Product} */
export function product() {
  const { version, description, homepage, license } = /** @type {Record<string, string>} */ (
    readJson(path.join(root, 'package.json'))
  );
  return { version: version ?? '', summary: description ?? '', homepage: homepage ?? '', license: license ?? '' };
}

/**
 * @param {Product} of
 * @param {Sums} sums
 * @param {string} name of the file
 */
function fileOf({ version, homepage }, sums, name) {
  const sum = sums.get(name);
  if (sum === undefined) throw new SetupError(`The release has no file ${name}.`);
  return { url: `${homepage}/releases/download/v${version}/${name}`, sum };
}

/**
 * The manifests by file name.
 * @param {Product} of
 * @param {Sums} sums
 * @returns {Readonly<Record<string, string>>}
 * @throws {SetupError} naming a file that the release lacks
 */
export function manifests(of, sums) {
  const { version, summary, homepage, license } = of;
  const base = `concurrency-lab-${version}`;
  const setup = fileOf(of, sums, `${base}-x64-setup.exe`);
  const dmg = { arm64: fileOf(of, sums, `${base}-arm64.dmg`), x64: fileOf(of, sums, `${base}-x64.dmg`) };
  const archive = { x64: fileOf(of, sums, `${base}-x64.tar.gz`), arm64: fileOf(of, sums, `${base}-arm64.tar.gz`) };
  const winget = `PackageIdentifier: ConcurrencyLab.ConcurrencyLab\nPackageVersion: ${version}\n`;
  const wingetEnd = (/** @type {string} */ type) => `ManifestType: ${type}\nManifestVersion: 1.6.0\n`;
  return {
    'ConcurrencyLab.ConcurrencyLab.yaml': `${winget}DefaultLocale: en-US\n${wingetEnd('version')}`,
    'ConcurrencyLab.ConcurrencyLab.locale.en-US.yaml': `${winget}PackageLocale: en-US
Publisher: Concurrency Lab contributors
PackageName: Concurrency Lab
PackageUrl: ${homepage}
License: ${license}
ShortDescription: ${JSON.stringify(summary)}
${wingetEnd('defaultLocale')}`,
    'ConcurrencyLab.ConcurrencyLab.installer.yaml': `${winget}InstallerType: nullsoft
Scope: user
FileExtensions: [labrun]
Installers:
  - Architecture: x64
    InstallerUrl: ${setup.url}
    InstallerSha256: '${setup.sum.toUpperCase()}'
${wingetEnd('installer')}`,
    'concurrency-lab.rb': `cask "concurrency-lab" do
  arch arm: "arm64", intel: "x64"

  version "${version}"
  sha256 arm:   "${dmg.arm64.sum}",
         intel: "${dmg.x64.sum}"

  url "${homepage}/releases/download/v#{version}/concurrency-lab-#{version}-#{arch}.dmg"
  name "Concurrency Lab"
  desc ${JSON.stringify(summary.slice(0, 78).replace(/\s+\S*$/, ''))}
  homepage "${homepage}"

  app "concurrency-lab.app"

  # Records stay unless they are asked for.
  zap trash: "~/Library/Application Support/Concurrency Lab"
end
`,
    [`${id}.yml`]: `id: ${id}
runtime: org.freedesktop.Platform
runtime-version: '24.08'
sdk: org.freedesktop.Sdk
base: org.electronjs.Electron2.BaseApp
base-version: '24.08'
command: concurrency-lab
# No network but the loopback of its own experiments; the host's files only through portals.
finish-args: [--share=ipc, --socket=x11, --socket=wayland, --device=dri]
modules:
  - name: concurrency-lab
    buildsystem: simple
    build-commands:
      - mkdir -p /app/lab && cp -a . /app/lab
      # Flatpak forbids user namespaces; zypak gives Chromium Flatpak's own sandbox instead.
      - install -D concurrency-lab.sh /app/bin/concurrency-lab
    sources:
      - { type: archive, only-arches: [x86_64], url: '${archive.x64.url}', sha256: '${archive.x64.sum}' }
      - { type: archive, only-arches: [aarch64], url: '${archive.arm64.url}', sha256: '${archive.arm64.sum}' }
      - type: script
        dest-filename: concurrency-lab.sh
        commands: ['exec zypak-wrapper /app/lab/concurrency-lab "$@"']
`,
  };
}

/**
 * `latest.yml`, which the program reads when a person looks for a new version: the fields that it uses of electron-builder's own.
 * @param {string} version
 * @param {string} changelog Markdown; its section of that version is what a person reads
 * @param {Date} now
 * @throws {SetupError} if there is no such section
 */
export function releaseDescription(version, changelog, now) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split(/\s/, 1)[0]?.replace(/^\[(.*)\]$/, '$1') === version);
  if (section === undefined) throw new SetupError(`CHANGELOG.md has no section "## ${version}".`);
  const notes = section.slice(section.indexOf('\n') + 1).trim();
  // A string of JSON is one of YAML, too.
  return `version: ${version}\nreleaseDate: '${now.toISOString()}'\nreleaseNotes: ${JSON.stringify(notes)}\n`;
}

/** @param {string} folder @returns {Sums} of every file in it */
export function sumsOf(folder) {
  const sumOf = (/** @type {string} */ name) =>
    createHash('sha256')
      .update(readFileSync(path.join(folder, name)))
      .digest('hex');
  return new Map(readdirSync(folder).map((name) => [name, sumOf(name)]));
}

if (isStarted(import.meta.url)) {
  await runScript(() => {
    const [folder] = process.argv.slice(2);
    if (folder === undefined || !existsSync(folder)) throw new SetupError('Type: node scripts/channels.mjs FOLDER');
    const of = product();
    const changelog = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
    const files = {
      ...manifests(of, sumsOf(folder)),
      'latest.yml': releaseDescription(of.version, changelog, new Date()),
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    return Promise.resolve(0);
  });
}
