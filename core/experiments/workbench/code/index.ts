import {
  blockingRequests,
  handingOut,
  kneading,
  processHiring,
  requesting,
  sizing,
  threadHiring,
  waiting,
} from '../../../code/pieces';
import { joined, source } from '../../../code/source';
import * as strategy from '../../../code/strategy-pieces';
import {
  computingTasks,
  cutIntoPieces,
  mixedTasks,
  nothingToCut,
  requestTasks,
  timerTasks,
} from '../../../code/task-pieces';
import type { ExperimentCode } from '../../../code/types';

const files = source(
  `
import fs from 'node:fs';
import { open, unlink } from 'node:fs/promises';
const data = Buffer.alloc(65_536, 'data');
const tasks = Array.from({ length: {tasks} }, (_, n) => \`task-\${n}.bin\`);
function doSync(path) {
  const file = fs.openSync(path, 'wx+');
  fs.writeSync(file, data);
  fs.fsyncSync(file); // blocks this thread until the disk has it
  fs.closeSync(file);
  fs.unlinkSync(path);
}
async function doAsync(path) {
  const file = await open(path, 'wx+');
  await file.write(data);
  await file.sync(); // a helper thread waits for the disk
  await file.close();
  await unlink(path);
}`,
  `
import os
tasks = [f"task-{n}.bin" for n in range({tasks})]

def do_sync(path):
    with open(path, "xb+") as file:
        file.write(b"data" * 16_384)
        file.flush()
        os.fsync(file.fileno())  # waits for the disk
    os.unlink(path)

async def do_async(path):
    await asyncio.to_thread(do_sync, path)  # a helper thread waits`,
);

const hashes = source(
  `
import { pbkdf2, pbkdf2Sync } from 'node:crypto';
import { promisify } from 'node:util';
const inPool = promisify(pbkdf2);
const tasks = Array.from({ length: {tasks} }, (_, n) => \`salt \${n}\`);
const doSync = (salt) => pbkdf2Sync('secret', salt, 20_000, 32, 'sha256');
// A helper thread of Node computes; this one is free.
const doAsync = (salt) => inPool('secret', salt, 20_000, 32, 'sha256');`,
  `
import hashlib
tasks = [f"salt {n}".encode() for n in range({tasks})]

def do_sync(salt):
    return hashlib.pbkdf2_hmac("sha256", b"secret", salt, 20_000)

async def do_async(salt):
    return await asyncio.to_thread(do_sync, salt)  # in a helper thread`,
);

const queries = source(
  `
const tasks = Array.from({ length: {tasks} }, (_, n) => \`/query?ms={taskMs}&seed=\${n}\`);
const doSync = (path) => requestSync(path); // blocks this thread
const doAsync = (path) => request(path); // a database process works`,
  `
tasks = [f"/query?ms={taskMs}&seed={n}" for n in range({tasks})]
do_sync = request_sync  # blocks this thread
do_async = request  # a database process works`,
);

/** By strategy; what a task is, by workload. */
export const workbenchCode: ExperimentCode = {
  given: joined(kneading, sizing, waiting, requesting, threadHiring, processHiring, handingOut, blockingRequests),
  tasks: {
    cpu: cutIntoPieces(computingTasks('taskMs', '{tasks}')),
    socket: nothingToCut(requestTasks('taskMs', '{tasks}')),
    file: nothingToCut(files),
    database: nothingToCut(queries),
    timer: nothingToCut(timerTasks('taskMs', '{tasks}')),
    threadpool: nothingToCut(hashes),
    mixed: cutIntoPieces(mixedTasks('{waitMs}', '{computeMs}', '{tasks}'), '{waitMs}'),
  },
  snippets: [
    { conditions: ['sync'], ...strategy.oneAfterTheOther },
    { conditions: ['async-{n}'], ...strategy.someAtOnce },
    { conditions: ['async-chunked-{n}'], ...strategy.someInTurns },
    { conditions: ['threads-{n}'], ...strategy.threads },
    { conditions: ['processes-{n}'], ...strategy.processes },
    { conditions: ['threads-async-{n}-{n}'], ...strategy.asyncThreads },
    { conditions: ['processes-async-{n}-{n}'], ...strategy.asyncProcesses },
  ],
};
