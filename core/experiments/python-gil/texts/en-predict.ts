/** What `python-gil` asks a person to predict; the second of each is asked where there is no Python. */
const computing = 'Four tasks each compute for about {computeMs} ms; nothing waits.';
const waits = 'Eight tasks each wait {waitMs} ms; nothing computes.';

export const pythonGilPredict = {
  /** By part. */
  part: {
    cpu: `${computing} One thread of Python, several threads, several processes: how long does each take for all four?`,
    waiting: `${waits} One thread of Python, eight threads, one event loop: how long does each take for all eight?`,
    'js-cpu': `${computing} One thread, threads under one lock, processes: how long does each take for all four?`,
    'js-waiting': `${waits} One thread, eight threads under one lock, one event loop: how long does each take?`,
  },
} as const;
