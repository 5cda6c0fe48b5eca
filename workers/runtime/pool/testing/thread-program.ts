// A thread of the tests that serves tasks as the product's threads do.
import { serveThreadTasks } from '../thread-link';
import { Handover } from '../serve-tasks';

export type ProgramTask =
  | { readonly do: 'double'; readonly n: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'throw'; readonly message: string }
  | { readonly do: 'make'; readonly bytes: number }
  /** How often the thread's own timer, set at its start every 5 ms, has fired. */
  | { readonly do: 'ticks' };

let ticks = 0;
setInterval(() => ticks++, 5);

serveThreadTasks((task: ProgramTask): unknown => {
  switch (task.do) {
    case 'double':
      return 2 * task.n;
    case 'wait':
      return new Promise((resolve) => setTimeout(resolve, task.ms, task.ms));
    case 'throw':
      throw new RangeError(task.message);
    case 'make': {
      const data = new ArrayBuffer(task.bytes);
      return new Handover(data, [data]);
    }
    case 'ticks':
      return ticks;
  }
});
