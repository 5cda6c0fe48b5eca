import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { keptFolder } from './kept-records';

const isWriting = process.env['GUARD_WRITE'] === '1';

/** A key of the catalogue of texts, which a screen shows where the words for it are missing. */
const textKey = /\b(?:app|explanation|figures|form|glossary|lesson|pages|parts|report|results)(?:\.[\w-]+){2,}/;

/**
 * Compares a text with the committed one, or writes it where `node scripts/guard.mjs --write` asked for that.
 * @param path below `fixtures/format-1/expected`, such as `noise-floor.quick/report.txt`
 */
export function expectText(path: string, text: string): void {
  const file = join(keptFolder, 'expected', path);
  const tidy = `${text
    .replaceAll('\u00a0', ' ')
    .replace(/[ \t]+$/gm, '')
    .trim()}\n`;
  expect.soft(tidy, `${path} shows a key where words should be`).not.toMatch(textKey);
  if (isWriting) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, tidy);
    return;
  }
  const expected = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const what = `${path} reads otherwise. If that is meant: node scripts/guard.mjs --write, and the commit names each loss`;
  expect.soft(tidy, what).toBe(expected);
}
