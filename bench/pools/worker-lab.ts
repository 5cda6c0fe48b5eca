// A worker of the lab's pool: a thread, or the thread of a task process, joined to its dispatcher as the product's are.
import { workerData } from 'node:worker_threads';
import type { WorkerOptions } from '@core/protocol/worker';
import type { TasksMessage } from '@core/protocol/tasks';
import { giveBack } from '../../workers/runtime/pool/give-back';
import { createTaskServer } from '../../workers/runtime/pool/serve-tasks';
import { serveThreadTasks } from '../../workers/runtime/pool/thread-link';
import { joinExchange } from '../../workers/runtime/wire/join';
import type { Wire } from '../../workers/runtime/wire/wire';
import { answer } from './tasks';
import type { Task } from './tasks';

/** As `take-payload` does: what was read is given back at once, so that the next one finds it warm. */
function answerAndFree(task: Task): number {
  const result = answer(task);
  if (task instanceof ArrayBuffer) giveBack(task);
  return result;
}

const options = workerData as Partial<WorkerOptions> | null;

async function serveDirectly(worker: string, way: NonNullable<WorkerOptions['directWay']>): Promise<void> {
  const joined: { wire?: Wire } = {};
  const server = createTaskServer<Task, number>(answerAndFree, (message) => joined.wire?.send(message));
  const wire = await joinExchange(worker, way, (message) => {
    server.receive(message as TasksMessage<Task>);
  });
  if (!wire) throw new Error('The bench needs a local socket, and there is none.');
  joined.wire = wire;
  wire.send({ type: 'ready' });
}

if (options?.directWay) void serveDirectly(options.worker ?? '', options.directWay);
else serveThreadTasks(answerAndFree);
