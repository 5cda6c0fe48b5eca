import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as asar from '@electron/asar';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packFlatAsar } from './flat-asar.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'flat-asar-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('writes an archive that the official reader reads back byte for byte', () => {
  const source = path.join(folder, 'source');
  const archive = path.join(folder, 'a.asar');
  mkdirSync(source);
  const files = { 'main.cjs': 'module.exports = 1;\n', 'empty.txt': '', 'words.json': '{"a":"\u00e4\u20ac"}' };
  for (const [name, body] of Object.entries(files)) writeFileSync(path.join(source, name), body);
  packFlatAsar(source, archive);
  expect(asar.listPackage(archive, { isPack: false }).sort()).toEqual(['/empty.txt', '/main.cjs', '/words.json']);
  for (const [name, body] of Object.entries(files)) expect(asar.extractFile(archive, name).toString()).toBe(body);
});
