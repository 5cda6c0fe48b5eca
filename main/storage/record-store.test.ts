import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { symlinkSync, truncateSync, utimesSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FoundRecords } from '@core/ipc/payloads';
import type { SealedRecord } from '@core/protocol/analysis';
import type { UnlistedFile } from './file-notices';
import { unlistedText } from './file-notices';
import { openFolders } from './folders';
import type { Folders } from './folders';
import { createRecordStore } from './record-store';
import type { RecordStore } from './record-store';
import { fakeAnalysis, idOf } from './testing/fake-analysis';
import type { FakeAnalysis, SmallRecord } from './testing/fake-analysis';

// The store's processes are the test's: no runtime is needed.
vi.mock('../processes/utility', () => ({ startUtility: () => undefined }));

let home = '';
let folders: Folders;
let analysis: FakeAnalysis;
let reader: FakeAnalysis;
let store: RecordStore;
let found: FoundRecords[] = [];
let unlisted: UnlistedFile[] = [];
let heldSaved: string[] = [];
let settled = 0;

function openStore(program = '1.0.0', calm?: Promise<void>): void {
  analysis = fakeAnalysis();
  reader = fakeAnalysis();
  [found, unlisted, heldSaved, settled] = [[], [], [], 0];
  store = createRecordStore(
    { folders, analysis, createAnalysis: () => reader, program, ...(calm && { calm }) },
    {
      onFound: (one) => found.push(one),
      onSettled: () => (settled += 1),
      onUnlisted: (files) => unlisted.push(...files),
      onHeldSaved: (id) => heldSaved.push(id),
    },
  );
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lab-store-'));
  folders = openFolders(home);
  openStore();
});
afterEach(async () => {
  await store.close();
  rmSync(home, { recursive: true, force: true });
});

function put(file: string, record: SmallRecord | string): string {
  const path = join(folders.records, file);
  writeFileSync(path, typeof record === 'string' ? record : JSON.stringify(record));
  return path;
}

const putNumber = (n: number, more: Partial<SmallRecord> = {}): string =>
  put(`${idOf(n)}.json`, { id: idOf(n), ...more });

async function allRows(): Promise<readonly string[]> {
  await store.whenRead();
  return (await store.list()).rows.map(({ id, file }) => file ?? id);
}

const sealed = (n: number): SealedRecord =>
  ({
    text: JSON.stringify({ id: idOf(n) }),
    record: { id: idOf(n), plan: { experiment: 'noise-floor' } },
    analysis: {},
    summarised: { summary: { id: idOf(n), startedAt: '2026-02-01' }, source: { id: idOf(n) } },
  }) as unknown as SealedRecord;

describe('the list', () => {
  it('comes at once and fills; the next start knows it all without reading', async () => {
    for (let n = 1; n <= 30; n++) putNumber(n);
    expect(await store.list()).toEqual({ rows: [], reading: { done: 0, total: 30 } });
    expect(await allRows()).toHaveLength(30);
    expect(found.flatMap(({ rows }) => rows)).toHaveLength(30);
    expect(found.at(-1)?.reading).toBeNull();
    expect(settled).toBe(1);
    expect(await store.claimSources()).toHaveLength(30);
    await store.close();

    openStore();
    const again = await store.list();
    expect(again.rows).toHaveLength(30);
    expect(again.reading).toBeNull();
    expect(await store.claimSources()).toHaveLength(30);
    expect(reader.summarised).toEqual([]);
  });

  it('reads small files first, of those the newest, and large ones by size', async () => {
    for (const n of [1, 2]) putNumber(n);
    putNumber(3, { title: 'x'.repeat(3 * 2 ** 20) });
    putNumber(4, { title: 'x'.repeat(2 * 2 ** 20) });
    await allRows();
    expect(reader.summarised).toEqual([2, 1, 4, 3].map(idOf));
  });

  it('finds a file that was changed, added or deleted', async () => {
    const path = putNumber(1, { title: 'old' });
    putNumber(2);
    await allRows();
    putNumber(1, { title: 'a new one' });
    putNumber(3);
    rmSync(join(folders.records, `${idOf(2)}.json`));
    await store.whenRead();
    const { rows } = await store.list();
    expect(rows.map(({ id }) => id).sort()).toEqual([idOf(1), idOf(3)]);
    expect(rows.find(({ id }) => id === idOf(1))?.title).toBe('a new one');
    expect(existsSync(path)).toBe(true);
  });

  it('finds content that was changed under the same size and time', async () => {
    const path = putNumber(1, { title: 'aaaa' });
    await allRows();
    await store.close();
    const { atime, mtime } = statSync(path);
    put(`${idOf(1)}.json`, JSON.stringify({ id: idOf(1), title: 'bbbb' }));
    utimesSync(path, atime, mtime);
    openStore();
    expect((await store.list()).rows[0]?.title).toBe('aaaa');
    await expect.poll(() => found.flatMap(({ rows }) => rows)[0]?.title).toBe('bbbb');
    expect(settled).toBe(1);
  });

  it('reads everything anew where the cache is damaged, foreign or of another version', async () => {
    putNumber(1);
    await allRows();
    await store.close();
    const cache = readFileSync(folders.summaries, 'utf8');
    for (const text of ['', 'x', '{}\n', cache.slice(0, -9), cache.replace('A run', 'B run'), '\0'.repeat(500)]) {
      writeFileSync(folders.summaries, text);
      openStore();
      expect(await allRows(), text.slice(0, 20)).toEqual([idOf(1)]);
      expect(reader.summarised).toHaveLength(1);
      await store.close();
    }
    openStore('1.0.1');
    await allRows();
    expect(reader.summarised).toHaveLength(1);
  });

  it.skipIf(process.platform === 'win32')('comes also where the cache is a pipe, a folder or a device', async () => {
    putNumber(1);
    for (const make of [
      () => execFileSync('mkfifo', [folders.summaries]),
      () => mkdirSync(folders.summaries),
      () => symlinkSync('/dev/zero', folders.summaries),
    ]) {
      await store.close();
      rmSync(folders.summaries, { recursive: true, force: true });
      make();
      openStore();
      expect(await allRows()).toEqual([idOf(1)]);
    }
  });

  it('reads the newest ones at once, and the others when the window has been painted', async () => {
    for (let n = 1; n <= 30; n++) putNumber(n);
    await store.close();
    let calmDown = (): void => undefined;
    openStore('1.0.0', new Promise((resolve) => (calmDown = resolve)));
    expect((await store.list()).reading?.total).toBe(30);
    await expect.poll(() => reader.summarised.length).toBeGreaterThanOrEqual(8);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(reader.summarised.length).toBeLessThan(12);
    expect(reader.summarised).toContain(idOf(30));
    calmDown();
    expect(await allRows()).toHaveLength(30);
  });

  it('ends also if the window was never painted', async () => {
    for (let n = 1; n <= 30; n++) putNumber(n);
    await store.close();
    openStore('1.0.0', new Promise(() => undefined));
    await store.list();
    await store.close();
    expect(reader.summarised.length).toBeLessThan(12);
  });

  it('rests while a run is measured, and reads on after it', async () => {
    putNumber(1, { fails: 'hangs' });
    await store.list();
    await expect.poll(() => found.length).toBe(0);
    store.rest(true);
    putNumber(2);
    await store.list();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(reader.summarised).toEqual([]);
    putNumber(1);
    store.rest(false);
    expect([...(await allRows())].sort()).toEqual([idOf(1), idOf(2)]);
    expect(unlisted).toEqual([]);
  });
});

describe('a file that fails', () => {
  it('B1 fails alone: what is no record is set aside, what may be one stays, each is named once', async () => {
    putNumber(1);
    putNumber(2, { fails: 'hash' });
    putNumber(3, { fails: 'throws' });
    putNumber(4, { fails: 'newer-schema' });
    put(`${idOf(5)}.json`, '[[[');
    mkdirSync(join(folders.records, `${idOf(6)}.json`));
    symlinkSync(join(folders.records, 'loop.json'), join(folders.records, 'loop.json'));
    symlinkSync(join(home, 'unmounted.json'), join(folders.records, 'link.json'));
    expect(await allRows()).toEqual([idOf(1)]);
    expect(await allRows()).toEqual([idOf(1)]);
    expect(await store.claimSources()).toHaveLength(1);
    const names = (isMoved: boolean): readonly string[] =>
      unlisted.filter(({ movedTo }) => (movedTo !== undefined) === isMoved).map(({ file }) => file);
    expect([...names(true)].sort()).toEqual([2, 5, 6].map((n) => `${idOf(n)}.json`).concat('loop.json'));
    expect([...names(false)].sort()).toEqual([3, 4].map((n) => `${idOf(n)}.json`).concat('link.json'));
    expect(readdirSync(folders.setAside)).toHaveLength(4);
  });

  it('M2 is named as too large before it is read', async () => {
    const path = putNumber(1);
    truncateSync(path, 64 * 2 ** 20 + 1);
    putNumber(2);
    expect(await allRows()).toEqual([idOf(2)]);
    expect(unlisted).toEqual([
      { file: `${idOf(1)}.json`, reason: 'It has 65 MB, and files larger than 64 MB are not read.' },
    ]);
    expect(existsSync(path)).toBe(true);
  });

  it.skipIf(process.getuid?.() === 0)('stays where it may not be read, and comes back', async () => {
    const path = putNumber(1);
    chmodSync(path, 0);
    expect(await allRows()).toEqual([]);
    expect(unlisted).toHaveLength(1);
    chmodSync(path, 0o600);
    expect(await allRows()).toEqual([idOf(1)]);
  });

  it('300 of them are one line', () => {
    const files = Array.from({ length: 300 }, (_, n) => ({
      file: `${n}.json`,
      reason: 'It is no JSON.',
      movedTo: 'x',
    }));
    expect(unlistedText(files, '/d/set-aside', true)).toBe(
      '300 files could not be read and were set aside in /d/set-aside: 0.json, 1.json, 2.json and 297 more. The first: It is no JSON.',
    );
  });
});

describe('a file of another name', () => {
  it('is listed, opened, changed, removed and brought back under its own name; two with one id are both there', async () => {
    putNumber(1, { title: 'first' });
    put('a copy.json', { id: idOf(1), title: 'second' });
    put(`${idOf(3)}.json`, { id: idOf(2) });
    expect([...(await allRows())].sort()).toEqual([idOf(1), `${idOf(3)}.json`, 'a copy.json']);
    expect((await store.claimSources()).map(({ title }) => title).sort()).toEqual(['A run', 'first']);
    expect((await store.open('a copy.json')).text).toContain('second');
    expect((await store.open(idOf(1))).text).toContain('first');
    expect((await store.open(idOf(2))).text).toContain(idOf(2));
    expect(await store.annotate('a copy.json', { title: 'third' })).toMatchObject({ file: 'a copy.json' });
    expect(readFileSync(join(folders.records, 'a copy.json'), 'utf8')).toContain('third');
    expect((await store.open(idOf(1))).text).toContain('first');
    await store.remove('a copy.json');
    expect([...(await allRows())].sort()).toEqual([idOf(1), `${idOf(3)}.json`]);
    await store.restore('a copy.json');
    expect(await allRows()).toContain('a copy.json');
  });

  it('leads to nothing outside the folder', async () => {
    for (const name of ['../settings.json', '/etc/x.json', 'set-aside', '..', 'none.json'])
      await expect(store.open(name)).rejects.toMatchObject({ code: 'no-such-record' });
  });

  it('never takes the place of another', async () => {
    putNumber(1, { title: 'first' });
    await store.remove(idOf(1));
    putNumber(1, { title: 'second' });
    await expect(store.restore(idOf(1))).rejects.toThrow('Remove it first');
    await store.remove(idOf(1));
    expect(readdirSync(folders.removed)).toHaveLength(2);
    await store.restore(idOf(1));
    expect((await store.open(idOf(1))).text).toContain('second');
  });
});

describe('a record from elsewhere', () => {
  const text = JSON.stringify({ id: idOf(1), title: 'from elsewhere' });
  const recordNames = (): readonly string[] => readdirSync(folders.records).filter((name) => name.endsWith('.json'));

  it('gets the file of its id, is listed, and is not stored twice', async () => {
    expect(await store.adopt(text)).toEqual({ name: idOf(1), isNew: true });
    expect(await store.adopt(text)).toEqual({ name: idOf(1), isNew: false });
    expect(recordNames()).toEqual([`${idOf(1)}.json`]);
    expect((await store.open(idOf(1))).text).toBe(text);
    expect(await allRows()).toEqual([idOf(1)]);
  });

  it('lies beside another one with its id, which stays as it is', async () => {
    const path = putNumber(1, { title: 'mine' });
    const mine = readFileSync(path, 'utf8');
    const { name, isNew } = await store.adopt(text);
    expect(isNew).toBe(true);
    expect(name).toMatch(new RegExp(`^${idOf(1)}-[0-9a-f]{8}\\.json$`));
    expect(await store.adopt(text)).toEqual({ name, isNew: false });
    expect(readFileSync(path, 'utf8')).toBe(mine);
    expect((await store.open(name)).text).toBe(text);
    expect(await allRows()).toHaveLength(2);
  });

  it.each(['not-json', 'hash', 'newer-schema'] as const)(
    'is refused if it is %s, and nothing is stored',
    async (fails) => {
      await expect(store.adopt(JSON.stringify({ id: idOf(1), fails }))).rejects.toThrow(`It is ${fails}.`);
      expect(recordNames()).toEqual([]);
    },
  );
});

describe('a folder that goes away', () => {
  it('is made again at the next save', async () => {
    rmSync(home, { recursive: true });
    expect(await store.list()).toEqual({ rows: [], reading: null });
    const path = await store.save(sealed(1));
    expect(existsSync(path)).toBe(true);
    expect(await allRows()).toEqual([idOf(1)]);
  });

  it('and cannot be made: the record is held in memory, can be opened, and is saved as soon as that is possible', async () => {
    rmSync(home, { recursive: true });
    writeFileSync(home, 'a file in its place');
    await expect(store.save(sealed(1))).rejects.toMatchObject({ code: 'not-writable' });
    store.hold(sealed(1));
    expect((await store.open(idOf(1))).text).toBe(sealed(1).text);
    expect((await store.list().catch(() => undefined))?.rows.map(({ id }) => id) ?? [idOf(1)]).toEqual([idOf(1)]);
    rmSync(home);
    expect((await store.list()).rows.map(({ id }) => id)).toEqual([idOf(1)]);
    expect(heldSaved).toEqual([idOf(1)]);
    expect(readdirSync(folders.records)).toContain(`${idOf(1)}.json`);
  });
});
