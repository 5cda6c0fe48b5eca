import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readNamedText, readStream } from './named-text';

const patience = { writerMs: 300, firstMs: 1_500, nextMs: 300, wholeMs: 3_000 };
const most = 1_000_000;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-named-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function pipe(): string {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  return path;
}

/** A program that writes into the pipe; it is ended after the reading, however that came out. */
async function whileWriting<T>(script: string, path: string, read: () => Promise<T>): Promise<T> {
  const writer = spawn('bash', ['-c', script, 'bash', path], { stdio: 'ignore' });
  try {
    return await read();
  } finally {
    writer.kill('SIGKILL');
  }
}

describe.skipIf(process.platform === 'win32')('what a person names', () => {
  it('may be a pipe whose writer takes its time before the first byte', async () => {
    const path = pipe();
    const text = await whileWriting('exec > "$1"; sleep 0.8; echo text', path, () =>
      readNamedText(path, most, patience),
    );
    expect(text).toBe('text\n');
  });

  it('is given up where nobody writes, where nothing comes, and where it stops in the middle', async () => {
    const path = pipe();
    await expect(readNamedText(path, most, patience)).rejects.toMatchObject({ code: 'unreadable-record' });
    for (const script of ['exec > "$1"; sleep 9', 'exec > "$1"; printf half; sleep 9']) {
      const startMs = performance.now();
      const given = whileWriting(script, path, () => readNamedText(path, most, patience));
      await expect(given).rejects.toThrow(/given up/);
      expect(performance.now() - startMs).toBeLessThan(5_000);
    }
  });

  it('is given up after a time where it goes on for ever, a byte now and then', async () => {
    const path = pipe();
    const drip = 'exec > "$1"; while :; do printf x; sleep 0.1; done';
    await expect(whileWriting(drip, path, () => readNamedText(path, most, patience))).rejects.toThrow(/3 s/);
  });

  it('is refused where it is too large, a folder or a socket', async () => {
    await expect(readNamedText('/dev/zero', most, patience)).rejects.toMatchObject({ code: 'too-large' });
    await expect(readNamedText(folder, most, patience)).rejects.toThrow('It is a folder');
    const path = join(folder, 'socket');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    await expect(readNamedText(path, most, patience)).rejects.toThrow('It is a socket');
    server.close();
  });

  it('is empty where the null device is named, at once', async () => {
    expect(await readNamedText('/dev/null', most, patience)).toBe('');
    writeFileSync(join(folder, 'file'), 'text');
    expect(await readNamedText(join(folder, 'file'), most, patience)).toBe('text');
  });
});

describe('the standard input', () => {
  it('is read to its end', async () => {
    const stream = new PassThrough();
    stream.write('a');
    stream.end('b');
    expect((await readStream(stream, most, patience)).toString()).toBe('ab');
  });

  it('is given up where nothing comes, where it stops, where it never ends, and refused where it is too large', async () => {
    await expect(readStream(new PassThrough(), most, patience)).rejects.toThrow('Nothing came out of it');
    const half = new PassThrough();
    half.write('half');
    await expect(readStream(half, most, patience)).rejects.toThrow('without a further byte');
    const endless = new PassThrough();
    const drip = setInterval(() => endless.write('x'), 50);
    await expect(readStream(endless, most, { ...patience, wholeMs: 600 })).rejects.toThrow('given up');
    clearInterval(drip);
    expect(endless.destroyed).toBe(true);
    const large = new PassThrough();
    large.end(Buffer.alloc(20));
    await expect(readStream(large, 10, patience)).rejects.toMatchObject({ code: 'too-large' });
  });
});
