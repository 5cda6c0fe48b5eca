// A thread as one would write it by hand: one message in, one message out.
import { parentPort } from 'node:worker_threads';
import { answer } from './tasks';
import type { Task } from './tasks';

parentPort?.on('message', ({ id, task }: { readonly id: number; readonly task: Task }) => {
  parentPort?.postMessage({ id, result: answer(task) });
});
parentPort?.postMessage('ready');
