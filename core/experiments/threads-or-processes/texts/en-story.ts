/** The answer, the findings and what to remember, by what the run showed. */
export const threadsOrProcessesStory = {
  lesson: 'Threads and processes compute alike. A process takes longer to hire and needs more memory.',
  speed: {
    faster: 'Processes computed faster here: {conditionTotal}, and threads {baselineTotal}.',
    slower: 'Processes computed slower here: {conditionTotal}, and threads {baselineTotal}.',
    'no-difference': 'Neither computes faster: processes took {conditionTotal}, and threads {baselineTotal}.',
  },
  hiring: {
    more: 'Hiring took {value} for all processes and {other} for all threads.',
    less: 'Hiring took only {value} for all processes, and {other} for all threads.',
  },
  memory: {
    more: 'A process needs {value} of memory, a thread {other}.',
    less: 'A process needs only {value} of memory, a thread {other}.',
  },
  alone: {
    faster: 'Threads computed {times}x faster than one thread alone.',
    slower: 'Threads computed {times}x slower than one thread alone.',
    'no-difference': 'Threads computed no faster than one thread alone.',
  },
} as const;
