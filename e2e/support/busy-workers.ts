import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Program of a utility process for tests: as many worker threads as asked for, each at the lab's lowered priority,
 * computing until the process ends. Plain text, because it is started as it stands.
 */
const program = `
const os = require('node:os');
const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads');

if (isMainThread) {
  process.parentPort.once('message', ({ data }) => {
    let ready = 0;
    for (let i = 0; i < data.workers; i++) {
      new Worker(__filename, { workerData: i }).once('message', () => {
        if (++ready === data.workers) process.parentPort.postMessage('busy');
      });
    }
  });
} else {
  os.setPriority(0, 5);
  parentPort.postMessage('started');
  let x = workerData;
  for (;;) x = (Math.imul(x, 1664525) + 1013904223) | 0;
}
`;

/** Writes the program into a folder. @returns its path */
export function writeBusyWorkers(folder: string): string {
  const path = join(folder, 'busy-workers.cjs');
  writeFileSync(path, program);
  return path;
}
