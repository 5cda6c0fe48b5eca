import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSettings } from './settings-store';

let home = '';
const problems: string[] = [];
const open = (): ReturnType<typeof openSettings> => openSettings(home, (message) => problems.push(message));

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lab-settings-'));
  problems.length = 0;
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

describe('settings', () => {
  it('start with the standard values and survive a restart', async () => {
    expect(open().read().theme).toBe('system');
    await open().change({ theme: 'dark' });
    expect(open().read()).toMatchObject({ theme: 'dark', lowerPriority: true });
    expect(problems).toEqual([]);
  });

  it('keep both of two changes made at once', async () => {
    const settings = open();
    await Promise.all([settings.change({ theme: 'light' }), settings.change({ lastPage: '/notebook' })]);
    expect(open().read()).toMatchObject({ theme: 'light', lastPage: '/notebook' });
  });

  it('set a corrupt file aside with a message and lose none of it', () => {
    writeFileSync(join(home, 'settings.json'), '{"settings": {"theme": "da');
    expect(open().read().theme).toBe('system');
    expect(problems).toHaveLength(1);
    const aside = readdirSync(home).find((name) => name.startsWith('settings.json.unreadable-'));
    expect(readFileSync(join(home, aside ?? ''), 'utf8')).toContain('"da');
  });

  it('stay in memory where nothing can be written', async () => {
    const settings = openSettings(join(home, 'missing'), (message) => problems.push(message));
    expect((await settings.change({ theme: 'dark' })).theme).toBe('dark');
    expect(settings.read().theme).toBe('dark');
    expect(problems[0]).toContain('this session only');
  });
});
