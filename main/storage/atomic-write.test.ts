import { mkdtemp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
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

  it('tells a full disk from other causes', () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    expect(describeWriteError('/x', full).code).toBe('disk-full');
  });
});
