import { spawnSync } from 'node:child_process';
import { lstat, mkdtemp, mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeWriteError, writeAtomically } from './atomic-write';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-atomic-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('writeAtomically', () => {
  it('writes, replaces, and leaves nothing else behind', async () => {
    const path = join(folder, 'a.json');
    await writeAtomically(path, 'one');
    await writeAtomically(path, 'two');
    expect(await readFile(path, 'utf8')).toBe('two');
    expect(await readdir(folder)).toEqual(['a.json']);
  });

  it('B38 writes where a link leads, also if nothing is there yet, and the link stays', async () => {
    await mkdir(join(folder, 'other'));
    const link = join(folder, 'link');
    await symlink('other/target', link);
    for (const text of ['one', 'two']) {
      await writeAtomically(link, text);
      expect(await readFile(join(folder, 'other', 'target'), 'utf8')).toBe(text);
      expect((await lstat(link)).isSymbolicLink()).toBe(true);
    }
  });

  it('B06 writes a name that is as long as it may be', async () => {
    await writeAtomically(join(folder, 'n'.repeat(255)), 'x');
    expect(await readdir(folder)).toEqual(['n'.repeat(255)]);
  });

  it('says which file cannot be written, and keeps the folder clean', async () => {
    const path = join(folder, 'missing', 'a.json');
    await expect(writeAtomically(path, 'x')).rejects.toMatchObject({ code: 'not-writable' });
    await expect(writeAtomically(path, 'x')).rejects.toThrow(path);
  });

  it('leaves the old content and no temporary file when the rename fails', async () => {
    const path = join(folder, 'target');
    await mkdir(join(path, 'is-a-folder'), { recursive: true });
    await expect(writeAtomically(path, 'x')).rejects.toMatchObject({ code: 'not-writable' });
    expect(await readdir(folder)).toEqual(['target']);
  });

  it.runIf(process.platform === 'linux')(
    'waits for the reader of a pipe, and delivers more than the pipe holds',
    async () => {
      const path = join(folder, 'pipe');
      expect(spawnSync('mkfifo', [path]).status).toBe(0);
      const content = 'x'.repeat(300_000);
      const written = writeAtomically(path, content);
      expect(await Promise.race([written, new Promise((resolve) => setTimeout(resolve, 100, 'waits'))])).toBe('waits');
      expect(await readFile(path, 'utf8')).toBe(content);
      await written;
      expect(await readdir(folder)).toEqual(['pipe']);
    },
  );

  it('writes to a device without replacing it, and names a full one', async () => {
    // A link stands in for the device, so that a defect here could only replace the link.
    const path = join(folder, 'full.json');
    await symlink('/dev/full', path);
    await expect(writeAtomically(path, 'x')).rejects.toMatchObject({ code: 'disk-full' });
    expect((await lstat(path)).isSymbolicLink()).toBe(true);
    expect(await readdir(folder)).toEqual(['full.json']);
  });

  it('tells a full disk from other causes', () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    expect(describeWriteError('/x', full).code).toBe('disk-full');
  });
});
