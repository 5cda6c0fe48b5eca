/** The answer, the findings and what to remember, by what the run showed. */
export const pythonGilStory = {
  lesson: 'Under the GIL threads share waiting, not computing. Processes share both.',
  threads: {
    faster: 'Threads of Python computed faster here: {conditionTotal}, and one thread {baselineTotal}.',
    slower: 'Threads of Python did not help: they took {conditionTotal}, and one thread {baselineTotal}.',
    'no-difference': 'Threads of Python did not help: they took {conditionTotal}, one thread {baselineTotal}.',
  },
  emulated: {
    faster: 'Threads under the emulated lock computed faster here: {conditionTotal}, and one thread {baselineTotal}.',
    slower: 'Threads under one lock did not help: they took {conditionTotal}, and one thread {baselineTotal}.',
    'no-difference': 'Threads under one lock did not help: they took {conditionTotal}, one thread {baselineTotal}.',
  },
  processes: {
    faster: 'Processes computed {times}x faster than one thread.',
    slower: 'Processes computed {times}x slower than one thread.',
    'no-difference': 'Processes computed no faster than one thread.',
  },
  waiters: {
    faster: 'Eight threads that only wait were done {times}x sooner than one.',
    slower: 'Eight threads that only wait took {times}x longer than one.',
    'no-difference': 'Eight threads that only wait were done no sooner than one.',
  },
  routine: {
    faster: 'A routine in C that releases the lock was {times}x faster in threads.',
    slower: 'A routine in C that releases the lock was {times}x slower in threads.',
    'no-difference': 'A routine in C that releases the lock was no faster in threads.',
  },
} as const;
