/** What one task is, in both manners: `doSync` blocks until it is done, `doAsync` gives the thread back while it waits. */
import { joined, source } from './source';
import type { Source } from './types';

/** A computation in four pieces, with a turn of the loop after each. */
const pieces = source(
  `
const turn = () => new Promise((goOn) => setImmediate(goOn));
async function inPieces({ iterations, seed }) {
  for (let piece = 0; piece < 4; piece++) {
    knead(Math.round(iterations / 4), seed + piece);
    await turn(); // the loop serves what is due
  }
}`,
  `
async def in_pieces(task):
    for piece in range(4):
        knead(task["iterations"] // 4, task["seed"] + piece)
        await asyncio.sleep(0)  # the loop serves what is due`,
);

/** The same tasks, cut into pieces where they compute: `doInTurns`. */
export function cutIntoPieces(tasks: Source, waitMs?: string): Source {
  const [wait, pause] =
    waitMs === undefined ? ['', ''] : [`  await wait(${waitMs});\n`, `    await asyncio.sleep(${waitMs} / 1000)\n`];
  const own = source(
    `
async function doInTurns(task) {
${wait}  await inPieces(task);
}`,
    `
async def do_in_turns(task):
${pause}    await in_pieces(task)`,
  );
  return joined(tasks, pieces, own);
}

/** Tasks that compute nothing on this thread: there is nothing to cut. */
export function nothingToCut(tasks: Source): Source {
  return joined(
    tasks,
    source('const doInTurns = doAsync; // nothing to cut', 'do_in_turns = do_async  # nothing to cut'),
  );
}

/**
 * Tasks that compute.
 * @param ms name of the parameter that says for how long
 * @param count a number, or the name of one in braces
 */
export function computingTasks(ms: string, count: string): Source {
  return source(
    `
const iterations = iterationsFor({${ms}}); // found once, before the run
const tasks = Array.from({ length: ${count} }, (_, seed) => ({
  iterations,
  seed,
}));
const doSync = (task) => compute(task);
const doAsync = async (task) => compute(task); // nothing to await`,
    `
iterations = iterations_for({${ms}})  # found once, before the run
tasks = [{"iterations": iterations, "seed": n} for n in range(${count})]
do_sync = compute

async def do_async(task):
    return compute(task)  # nothing to await`,
  );
}

/** Requests to the lab's server. */
export function requestTasks(ms: string, count: string): Source {
  return source(
    `
const tasks = Array.from({ length: ${count} }, () => '/wait?ms={${ms}}');
const doSync = (path) => requestSync(path); // blocks this thread
const doAsync = (path) => request(path); // gives the thread back`,
    `
tasks = ["/wait?ms={${ms}}"] * ${count}
do_sync = request_sync  # blocks this thread
do_async = request  # gives the thread back`,
  );
}

/** Tasks that wait for a timer. */
export function timerTasks(ms: string, count: string): Source {
  return source(
    `
const tasks = Array.from({ length: ${count} }, () => {${ms}}); // ms
const doSync = (ms) => block(ms); // blocks this thread
const doAsync = (ms) => wait(ms); // gives the thread back`,
    `
tasks = [{${ms}} / 1000] * ${count}  # s
do_sync = time.sleep  # blocks this thread
do_async = asyncio.sleep  # gives the thread back`,
  );
}

/** Tasks that wait, then compute. */
export function mixedTasks(waitMs: string, computeMs: string, count: string): Source {
  return source(
    `
const iterations = iterationsFor(${computeMs}); // found once, before the run
const tasks = Array.from({ length: ${count} }, (_, seed) => ({
  iterations,
  seed,
}));
function doSync(task) {
  block(${waitMs}); // blocks this thread
  return compute(task);
}
async function doAsync(task) {
  await wait(${waitMs}); // gives the thread back
  return compute(task);
}`,
    `
iterations = iterations_for(${computeMs})  # found once, before the run
tasks = [{"iterations": iterations, "seed": n} for n in range(${count})]

def do_sync(task):
    time.sleep(${waitMs} / 1000)  # blocks this thread
    return compute(task)

async def do_async(task):
    await asyncio.sleep(${waitMs} / 1000)  # gives the thread back
    return compute(task)`,
  );
}
