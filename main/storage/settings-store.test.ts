import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '@core/ipc/settings';
import type { Settings } from '@core/ipc/settings';
import { standardChoice } from '@core/experiments/workbench/choice';
import { openSettings } from './settings-store';

let home = '';
const problems: string[] = [];
const open = (): ReturnType<typeof openSettings> => openSettings(home, (message) => problems.push(message));

const nested = (depth: number): string => `{"settings":{"later":${'['.repeat(depth)}${']'.repeat(depth)}}}`;

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

  it.each([
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
    ['a link to a device without an end', (path: string) => symlinkSync('/dev/zero', path)],
    ['a link to itself', (path: string) => symlinkSync(path, path)],
    ['a folder', (path: string) => mkdirSync(path)],
    [
      'of 2 GB',
      (path: string) => {
        writeFileSync(path, '{');
        truncateSync(path, 2 ** 31);
      },
    ],
    ['nested a hundred thousand deep', (path: string) => writeFileSync(path, nested(100_000))],
    ['a number', (path: string) => writeFileSync(path, '-0')],
  ])('that are %s are set aside, and can be changed', async (_what, make) => {
    make(join(home, 'settings.json'));
    const settings = open();
    expect(settings.read()).toEqual(defaultSettings);
    expect(problems).toHaveLength(1);
    await settings.change({ theme: 'dark' });
    expect(open().read().theme).toBe('dark');
    expect(readdirSync(home).filter((name) => name.includes('unreadable'))).toHaveLength(1);
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read stay as they are, and are not written over', async () => {
    const path = join(home, 'settings.json');
    writeFileSync(path, JSON.stringify({ settings: { ...defaultSettings, theme: 'dark' } }), { mode: 0 });
    const settings = open();
    expect((await settings.change({ theme: 'light' })).theme).toBe('light');
    expect(problems[0]).toContain('EACCES');
    chmodSync(path, 0o600);
    expect(open().read().theme).toBe('dark');
  });

  it('stay in memory where nothing can be written', async () => {
    const settings = openSettings(join(home, 'missing'), (message) => problems.push(message));
    expect((await settings.change({ theme: 'dark' })).theme).toBe('dark');
    expect(settings.read().theme).toBe('dark');
    expect(problems[0]).toContain('this session only');
  });

  describe('of other versions', () => {
    const lesson = {
      step: 'predict',
      totalsMs: {},
      speedups: {},
      places: {},
      reason: '',
      isSkipped: false,
      form: { preset: 'quick', parameters: {}, seed: '' },
      isObserved: false,
      hasSeenExplanation: false,
      isAnalogyRevealed: false,
      changedAt: '2026-01-01T10:00:00.000Z',
    };
    const workbench = { choice: standardChoice, preset: 'quick', rounds: null };
    const write = (content: unknown): void => writeFileSync(join(home, 'settings.json'), JSON.stringify(content));
    const written = (): unknown => JSON.parse(readFileSync(join(home, 'settings.json'), 'utf8'));

    it('keep what they do not know through reading, changing and writing, at every depth', async () => {
      const newer = {
        settings: {
          theme: 'dark',
          lowerPriority: false,
          lastPage: '/notebook',
          voice: { pitch: [1, 2] },
          workbench: { ...workbench, mode: 'new', choice: { ...standardChoice, gpu: true } },
          lessons: { 'eggs-and-toast': { ...lesson, mood: 'good' }, 'Other Kind': { any: 1 } },
        },
        window: { width: 900, height: 700, maximized: false, screen: 2 },
        sync: null,
      };
      write(newer);
      const settings = open();
      expect(problems).toEqual([]);
      expect(settings.read()).toMatchObject({ theme: 'dark', lowerPriority: false });
      expect(settings.read().lessons).toEqual({ 'eggs-and-toast': lesson });
      const lessons = { 'eggs-and-toast': { ...lesson, isObserved: true } } as Settings['lessons'];
      await settings.change({ theme: 'light', lessons });
      await settings.rememberWindow({ width: 800, height: 600, maximized: true });
      expect(written()).toEqual({
        ...newer,
        settings: {
          ...newer.settings,
          theme: 'light',
          lessons: {
            'eggs-and-toast': { ...lesson, isObserved: true, mood: 'good' },
            'Other Kind': { any: 1 },
          },
        },
        window: { width: 800, height: 600, maximized: true, screen: 2 },
      });
      // What is taken away takes with it what only its owner knew.
      await open().change({ lessons: {} });
      expect(written()).toMatchObject({
        settings: { lessons: { 'Other Kind': { any: 1 } }, voice: { pitch: [1, 2] } },
      });
    });

    it.each([
      ['theme', { theme: 'sepia' }, 'theme'],
      ['a page', { lastPage: 7 }, 'lastPage'],
      ['the seconds of the monitor', { monitorSeconds: 45 }, 'monitorSeconds'],
      ['one lesson', { lessons: { a: lesson, b: { ...lesson, step: 'reflect' } } }, 'lessons.b'],
      ['the Workbench', { workbench: { ...workbench, choice: { ...standardChoice, workload: 'x' } } }, 'workbench'],
      ['a list', { workbench: { ...workbench, choice: { ...standardChoice, workers: [2, 'x'] } } }, 'workbench'],
    ])('reset a wrong value alone, and name it: %s', (_what, wrong, name) => {
      write({ settings: { theme: 'dark', lowerPriority: false, lastPage: '/notebook', welcome: 'seen', ...wrong } });
      const read = open().read();
      expect(problems).toEqual([expect.stringContaining(` under ${name}:`)]);
      expect(read).toMatchObject({ lowerPriority: false, welcome: 'seen' });
      if (name !== 'theme') expect(read.theme).toBe('dark');
      else expect(read.theme).toBe('system');
      if (name === 'lessons.b') expect(read.lessons).toEqual({ a: lesson });
    });

    it('do with what is missing, and name what is of another kind altogether', () => {
      write({ settings: {} });
      expect(open().read()).toEqual(defaultSettings);
      expect(problems).toEqual([]);
      write({ settings: [], window: 'wide' });
      expect(open().read()).toEqual(defaultSettings);
      expect(problems).toEqual([expect.stringMatching(/settings.*window|window.*settings/)]);
    });

    it.each(['[]', 'null', '7', '""', '{"__proto__": {"theme": "dark"}}'])('survive %s', (text) => {
      writeFileSync(join(home, 'settings.json'), text);
      expect(open().read()).toEqual(defaultSettings);
      expect(({} as Record<string, unknown>)['theme']).toBeUndefined();
    });
  });
});
