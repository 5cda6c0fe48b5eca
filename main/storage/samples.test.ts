import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSamples } from './samples';
import { fakeAnalysis } from './testing/fake-analysis';

// The analysis is the test's: no runtime is needed.
vi.mock('../processes/utility', () => ({ startUtility: () => undefined }));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-samples-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const record = { id: '0123456789', title: 'Noise floor', experiment: 'noise-floor' };
function put(name: string, bytes: Buffer): void {
  writeFileSync(join(folder, name), bytes);
}

describe('the samples', () => {
  it('are opened as text that was checked', async () => {
    put('noise-floor.json.gz', gzipSync(JSON.stringify(record)));
    const found = await createSamples(folder, fakeAnalysis()).open('noise-floor');
    expect(JSON.parse(found?.text ?? '')).toEqual(record);
    expect(found?.analysis).toBeDefined();
  });

  it('give their text without having it checked', async () => {
    put('noise-floor.json.gz', gzipSync(JSON.stringify(record)));
    const samples = createSamples(folder, {
      request() {
        throw new Error('nobody is asked');
      },
    });
    expect(JSON.parse((await samples.read('noise-floor')) ?? '')).toEqual(record);
    expect(await samples.read('many-cooks')).toBeUndefined();
  });

  it('are not there where the folder or the file is missing, and no name leads out of it', async () => {
    put('noise-floor.json.gz', gzipSync('{}'));
    const samples = createSamples(folder, fakeAnalysis());
    for (const id of ['many-cooks', '../noise-floor', '', 'noise-floor.json.gz']) {
      expect(await samples.open(id)).toBeUndefined();
    }
    expect(await createSamples(join(folder, 'gone'), fakeAnalysis()).open('noise-floor')).toBeUndefined();
  });

  it('a damaged one, and one that is far too large, is refused in words', async () => {
    put('noise-floor.json.gz', Buffer.from('no archive'));
    put('many-cooks.json.gz', gzipSync(JSON.stringify(record) + ' '.repeat(65 * 2 ** 20)));
    const samples = createSamples(folder, fakeAnalysis());
    for (const id of ['noise-floor', 'many-cooks']) {
      await expect(samples.open(id)).rejects.toMatchObject({ code: 'unreadable-record' });
    }
  });
});
