/** The answer, the findings and what to remember, by what the run showed. */
export const noiseFloorStory = {
  lesson: 'Equal things never look equal: trust a difference only where it is larger than that.',
  noise: {
    measured: 'Equal work differed by up to {value} in this run, most in the part “{part}”.',
  },
  computing: {
    faster: 'The second name computed {times}x faster than the first, though both are the same work.',
    slower: 'The second name computed {times}x slower than the first, though both are the same work.',
    'no-difference': 'The names of equal computations show no difference beyond this noise.',
  },
  waiting: {
    faster: 'The second name waited {times}x shorter than the first, though both are the same wait.',
    slower: 'The second name waited {times}x longer than the first, though both are the same wait.',
    'no-difference': 'The names of equal waits show no difference beyond this noise.',
  },
  third: {
    faster: 'The third name computed {times}x faster than the second, though both are the same work.',
    slower: 'The third name computed {times}x slower than the second, though both are the same work.',
    'no-difference': 'The third name computed like the second, as it should.',
  },
} as const;
