import { requesting } from '../../../code/pieces';
import { joined, source } from '../../../code/source';
import type { ExperimentCode } from '../../../code/types';

const hashing = source(
  `
import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
const hash = promisify(pbkdf2);
const tasks = Array.from({ length: 16 }, (_, n) => \`salt \${n}\`);
const start = (salt) => hash('eggs', salt, 20_000, 32, 'sha256');`,
  `
import hashlib
tasks = [f"salt {n}".encode() for n in range(16)]

def start(salt):  # hashlib lets the GIL go while it hashes
    return hashlib.pbkdf2_hmac("sha256", b"eggs", salt, 20_000)`,
);

const zipping = source(
  `
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
const zip = promisify(deflate);
const text = Buffer.from('eggs and toast '.repeat(30_000));
const tasks = Array.from({ length: 16 }, (_, n) => text.subarray(n));
const start = (part) => zip(part);`,
  `
import zlib
text = b"eggs and toast " * 30_000
tasks = [text[n:] for n in range(16)]

def start(part):  # zlib lets the GIL go while it compresses
    return zlib.compress(part)`,
);

const files = source(
  `
import { open, unlink } from 'node:fs/promises';
const data = Buffer.alloc(65_536, 'egg');
const tasks = Array.from({ length: 16 }, (_, n) => \`egg-\${n}.bin\`);
async function start(path) {
  const file = await open(path, 'wx+');
  await file.write(data);
  await file.sync();
  await file.close();
  await unlink(path);
}`,
  `
import os
tasks = [f"egg-{n}.bin" for n in range(16)]

def start(path):
    with open(path, "xb+") as file:
        file.write(b"egg" * 20_000)
        file.flush()
        os.fsync(file.fileno())
    os.unlink(path)`,
);

const requests = source(
  `
const tasks = Array.from({ length: 16 }, () => \`/wait?ms={latencyMs}\`);
const start = (path) => request(path); // a socket needs no helper thread`,
  `
tasks = ["/wait?ms={latencyMs}"] * 16
start = request  # a socket needs no helper thread`,
);

/** One thread asks for everything at once; the size of the pool is set before the process starts. */
export const code: ExperimentCode = {
  given: joined(requesting, source('', 'from concurrent.futures import ThreadPoolExecutor')),
  tasks: { hashing, zipping, files, requests },
  snippets: [
    {
      conditions: ['pool-{n}'],
      parts: ['hashing', 'zipping', 'files'],
      ...source(
        `
// Started with UV_THREADPOOL_SIZE={poolSize}: so many helpers share the work.
await Promise.all(tasks.map(start));`,
        `
async def main():
    loop = asyncio.get_running_loop()
    # So many helpers share the work.
    pool = ThreadPoolExecutor(max_workers={poolSize})
    work = [loop.run_in_executor(pool, start, task) for task in tasks]
    await asyncio.gather(*work)

asyncio.run(main())`,
      ),
    },
    {
      conditions: ['pool-{n}'],
      parts: ['requests'],
      ...source(
        `
// Started with UV_THREADPOOL_SIZE={poolSize}; sockets do not use the pool.
await Promise.all(tasks.map(start));`,
        `
async def main():
    # No pool at all: the system tells when an answer is there.
    await asyncio.gather(*(start(task) for task in tasks))

asyncio.run(main())`,
      ),
    },
  ],
};
