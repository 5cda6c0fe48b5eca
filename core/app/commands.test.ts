import { describe, expect, it } from 'vitest';
import { translate } from '../texts/translate';
import { appCommands, keyOf, namePathOf, pageOfCommand } from './commands';
import { mainPages, pages } from './pages';

describe('pages and commands', () => {
  it('give every page a path, and in the catalogue a name, of its own', () => {
    expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
    expect(new Set(pages.map(({ id }) => translate(`app.page.${id}`))).size).toBe(pages.length);
  });

  it('number the pages in the order of the sidebar, without a gap', () => {
    const numbers = mainPages.map(({ id }) => keyOf(id)).filter((key) => /^\d$/.test(key));
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)));
    expect(numbers).toHaveLength(mainPages.length - 1);
    expect(keyOf('settings')).toBe(',');
  });

  it('give every command a key of its own and a name', () => {
    const keys = appCommands.map(keyOf);
    expect(keys).not.toContain('');
    expect(new Set(keys).size).toBe(keys.length);
    for (const command of appCommands) expect(translate(namePathOf(command))).not.toBe('');
  });

  it('go to the page of that name, and to none for another command', () => {
    expect(pageOfCommand('claims')?.path).toBe('/claims');
    expect(pageOfCommand('cancel')).toBeUndefined();
  });
});
