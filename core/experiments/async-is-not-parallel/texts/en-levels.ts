import { asyncIsNotParallelExplanations } from './en-explanations';

const { computing } = asyncIsNotParallelExplanations;

/** The explanations of the comparisons, and those of how many cores a condition used. */
export const asyncIsNotParallelFindings = {
  computing: {
    together: {
      ...computing.together,
      'cores-used': {
        'as-expected':
          'The whole process used {value} cores, below {threshold}. One thread runs on one core at a time. No lock is needed to explain that: JavaScript has no global interpreter lock.',
        opposite:
          'The whole process used {value} cores, more than {threshold}. Theory says about one. Threads of the runtime, such as garbage collection, are in this number. Look at the timeline and at the warnings.',
      },
    },
    threads: {
      ...computing.threads,
      'cores-used': {
        'as-expected':
          'The whole process used {value} cores, above {threshold}. Several threads computed on several cores at the same time. No lock held them back.',
        opposite:
          'The whole process used {value} cores, below {threshold}. Theory says as many as there are threads. Other programs may have held the cores: look at the warnings, close them and run again.',
      },
    },
  },
} as const;
