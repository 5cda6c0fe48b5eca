// `node scripts/samples.mjs [id...]`: records the samples that the preview of a lesson shows, by the command line of the
// program itself: quick preset, a fixed seed, verified, compressed. Without ids: those that are not there yet.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { SetupError, root } from './common.mjs';
import { child } from './display.mjs';
import { runScript } from './prepare.mjs';

/** Any other would do; the same one shuffles the rounds of every sample alike. */
const seed = '1';
const folder = path.join(root, 'samples');

await runScript(async () => {
  const temporary = mkdtempSync(path.join(tmpdir(), 'lab-samples-'));
  try {
    const given = process.argv.slice(2);
    for (const id of given.length > 0 ? given : await missing()) await make(id, temporary);
    return 0;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
});

/** Ids that `list` names and that have no sample, in its order. */
async function missing() {
  const have = new Set(readdirSync(folder).map((name) => name.replace(/\.json\.gz$/, '')));
  const listed = (await lab(['list'])).match(/^[a-z0-9-]+$/gm) ?? [];
  return listed.filter((id) => id !== 'bench' && !have.has(id));
}

/**
 * @param {string} id
 * @param {string} temporary
 */
async function make(id, temporary) {
  const file = path.join(temporary, `${id}.json`);
  await lab(['run', id, '--preset', 'quick', '--seed', seed, '--json', file]);
  await lab(['verify', file]);
  const packed = gzipSync(readFileSync(file), { level: 9 });
  writeFileSync(path.join(folder, `${id}.json.gz`), packed);
  process.stdout.write(`samples/${id}.json.gz: ${packed.length} bytes\n`);
}

/**
 * A command of the lab. @returns what it printed
 * @param {readonly string[]} args
 */
async function lab(args) {
  let printed = '';
  const command = [path.join(root, 'scripts', 'lab.mjs'), ...args];
  const status = await child(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 2] }, ({ stdout }) => {
    stdout?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (printed += text));
  });
  if (status !== 0) throw new SetupError(`lab ${args.join(' ')} ended with ${status}: nothing was kept.\n${printed}`);
  return printed;
}
