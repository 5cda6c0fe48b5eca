import { existsSync, linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandArguments, parseCommand } from './arguments';
import { checkReportTarget, checkTargets } from './targets';
import { withControlsShown } from './visible-text';
import { UsageError } from './words';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-targets-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function asked(more: { json?: string; pdf?: string; experiments?: readonly string[]; force?: boolean }) {
  const command = parseCommand(['run', 'eggs-and-toast'], 2);
  if (command.name !== 'run') throw new Error('not a run');
  return { ...command.options, ...more };
}
const at = (name: string): string => join(folder, name);

it.each(['--list', '--doctor', '--save', '--json=x', '--no-such'])('B03 a lone switch is a usage error: %s', (one) => {
  const words = commandArguments(['electron', '.', one], process.cwd(), true);
  expect(() => parseCommand(words ?? [], 2)).toThrow(UsageError);
});

it('B05 a report that would replace an input is refused, by path, link and hard link', async () => {
  writeFileSync(at('r.json'), '{}');
  symlinkSync(at('r.json'), at('soft'));
  linkSync(at('r.json'), at('hard'));
  for (const name of ['r.json', './r.json', 'soft', 'hard'])
    await expect(checkReportTarget(join(folder, name), [at('r.json')]), name).rejects.toThrow('the same file');
  await checkReportTarget(at('r.pdf'), [at('r.json')]);
});

it('B7 --json and --pdf are not each other, also where neither is there and through a link', async () => {
  symlinkSync(at('new'), at('link'));
  for (const pdf of ['new', 'link'])
    await expect(checkTargets(asked({ json: at('new'), pdf: at(pdf) })), pdf).rejects.toThrow('the same file');
});

it('B06 places that cannot take a file are refused before the run', async () => {
  mkdirSync(at('dir'));
  symlinkSync(at('circle'), at('circle'));
  for (const [pdf, why] of [
    ['', 'empty'],
    [at('dir'), 'is a folder'],
    [at('no/such/r.pdf'), 'is not there'],
    [at('n'.repeat(256)), 'too long'],
    [at('circle'), 'circle'],
  ] as const)
    await expect(checkTargets(asked({ pdf })), why).rejects.toThrow(why);
  await checkTargets(asked({ pdf: at('n'.repeat(255)) }));
});

it('B39 a file that is not empty needs --force, and several records need a folder', async () => {
  writeFileSync(at('old.json'), 'old');
  writeFileSync(at('empty.json'), '');
  await expect(checkTargets(asked({ json: at('old.json') }))).rejects.toThrow('--force');
  await checkTargets(asked({ json: at('old.json'), force: true }));
  await checkTargets(asked({ json: at('empty.json') }));
  const two = ['eggs-and-toast', 'many-cooks'];
  await expect(checkTargets(asked({ json: at('old.json'), experiments: two }))).rejects.toThrow('need a folder');
  await checkTargets(asked({ json: at('new'), experiments: two }));
  expect(existsSync(at('new'))).toBe(true);
});

it('names and texts from files are printed with control characters shown', () => {
  expect(withControlsShown('a\u001b[31m\u009b\u202e\r\tb\n')).toBe('a\\u001b[31m\\u009b\\u202e\\u000d\tb\n');
});
