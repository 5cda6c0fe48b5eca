import { describe, expect, it, vi } from 'vitest';
import { checkInput } from './register';

vi.mock('electron', () => ({ ipcMain: {}, protocol: {} }));

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
