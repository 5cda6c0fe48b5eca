import { describe, expect, it, vi } from 'vitest';
import { isTrustedFrame } from './trusted-sender';

vi.mock('electron', () => ({ protocol: {} }));

describe('isTrustedFrame', () => {
  const page = { url: 'lab://app/index.html#/experiments' };

  it('accepts the main frame of our page', () => {
    expect(isTrustedFrame(page, page)).toBe(true);
  });

  const cases: readonly (readonly [string, { url: string } | null, { url: string } | undefined])[] = [
    ['a frame that has gone', null, page],
    ['a sub-frame of our page', { ...page }, page],
    ['about:blank', { url: 'about:blank' }, undefined],
    ['another host', { url: 'lab://other/index.html' }, undefined],
    ['a name that begins like ours', { url: 'lab://app.evil/index.html' }, undefined],
    ['the web', { url: 'https://app/index.html' }, undefined],
    ['no address', { url: '' }, undefined],
  ];
  it.each(cases)('refuses %s', (_name, frame, main) => {
    expect(isTrustedFrame(frame, main ?? frame ?? page)).toBe(false);
  });
});
