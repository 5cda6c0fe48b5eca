// A worker as one would write it by hand, thread or child process: one message in, one message out.
import { isMainThread, parentPort } from 'node:worker_threads';
import { answer } from './tasks';
import type { Task } from './tasks';

interface Message {
  readonly id: number;
  readonly task: Task;
}

if (isMainThread) {
  process.on('message', ({ id, task }: Message) => {
    process.send?.({ id, result: answer(task) });
  });
} else {
  parentPort?.on('message', ({ id, task }: Message) => {
    parentPort?.postMessage({ id, result: answer(task) });
  });
  parentPort?.postMessage('ready');
}
