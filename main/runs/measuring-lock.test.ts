import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeMeasuringLock } from './measuring-lock';
import { ownIdentity } from './process-identity';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('measuring lock', () => {
  it('is held by one, says by whom, and is free again after release', () => {
    const lock = takeMeasuringLock('eggs-and-toast in the window', path);
    expect(() => takeMeasuringLock('another', path)).toThrow(/eggs-and-toast in the window, process \d+, since \d{4}-/);
    lock.release();
    takeMeasuringLock('another', path).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken over from a process that has ended', () => {
    const dead = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(path, JSON.stringify({ ...ownIdentity('dead'), pid: dead.pid, processStart: null }));
    takeMeasuringLock('next', path).release();
    expect(existsSync(path)).toBe(false);
  });

  it('is taken over when its pid belongs to a later process', () => {
    writeFileSync(path, JSON.stringify({ ...ownIdentity('earlier'), processStart: '1' }));
    takeMeasuringLock('next', path).release();
  });

  it('is taken over when it cannot be read', () => {
    writeFileSync(path, '{"pid":');
    utimesSync(path, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
    takeMeasuringLock('next', path).release();
  });

  it('is not released by one that does not hold it', () => {
    const lock = takeMeasuringLock('first', path);
    writeFileSync(path, JSON.stringify({ ...ownIdentity('other'), pid: 1 }));
    lock.release();
    expect(existsSync(path)).toBe(true);
  });
});
