import { mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSavedFiles } from './saved-files';

let folder = '';
const done: string[] = [];
const opener = {
  open: (path: string) => {
    done.push(`open ${path}`);
    return Promise.resolve('');
  },
  show: (path: string) => void done.push(`show ${path}`),
};

beforeEach(() => {
  done.length = 0;
  folder = mkdtempSync(join(tmpdir(), 'saved-files-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function written(name: string, content = 'x'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('saved files', () => {
  it('opens and shows a file that was saved', async () => {
    const files = createSavedFiles(opener);
    const path = written('a.pdf');
    await files.remember(path);
    await files.reveal(path, 'open');
    await files.reveal(path, 'show');
    expect(done).toEqual([`open ${path}`, `show ${path}`]);
  });

  it('refuses a file that it has not saved, one that was changed, one that was replaced, a link and a folder', async () => {
    const files = createSavedFiles(opener);
    const [other, changed, replaced, linked] = ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'].map((name) => written(name));
    for (const path of [changed, replaced, linked, folder]) await files.remember(path ?? '');
    writeFileSync(changed ?? '', 'longer');
    renameSync(written('e'), replaced ?? '');
    rmSync(linked ?? '');
    symlinkSync(other ?? '', linked ?? '');
    for (const path of [other, changed, replaced, linked, folder, join(folder, 'gone')]) {
      await expect(files.reveal(path ?? '', 'open')).rejects.toMatchObject({ code: 'invalid-request' });
    }
    expect(done).toEqual([]);
  });

  it('shows a program in its folder and does not open it', async () => {
    const files = createSavedFiles(opener);
    const path = written('a.mjs');
    await files.remember(path);
    await expect(files.reveal(path, 'open')).rejects.toMatchObject({ code: 'invalid-request' });
    await files.reveal(path, 'show');
    expect(done).toEqual([`show ${path}`]);
  });

  it('says what the system says', async () => {
    const files = createSavedFiles({ ...opener, open: () => Promise.resolve('No application found') });
    const path = written('a.csv');
    await files.remember(path);
    await expect(files.reveal(path, 'open')).rejects.toThrow('No application found');
  });
});
