import { kneading, processHiring, sizing, threadHiring, waiting } from '../../../code/pieces';
import { joined, source } from '../../../code/source';
import type { ExperimentCode } from '../../../code/types';

const dishes = source(
  `
const eggs = {eggsMs}; // ms
const toast = {toastMs};
const cleaning = { iterations: iterationsFor({cleaningMs}), seed: 1 };
const dough = iterationsFor({doughMs});
const dough1 = { iterations: dough, seed: 2 };
const dough2 = { iterations: dough, seed: 3 };`,
  `
eggs, toast = {eggsMs} / 1000, {toastMs} / 1000  # s
cleaning = {"iterations": iterations_for({cleaningMs}), "seed": 1}
dough = iterations_for({doughMs})
dough1 = {"iterations": dough, "seed": 2}
dough2 = {"iterations": dough, "seed": 3}`,
);

const firstCourse = ['first-course'];
const doughs = ['doughs'];

/** Who cooks what, and how. */
export const code: ExperimentCode = {
  given: joined(kneading, sizing, waiting, threadHiring, processHiring, dishes),
  snippets: [
    {
      conditions: ['sync'],
      parts: firstCourse,
      ...source(
        `
block(eggs); // you stand at the stove; the toast is not even begun
block(toast);
compute(cleaning);`,
        `
time.sleep(eggs)  # you stand at the stove; the toast is not even begun
time.sleep(toast)
compute(cleaning)`,
      ),
    },
    {
      conditions: ['async'],
      parts: firstCourse,
      ...source(
        `
async function clean() {
  compute(cleaning);
}
// A timer gives the thread back until it rings.
await Promise.all([wait(eggs), wait(toast), clean()]);`,
        `
async def clean():
    compute(cleaning)

async def main():
    # sleep gives the thread back until the time is over.
    waits = [asyncio.sleep(eggs), asyncio.sleep(toast)]
    await asyncio.gather(*waits, clean())

asyncio.run(main())`,
      ),
    },
    {
      conditions: ['threads'],
      parts: firstCourse,
      ...source(
        `
// worker.mjs: one hired cook
parentPort.on('message', (ms) => {
  block(ms); // this cook stands still, the others do not
  parentPort.postMessage('served');
});

// main.mjs: you
const cooks = await hireThreads(2); // before the clock starts
cooks[0].postMessage(eggs);
cooks[1].postMessage(toast);
compute(cleaning);
await Promise.all(cooks.map((cook) => once(cook, 'message')));`,
        `
with ThreadPoolExecutor(max_workers=2) as cooks:
    # Each hired cook stands at one dish, while you clean.
    served = [cooks.submit(time.sleep, s) for s in (eggs, toast)]
    compute(cleaning)
    for dish in served:
        dish.result()`,
      ),
    },
    {
      conditions: ['processes'],
      parts: firstCourse,
      ...source(
        `
// worker.mjs: one hired cook
process.on('message', (ms) => {
  block(ms); // this cook stands still, the others do not
  process.send('served');
});

// main.mjs: you
const cooks = await hireProcesses(2); // before the clock starts
cooks[0].send(eggs);
cooks[1].send(toast);
compute(cleaning);
await Promise.all(cooks.map((cook) => once(cook, 'message')));`,
        `
if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as cooks:
        # The same in processes: each has an interpreter of its own.
        served = [cooks.submit(time.sleep, s) for s in (eggs, toast)]
        compute(cleaning)
        for dish in served:
            dish.result()`,
      ),
    },
    {
      conditions: ['sync'],
      parts: doughs,
      ...source(
        `
compute(dough1); // the second waits until the first is done
compute(dough2);`,
        `
compute(dough1)  # the second waits until the first is done
compute(dough2)`,
      ),
    },
    {
      conditions: ['async'],
      parts: doughs,
      ...source(
        `
// No await inside: each call kneads to its end before the next.
const serve = async (dough) => compute(dough);
await Promise.all([serve(dough1), serve(dough2)]);`,
        `
async def serve(dough):
    compute(dough)

async def main():
    # No await inside: each kneads to its end before the next.
    await asyncio.gather(serve(dough1), serve(dough2))

asyncio.run(main())`,
      ),
    },
    {
      conditions: ['threads'],
      parts: doughs,
      ...source(
        `
// worker.mjs: one hired cook
parentPort.on('message', (dough) => {
  parentPort.postMessage(compute(dough)); // on a core of its own
});

// main.mjs: you
const cooks = await hireThreads(2); // before the clock starts
cooks[0].postMessage(dough1);
cooks[1].postMessage(dough2);
await Promise.all(cooks.map((cook) => once(cook, 'message')));`,
        `
with ThreadPoolExecutor(max_workers=2) as cooks:
    # The GIL: one thread of CPython kneads at a time.
    list(cooks.map(compute, [dough1, dough2]))`,
      ),
    },
    {
      conditions: ['processes'],
      parts: doughs,
      ...source(
        `
// worker.mjs: one hired cook
process.on('message', (dough) => {
  process.send(compute(dough)); // on a core of its own
});

// main.mjs: you
const cooks = await hireProcesses(2); // before the clock starts
cooks[0].send(dough1);
cooks[1].send(dough2);
await Promise.all(cooks.map((cook) => once(cook, 'message')));`,
        `
if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as cooks:
        # A GIL for each process: both knead at once.
        list(cooks.map(compute, [dough1, dough2]))`,
      ),
    },
  ],
};
