#!/usr/bin/env node
// Stands in for the program `fpm`, which electron-builder downloads from where it cannot always be had. It understands what
// that caller passes for `-s dir -t deb` (CUSTOM_FPM_PATH), and leaves the archive itself to dpkg-deb.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';

const text = /** @type {const} */ ({ type: 'string' });
const list = /** @type {const} */ ({ type: 'string', multiple: true });
const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    source: { ...text, short: 's' },
    target: { ...text, short: 't' },
    force: { type: 'boolean' },
    depends: { ...list, short: 'd' },
    'deb-recommends': list,
    'deb-compression': text,
    'deb-priority': text,
    architecture: text,
    'after-install': text,
    'after-remove': text,
    description: text,
    version: text,
    package: text,
    name: text,
    maintainer: text,
    vendor: text,
    url: text,
    category: text,
    license: text,
  },
});

/** @param {string} name @returns {string} @throws Error if the caller left it out */
function need(name) {
  const value = /** @type {Record<string, unknown>} */ (given)[name];
  if (typeof value !== 'string') throw new Error(`--${name} is missing`);
  return value;
}

/** What the caller puts where, in a folder laid out as the target's root. */
function lay(/** @type {string} */ stage) {
  for (const entry of positionals) {
    const at = entry.lastIndexOf('=');
    const to = path.join(stage, entry.slice(at + 1));
    mkdirSync(path.dirname(to), { recursive: true });
    cpSync(entry.slice(0, at), to, { recursive: true, verbatimSymlinks: true });
  }
  const doc = path.join(stage, 'usr/share/doc', need('name'));
  mkdirSync(doc, { recursive: true });
  const date = new Date(0).toUTCString().replace('GMT', '+0000');
  const entry = `${need('name')} (${need('version')}) unstable; urgency=medium\n\n  * See CHANGELOG.md of the project.\n\n -- ${need('maintainer')}  ${date}\n`;
  writeFileSync(path.join(doc, 'changelog.gz'), gzipSync(entry, { level: 9 }));
}

/**
 * Every file below a folder, with its checksum; and gives each the mode that it has on every machine, whatever mask the builder
 * had.
 * @param {string} stage
 */
function contents(stage) {
  let bytes = 0;
  /** @type {string[]} */
  const sums = [];
  const walk = (/** @type {string} */ folder) => {
    for (const name of readdirSync(folder).sort()) {
      const file = path.join(folder, name);
      const stat = lstatSync(file);
      if (stat.isDirectory()) {
        chmodSync(file, 0o755);
        walk(file);
      } else if (stat.isFile()) {
        chmodSync(file, (stat.mode & 0o111) === 0 || file.endsWith('.so') || file.endsWith('.node') ? 0o644 : 0o755);
        bytes += stat.size;
        sums.push(`${createHash('md5').update(readFileSync(file)).digest('hex')}  ${path.relative(stage, file)}`);
      }
    }
  };
  walk(stage);
  return { kilobytes: Math.ceil(bytes / 1024), sums };
}

function control(/** @type {number} */ kilobytes) {
  const [synopsis = '', ...body] = need('description').split('\n');
  const field = (/** @type {string} */ key, /** @type {string | undefined} */ value) =>
    value ? [`${key}: ${value}`] : [];
  return [
    `Package: ${need('name')}`,
    `Version: ${need('version')}`,
    `Architecture: ${need('architecture')}`,
    `Maintainer: ${need('maintainer')}`,
    `Installed-Size: ${kilobytes}`,
    ...field('Homepage', given.url),
    ...field('Section', given.category),
    ...field('Priority', given['deb-priority']),
    ...field('Depends', given.depends?.join(', ')),
    ...field('Recommends', given['deb-recommends']?.join(', ')),
    `Description: ${synopsis.trim()}`,
    ...body.map((line) => (line.trim() === '' ? ' .' : ` ${line.trim()}`)),
    '',
  ].join('\n');
}

if (given.source !== 'dir' || given.target !== 'deb') throw new Error('only "-s dir -t deb" is understood');
const stage = mkdtempSync(path.join(tmpdir(), 'concurrency-lab-deb-'));
try {
  chmodSync(stage, 0o755);
  lay(stage);
  const { kilobytes, sums } = contents(stage);
  const about = path.join(stage, 'DEBIAN');
  mkdirSync(about);
  writeFileSync(path.join(about, 'control'), control(kilobytes));
  writeFileSync(path.join(about, 'md5sums'), `${sums.join('\n')}\n`);
  for (const [script, name] of /** @type {const} */ ([
    [given['after-install'], 'postinst'],
    [given['after-remove'], 'postrm'],
  ])) {
    if (script) writeFileSync(path.join(about, name), readFileSync(script), { mode: 0o755 });
  }
  // Quick rather than small: what is built with this stand-in is for tests.
  const built = spawnSync('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z1', '--build', stage, need('package')], {
    stdio: ['ignore', 2, 2],
  });
  process.exitCode = built.status ?? 1;
} finally {
  rmSync(stage, { recursive: true, force: true });
}
