// What Electron needs from a Linux system: shared libraries, and a virtual display where there is no real one.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { alone } from './setup-lock.mjs';
import { displayAnswers } from './display.mjs';
import { SetupError, say } from './common.mjs';

const libraries = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libatk-bridge2.0-0',
  'libcups2',
  'libdrm2',
  'libxshmfence1',
  'libsecret-1-0',
  'libnotify4',
];
const virtualDisplay = ['xvfb'];
const fonts = 'fonts-dejavu-core';
const fontFolders = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  path.join(os.homedir(), '.local/share/fonts'),
  path.join(os.homedir(), '.fonts'),
];
/** The tests read the report's PDF with pdftotext, and look at the page in Debian's Chromium. */
const testPrograms = { pdftotext: 'poppler-utils', chromium: 'chromium' };

/**
 * Installs what is missing, or says what to type.
 * @param {string} executable the Electron program
 * @param {boolean} forTests also what only the tests need
 * @throws {SetupError} when something is missing and cannot be installed from here
 */
export async function ensureSystemLibraries(executable, forTests) {
  if (process.platform !== 'linux') return;
  const onScreen = await displayAnswers(process.env);
  if (!hasFonts()) await alone(installFonts);
  if (wants(executable, forTests, onScreen).packages.length === 0) return;
  await alone(() => {
    const { packages, missing, onlyDisplay } = wants(executable, forTests, onScreen);
    if (packages.length === 0) return;
    const need = `Missing on this system: ${missing.join(', ')}.`;
    if (!hasProgram('apt-get')) {
      throw new SetupError(`${need} Install it with this system's package manager, then try again.`, { onlyDisplay });
    }
    const command = `apt-get install -y --no-install-recommends ${currentNames(packages).join(' ')}`;
    if (process.getuid?.() !== 0) throw new SetupError(`${need} Type:\n\n    sudo ${command}\n`, { onlyDisplay });
    install(packages);
    const left = wants(executable, forTests, onScreen).missing;
    if (left.length > 0) throw new SetupError(`Still missing after the installation: ${left.join(', ')}.`);
  });
}

/**
 * Makes sure of programs that only some work needs.
 * @param {Readonly<Record<string, string>>} programs each with its Debian package
 * @throws {SetupError} saying what to type where they cannot be installed from here
 */
export function ensurePrograms(programs) {
  const packages = Object.keys(programs).flatMap((name) => (hasProgram(name) ? [] : [programs[name] ?? name]));
  if (packages.length === 0) return;
  if (process.getuid?.() !== 0 || !hasProgram('apt-get'))
    throw new SetupError(`Missing on this system. Type:\n\n    sudo apt-get install ${packages.join(' ')}\n`);
  install(packages);
}

/**
 * @param {string} executable
 * @param {boolean} forTests
 * @param {boolean} onScreen a display that answers
 */
function wants(executable, forTests, onScreen) {
  const ldd = spawnSync('ldd', [executable], { encoding: 'utf8' });
  // Where there is no ldd, the app itself will say what it lacks.
  const missing = [...(ldd.error ? '' : ldd.stdout).matchAll(/^\s*(\S+) => not found/gm)].map(
    (match) => match[1] ?? '',
  );
  const needsXvfb = !onScreen && !hasProgram('Xvfb');
  const needsPdftotext = forTests && !hasProgram('pdftotext');
  // Elsewhere it is what `npx playwright install chromium` gives; the test runner says so where it is missing.
  const needsChromium = forTests && isDebian() && !hasProgram('chromium');
  return {
    packages: [
      ...(missing.length > 0 ? libraries : []),
      ...(needsXvfb ? virtualDisplay : []),
      ...(needsPdftotext ? [testPrograms.pdftotext] : []),
      ...(needsChromium ? [testPrograms.chromium] : []),
    ],
    missing: [
      ...missing,
      ...(needsXvfb ? ['Xvfb (a virtual display, as there is no screen; Debian package xvfb)'] : []),
      ...(needsPdftotext ? ['pdftotext (for the tests; Debian package poppler-utils)'] : []),
      ...(needsChromium ? ['Chromium (for the tests; Debian package chromium)'] : []),
    ],
    onlyDisplay: missing.length === 0 && needsXvfb && !needsPdftotext && !needsChromium,
  };
}

/** Without any font no page is painted, whatever fonts it brings; a command that paints none does without. */
function hasFonts() {
  return fontFolders.some((folder) => {
    try {
      return readdirSync(folder, { recursive: true }).some((name) => /\.(?:ttf|otf|ttc|pf[ab])$/i.test(String(name)));
    } catch {
      return false;
    }
  });
}

function installFonts() {
  if (hasFonts()) return;
  const need = `no fonts were found: neither a window nor a report can be shown (Debian package ${fonts})`;
  if (process.getuid?.() !== 0 || !isDebian() || !hasProgram('apt-get')) {
    say(need);
    return;
  }
  try {
    install([fonts]);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
  }
  if (!hasFonts()) say(need);
}

function isDebian() {
  const about = '/etc/os-release';
  return existsSync(about) && /^ID=debian$/m.test(readFileSync(about, 'utf8'));
}

/** @param {readonly string[]} packages */
function install(packages) {
  say(`installing Debian packages: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], { stdio: ['ignore', 'ignore', 2], env })
      .status === 0;
  if (!apt('update')) say('the package lists could not be renewed; trying with those at hand');
  const names = currentNames(packages);
  if (!apt('install', '-y', '--no-install-recommends', ...names)) {
    throw new SetupError(`apt-get could not install: ${names.join(' ')}. The reason is above.`);
  }
}

/**
 * Newer releases call some of these libraries NAMEt64.
 * @param {readonly string[]} packages
 */
function currentNames(packages) {
  return packages.map((name) => (spawnSync('apt-cache', ['show', `${name}t64`]).status === 0 ? `${name}t64` : name));
}

/** @param {string} name */
function hasProgram(name) {
  return (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
