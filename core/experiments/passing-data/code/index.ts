import { processHiring, threadHiring } from '../../../code/pieces';
import { joined, source } from '../../../code/source';
import type { ExperimentCode } from '../../../code/types';

const payload = source(
  `
const size = 8 * 2 ** 20; // bytes; the lab tries 1 KiB to 64 MiB
// Reads every word, so that nothing is passed unread.
function checksum(buffer) {
  let hash = 0x811c9dc5;
  const words = new Uint32Array(buffer);
  for (const word of words) hash = Math.imul(hash ^ word, 0x01000193);
  return hash >>> 0;
}`,
  `
import zlib
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import shared_memory
size = 8 * 2**20  # bytes; the lab tries 1 KiB to 64 MiB
checksum = zlib.crc32  # reads every byte, so nothing is passed unread`,
);

/** One payload to one worker, in four ways. */
export const code: ExperimentCode = {
  given: joined(threadHiring, processHiring, payload),
  snippets: [
    {
      conditions: ['clone'],
      ...source(
        `
// worker.mjs
parentPort.on('message', (buffer) => {
  parentPort.postMessage(checksum(buffer));
});

// main.mjs
const [thread] = await hireThreads(1);
const buffer = new ArrayBuffer(size);
thread.postMessage(buffer); // copied: both have one afterwards
await once(thread, 'message');`,
        `
data = bytearray(size)
with ThreadPoolExecutor(max_workers=1) as thread:
    # Threads of Python share objects: a copy has to be asked for.
    thread.submit(checksum, bytes(data)).result()`,
      ),
    },
    {
      conditions: ['transfer'],
      ...source(
        `
// worker.mjs
parentPort.on('message', (buffer) => {
  parentPort.postMessage(checksum(buffer));
});

// main.mjs
const [thread] = await hireThreads(1);
const buffer = new ArrayBuffer(size);
thread.postMessage(buffer, [buffer]); // moved: buffer is empty here now
await once(thread, 'message');`,
        `
data = bytearray(size)
with ThreadPoolExecutor(max_workers=1) as thread:
    # The object itself: nothing is copied, and both could change it.
    thread.submit(checksum, data).result()`,
      ),
    },
    {
      conditions: ['shared'],
      ...source(
        `
// worker.mjs
parentPort.on('message', (buffer) => {
  parentPort.postMessage(checksum(buffer));
});

// main.mjs
const [thread] = await hireThreads(1);
const buffer = new SharedArrayBuffer(size);
thread.postMessage(buffer); // no copy: both see the same memory
await once(thread, 'message');`,
        `
def read(name):
    memory = shared_memory.SharedMemory(name)
    return checksum(memory.buf)

if __name__ == "__main__":
    memory = shared_memory.SharedMemory(create=True, size=size)
    with ProcessPoolExecutor(max_workers=1) as worker:
        # Only the name is passed: both processes see the same memory.
        worker.submit(read, memory.name).result()
    memory.close()
    memory.unlink()`,
      ),
    },
    {
      conditions: ['process-clone'],
      ...source(
        `
// worker.mjs
process.on('message', (buffer) => {
  process.send(checksum(buffer));
});

// main.mjs
const [child] = await hireProcesses(1);
const buffer = new Uint32Array(size / 4);
child.send(buffer); // copied into a socket, and out of it again
await once(child, 'message');`,
        `
data = bytearray(size)
if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as process:
        # Pickled, sent through a pipe, unpickled.
        process.submit(checksum, data).result()`,
      ),
    },
  ],
};
