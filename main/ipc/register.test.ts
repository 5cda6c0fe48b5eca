import { beforeEach, describe, expect, it, vi } from 'vitest';
import { channelOf } from '@core/ipc/names';
import type { Handlers } from './register';
import { checkInput, registerCalls } from './register';

type Listener = (event: unknown, raw: unknown) => Promise<unknown>;
const listeners = vi.hoisted(() => new Map<string, Listener>());

vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, listener: Listener) => listeners.set(channel, listener) },
  protocol: {},
}));

describe('registerCalls', () => {
  const read = vi.fn(() => 'settings');
  const frame = { url: 'lab://app/index.html', origin: 'lab://app' };
  const ours = { mainFrame: frame };
  const call = (event: unknown) => listeners.get(channelOf('settings.read'))?.(event, undefined);
  const refused = { ok: false, error: { code: 'untrusted-sender' } };

  beforeEach(() => {
    read.mockClear();
    listeners.clear();
    registerCalls({ 'settings.read': read } as unknown as Handlers, (sender) => (sender as unknown) === ours, vi.fn());
  });

  it('answers the main frame of our window', async () => {
    expect(await call({ senderFrame: frame, sender: ours })).toEqual({ ok: true, value: 'settings' });
  });

  it.each([
    ['another window', { senderFrame: frame, sender: { mainFrame: frame } }],
    ['a frame inside our window', { senderFrame: { ...frame }, sender: ours }],
    ['a frame that is gone', { senderFrame: null, sender: ours }],
  ])('refuses %s before the handler sees anything', async (_name, event) => {
    expect(await call(event)).toMatchObject(refused);
    expect(read).not.toHaveBeenCalled();
  });
});

describe('checkInput', () => {
  it('passes what the contract allows', () => {
    expect(checkInput('settings.read', undefined)).toEqual({ ok: true, value: undefined });
    expect(checkInput('settings.change', { theme: 'dark' })).toEqual({ ok: true, value: { theme: 'dark' } });
    expect(checkInput('settings.change', {}).ok).toBe(true);
  });

  it.each([
    ['a date', new Date()],
    ['a map', new Map([['theme', 'dark']])],
    ['a pattern', /x/],
    ['bytes', new Uint8Array(4)],
    ['an error', new Error('x')],
    ['an array', []],
    ['null', null],
    ['text', 'dark'],
    ['a key of its own', { theme: 'dark', more: 1 }],
  ])('refuses %s as a change of settings', (_name, raw) => {
    expect(checkInput('settings.change', raw).ok).toBe(false);
  });

  it.each([
    ['text', 'x'.repeat(9_000_001)],
    ['bytes', new Uint8Array(9_000_001)],
    ['many values', Array.from({ length: 1_200_000 }, () => 0)],
  ])('refuses too much data before looking at it: %s', (_name, content) => {
    const checked = checkInput('files.saveChart', { name: 'x', kind: 'csv', content });
    expect(checked.ok ? '' : checked.reason).toContain('more data');
  });

  it('ends with an input that holds itself', () => {
    const cycle: Record<string, unknown> = {};
    cycle['id'] = cycle;
    expect(checkInput('records.open', cycle).ok).toBe(false);
  });
});
