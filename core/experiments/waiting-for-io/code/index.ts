import { requesting } from '../../../code/pieces';
import { source } from '../../../code/source';
import type { ExperimentCode } from '../../../code/types';

/** A request of about so many ms, to a server that answers then. */
const requests = source(
  `
const tasks = Array.from({ length: 32 }, () => \`/wait?ms={latencyMs}\`);
const start = (path) => request(path);`,
  `
tasks = ["/wait?ms={latencyMs}"] * 32
start = request`,
);

const files = source(
  `
import { open, unlink } from 'node:fs/promises';
const data = Buffer.alloc(65_536, 'egg');
const tasks = Array.from({ length: 32 }, (_, n) => \`egg-\${n}.bin\`);
async function start(path) {
  const file = await open(path, 'wx+');
  await file.write(data);
  await file.sync(); // a helper thread waits for the disk, this one is free
  await file.read(Buffer.alloc(data.length), 0, data.length, 0);
  await file.close();
  await unlink(path);
}`,
  `
import os
data = b"egg" * 20_000
tasks = [f"egg-{n}.bin" for n in range(32)]

def write_and_read(path):
    with open(path, "xb+") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())  # waits for the disk
        file.seek(0)
        file.read()
    os.unlink(path)

async def start(path):
    await asyncio.to_thread(write_and_read, path)`,
);

const queries = source(
  `
const tasks = Array.from({ length: 32 }, (_, n) => \`/query?ms={queryMs}&seed=\${n}\`);
const start = (path) => request(path); // a database process sums rows`,
  `
tasks = [f"/query?ms={queryMs}&seed={n}" for n in range(32)]
start = request  # a database process sums rows`,
);

/** One loop that keeps so many waits under way at once. */
export const code: ExperimentCode = {
  given: requesting,
  tasks: { requests, files, queries },
  snippets: [
    {
      conditions: ['in-flight-{n}'],
      ...source(
        `
const queue = [...tasks];
async function goOn() {
  for (let task = queue.shift(); task; task = queue.shift()) {
    await start(task); // meanwhile the thread is free for the others
  }
}
await Promise.all(Array.from({ length: {inFlight} }, goOn));`,
        `
async def main():
    queue = iter(tasks)
    async def go_on():
        for task in queue:
            await start(task)  # meanwhile the thread is free for others
    await asyncio.gather(*(go_on() for _ in range({inFlight})))

asyncio.run(main())`,
      ),
    },
  ],
};
