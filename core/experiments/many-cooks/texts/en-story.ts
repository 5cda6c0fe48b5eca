/** The answer, the findings and what to remember, by what the run showed. */
export const manyCooksStory = {
  lesson: 'Threads help as long as each has a core. More threads than cores bring nothing.',
  house: {
    faster: '{subject} took {conditionTotal}, and one thread took {baselineTotal}. A perfect gain is {amount}x.',
    slower: '{subject} took {conditionTotal}, longer than the {baselineTotal} of one thread.',
    'no-difference': '{subject} were no faster than one thread in this run.',
  },
  beyond: {
    faster: '{subject} were {times}x faster still than {baseline}.',
    slower: '{subject} were {times}x slower than {baseline}: there is no core for each.',
    'no-difference': '{subject} were no faster than {baseline}: there is no core for each.',
  },
  more: {
    faster: '{subject} were {times}x faster than one.',
    slower: '{subject} were {times}x slower than one.',
    'no-difference': '{subject} were no faster than one.',
  },
} as const;
