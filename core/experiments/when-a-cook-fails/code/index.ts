import { source } from '../../../code/source';
import type { ConditionSnippet, ExperimentCode, Source } from '../../../code/types';
import { ways, type WayToFail } from '../definition';

const given = source(
  `
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
// Ends what has not ended by itself.
const within = (ms, end) => setTimeout(end, ms).unref();`,
  `
import asyncio
import multiprocessing
import sys
import threading
import time
from concurrent.futures import Future

def run_loop(main):
    asyncio.run(main())

def started(action, *given):
    # A process of its own.
    child = multiprocessing.Process(target=action, args=given)
    child.start()
    return child

def ended(child, seconds):
    # How it ended; what does not return is killed.
    child.join(seconds)
    child.kill()
    child.join()
    return child.exitcode`,
);

/** The line that fails, in both languages. */
const lines: Readonly<Record<WayToFail, Source>> = {
  throw: { javascript: "throw new Error('burnt');", python: 'raise RuntimeError("burnt")' },
  reject: {
    javascript: "Promise.reject(new Error('burnt')); // nobody awaits it",
    python: 'Future().set_exception(RuntimeError())  # Python: nobody looks',
  },
  exit: { javascript: 'process.exit(3);', python: 'sys.exit(3)' },
  memory: {
    javascript: 'for (const all = []; ;) all.push(Array(10_000).fill(0.5));',
    python: '[0.5] * 10**15  # in Python an exception: MemoryError',
  },
  loop: { javascript: 'for (;;);', python: 'while True: pass' },
};

function onLoop(way: WayToFail): ConditionSnippet {
  const { javascript, python } = lines[way];
  return {
    conditions: [`${way}-async`],
    heart: javascript,
    ...source(
      `
const others = [1, 2, 3, 4].map(() => wait(60)); // on this loop too
const task = async () => {
  await wait(10);
  ${javascript}
};
await task().catch(console.log); // catches what the task throws
await Promise.all(others);`,
      `
async def task():
    await asyncio.sleep(0.01)
    ${python}

async def main():
    four = [asyncio.create_task(asyncio.sleep(0.06)) for _ in range(4)]
    # Catches what the task raises.
    await asyncio.gather(task(), return_exceptions=True)
    await asyncio.gather(*four)

if __name__ == "__main__":
    print(ended(started(run_loop, main), {patienceMs} / 1000))`,
    ),
  };
}

function inThread(way: WayToFail): ConditionSnippet {
  const { javascript, python } = lines[way];
  return {
    conditions: [`${way}-thread`],
    heart: javascript,
    ...source(
      `
// worker.mjs
await wait(10);
${javascript}

// main.mjs
const others = [1, 2, 3, 4].map(() => wait(60));
const resourceLimits = { maxOldGenerationSizeMb: 32 };
const thread = new Worker('./worker.mjs', { resourceLimits });
thread.on('error', console.log); // what it threw ends here
within({patienceMs}, () => thread.terminate());
await new Promise((ended) => thread.on('exit', ended));
await Promise.all(others);`,
      `
def task():
    time.sleep(0.01)
    ${python}

async def main():
    four = [asyncio.create_task(asyncio.sleep(0.06)) for _ in range(4)]
    threading.excepthook = lambda failed: print(failed.exc_type)
    thread = threading.Thread(target=task, daemon=True)
    thread.start()  # nothing can end it from outside
    await asyncio.to_thread(thread.join, {patienceMs} / 1000)
    await asyncio.gather(*four)
asyncio.run(main())`,
    ),
  };
}

function inProcess(way: WayToFail): ConditionSnippet {
  const { javascript, python } = lines[way];
  return {
    conditions: [`${way}-process`],
    heart: javascript,
    ...source(
      `
// worker.mjs
await wait(10);
${javascript}

// main.mjs
const others = [1, 2, 3, 4].map(() => wait(60));
const execArgv = ['--max-old-space-size=32'];
const child = fork('./worker.mjs', [], { execArgv });
within({patienceMs}, () => child.kill('SIGKILL'));
await once(child, 'exit'); // with a code or a signal
await Promise.all(others);`,
      `
def task():
    time.sleep(0.01)
    ${python}

async def main():
    child = started(task)
    await asyncio.gather(*[asyncio.sleep(0.06) for _ in range(4)])
    # With a code, or by a signal.
    print("ended with", ended(child, {patienceMs} / 1000))

if __name__ == "__main__":
    asyncio.run(main())`,
    ),
  };
}

/** Five failures in three places. In Python some of them are exceptions, and a thread cannot be ended. */
export const code: ExperimentCode = {
  beside: ['reject-async', 'reject-thread', 'reject-process'],
  given,
  snippets: ways.flatMap((way) => [onLoop(way), inThread(way), inProcess(way)]),
};
