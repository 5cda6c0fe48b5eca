import { describe, expect, it } from 'vitest';
import { runFile } from '@core/code/run-files';
import { catalogue } from '@core/experiments/catalogue';
import { parseCommand } from './arguments';
import { codeText } from './code';
import { UsageError } from './words';

const parsed = (words: string) => parseCommand(words.split(' '), 2);

describe('the words of code', () => {
  it.each([
    ['code many-cooks', 'many-cooks', 'javascript'],
    ['code many-cooks --python', 'many-cooks', 'python'],
    ['code --run-it-yourself many-cooks', 'many-cooks', 'run-it-yourself'],
    ['code workbench', 'workbench', 'javascript'],
  ])('%s', (words, experiment, shown) => {
    expect(parsed(words)).toEqual({ name: 'code', experiment, shown });
  });

  it.each([
    ['code', 'Which experiment?'],
    ['code soup', 'no experiment "soup"'],
    ['code many-cooks eggs-and-toast', 'does not take "eggs-and-toast"'],
    ['code many-cooks --java', '--java'],
    ['code many-cooks --python --run-it-yourself', 'does not go with --python'],
    ['code workbench --run-it-yourself', 'depends on what you choose'],
  ])('%s is refused, with what to type', (words, part) => {
    expect(() => parsed(words)).toThrow(UsageError);
    expect(() => parsed(words)).toThrow(part);
  });
});

describe('what code prints', () => {
  it.each([...catalogue.map(({ id }) => id), 'workbench'])('%s: every condition under its name', (id) => {
    for (const language of ['javascript', 'python'] as const) {
      const text = codeText(id, language);
      expect(text).toContain(`${language === 'python' ? '#' : '//'} ---- What these lines call`);
      expect(text).not.toMatch(/(?<!\$)\{(?:workers|inFlight|tasks|\w+Ms)\}/);
    }
    expect(codeText(id, 'python')).not.toBe(codeText(id, 'javascript'));
  });

  it('names what each piece is the code of', () => {
    const text = codeText('async-is-not-parallel', 'javascript');
    for (const name of ['Loop', 'Promise.all', 'Threads']) expect(text).toContain(`// ---- ${name}\n`);
    expect(text).not.toContain('(again)');
    expect(codeText('workbench', 'python')).toContain('asyncio.gather');
    expect(runFile('many-cooks')).toContain('worker_threads');
  });
});
