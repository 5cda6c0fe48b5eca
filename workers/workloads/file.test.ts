import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileWorkload } from './file';
import type { Marks } from './workload';

const marks: Marks = { busy: () => undefined, blocked: () => undefined, idle: () => undefined };
const step = { task: 't', kind: 'file', bytes: 300_000, seed: 1 } as const;

/** A file system of 128 KiB, where the system lets us make one; otherwise why it does not. */
function mountSmallDisk(folder: string): string | null {
  if (process.platform !== 'linux') return 'only Linux can mount a tmpfs';
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', folder], { stdio: 'pipe' });
    return null;
  } catch (error) {
    return `a small tmpfs could not be mounted: ${error instanceof Error ? error.message.trim() : String(error)}`;
  }
}

let disk = '';
let noDisk: string | null = null;
beforeAll(() => {
  disk = mkdtempSync(join(tmpdir(), 'small-disk-'));
  noDisk = mountSmallDisk(disk);
});
afterAll(() => {
  if (noDisk === null) execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

describe('a file that cannot be written', () => {
  it('says that the folder does not exist', async () => {
    const file = createFileWorkload({ worker: 'w', folder: join(disk, 'missing'), services: null });
    expect(() => file.sync(step, marks)).toThrow(expect.objectContaining({ code: 'ENOENT' }) as Error);
    await expect(file.async(step, marks, false)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('says that the disk is full, and is removed', async ({ skip }) => {
    if (noDisk !== null) skip(noDisk);
    const file = createFileWorkload({ worker: 'w', folder: disk, services: null });
    expect(() => file.sync(step, marks)).toThrow(expect.objectContaining({ code: 'ENOSPC' }) as Error);
    expect(readdirSync(disk)).toEqual([]);
    await expect(file.async(step, marks, false)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(readdirSync(disk)).toEqual([]);
    expect(file.sync({ ...step, bytes: 1000 }, marks)).toBe(await file.async({ ...step, bytes: 1000 }, marks, false));
    expect(readdirSync(disk)).toEqual([]);
  });

  it('is not one that another program has there', () => {
    const one = createFileWorkload({ worker: 'same', folder: disk, services: null });
    const other = createFileWorkload({ worker: 'same', folder: disk, services: null });
    let code: unknown;
    // In the middle of the one, with its file still there, the other wants a file of the same name.
    const nested: Marks = {
      ...marks,
      busy: () => {
        try {
          other.sync({ ...step, bytes: 10 }, marks);
        } catch (error) {
          code = (error as NodeJS.ErrnoException).code;
        }
      },
    };
    one.sync({ ...step, bytes: 10 }, nested);
    expect(code).toBe('EEXIST');
  });
});

it('gives a worker its own file names, whatever its name holds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'names-'));
  const seen: string[] = [];
  const look: Marks = { ...marks, busy: () => seen.push(...readdirSync(folder)) };
  createFileWorkload({ worker: '../threads-2/worker-1', folder, services: null }).sync({ ...step, bytes: 10 }, look);
  expect(seen).toEqual(['---threads-2-worker-1-1.bin']);
  rmSync(folder, { recursive: true });
});
