import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hasFonts } from './fonts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fonts-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it.runIf(process.platform === 'linux')('finds a font in a folder of a folder, also through a link', () => {
  mkdirSync(join(folder, 'a', 'truetype', 'dejavu'), { recursive: true });
  expect(hasFonts([join(folder, 'a')])).toBe(false);
  writeFileSync(join(folder, 'a', 'truetype', 'dejavu', 'fonts.dir'), '');
  expect(hasFonts([join(folder, 'a')])).toBe(false);
  writeFileSync(join(folder, 'a', 'truetype', 'dejavu', 'Sans.TTF'), '');
  expect(hasFonts([join(folder, 'no'), join(folder, 'a')])).toBe(true);
  mkdirSync(join(folder, 'b'));
  symlinkSync(join(folder, 'a'), join(folder, 'b', 'link'));
  expect(hasFonts([join(folder, 'b')])).toBe(true);
});

it.runIf(process.platform === 'linux')('a link to itself is no font and no endless way', () => {
  symlinkSync(folder, join(folder, 'again'));
  expect(hasFonts([folder])).toBe(false);
});
