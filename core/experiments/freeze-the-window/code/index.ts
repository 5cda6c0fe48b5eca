import { kneading, processHiring, sizing, threadHiring } from '../../../code/pieces';
import { joined, source } from '../../../code/source';
import type { ExperimentCode } from '../../../code/types';

const work = source(
  `
const work = { iterations: iterationsFor({workMs}), seed: 1 };`,
  `
import tkinter
work = {"iterations": iterations_for({workMs}), "seed": 1}
window = tkinter.Tk()`,
);

/** One computation in five places. In Python the window is tkinter's. */
export const code: ExperimentCode = {
  given: joined(kneading, sizing, threadHiring, processHiring, work),
  snippets: [
    {
      conditions: ['renderer'],
      ...source(
        `
// In a script of the page: no frame and no key until it returns.
compute(work);`,
        `
def clicked():
    compute(work)  # the window draws nothing until it returns

tkinter.Button(window, text="Work", command=clicked).pack()
window.mainloop()`,
      ),
    },
    {
      conditions: ['main'],
      ...source(
        `
// In Electron's main process, when the page has called: the page
// draws, but clicks and further calls wait in main.
compute(work);`,
        `
# tkinter has no such process: its window is the program's own.
compute(work)`,
      ),
    },
    {
      conditions: ['web-worker'],
      ...source(
        `
// worker.mjs: a Web Worker of the page
onmessage = ({ data }) => {
  postMessage(compute(data));
};

// main.mjs: the page
const worker = new Worker('./worker.mjs');
worker.postMessage(work); // the page goes on drawing
worker.onmessage = ({ data }) => console.log(data);`,
        `
def clicked():
    # A thread: the window goes on, but shares the GIL with it.
    ThreadPoolExecutor(max_workers=1).submit(compute, work)

tkinter.Button(window, text="Work", command=clicked).pack()
window.mainloop()`,
      ),
    },
    {
      conditions: ['thread'],
      ...source(
        `
// worker.mjs: a thread of another process
parentPort.on('message', (task) => {
  parentPort.postMessage(compute(task));
});

// main.mjs
const [thread] = await hireThreads(1);
thread.postMessage(work); // no thread of the window has to do with it
await once(thread, 'message');`,
        `
def clicked():
    # A thread: the window goes on, but shares the GIL with it.
    ThreadPoolExecutor(max_workers=1).submit(compute, work)

tkinter.Button(window, text="Work", command=clicked).pack()
window.mainloop()`,
      ),
    },
    {
      conditions: ['process'],
      ...source(
        `
// worker.mjs: a process of its own
process.on('message', (task) => {
  process.send(compute(task));
});

// main.mjs
const [child] = await hireProcesses(1);
child.send(work); // no thread of the window has to do with it
await once(child, 'message');`,
        `
def clicked():
    # A process: the window's interpreter has nothing to do.
    ProcessPoolExecutor(max_workers=1).submit(compute, work)

if __name__ == "__main__":
    tkinter.Button(window, text="Work", command=clicked).pack()
    window.mainloop()`,
      ),
    },
  ],
};
