/** The answer, the findings and what to remember, by what the run showed. */
export const asyncIsNotParallelStory = {
  lesson: 'Async starts tasks together. One thread still computes them one after the other.',
  together: {
    faster: 'Here they were: Promise.all took {conditionTotal}, and the plain loop {baselineTotal}.',
    slower: 'They were not: Promise.all took {conditionTotal}, and the plain loop {baselineTotal}.',
    'no-difference':
      'They were not: Promise.all took {conditionTotal}, the plain loop {baselineTotal}, and that is the same here.',
  },
  threads: {
    faster: 'Threads computed the four tasks {times}x faster than the loop.',
    slower: 'Threads computed the four tasks {times}x slower than the loop.',
    'no-difference': 'Threads computed the four tasks no faster than the loop.',
  },
  'against-async': {
    faster: 'Threads computed {times}x faster than Promise.all.',
    slower: 'Threads computed {times}x slower than Promise.all.',
    'no-difference': 'Threads computed no faster than Promise.all.',
  },
} as const;
