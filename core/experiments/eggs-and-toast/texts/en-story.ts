/** The answer, the findings and what to remember, by what the run showed. */
export const eggsAndToastStory = {
  lesson: 'Waiting overlaps with a timer. Work takes as long as it takes, unless somebody else does it.',
  timer: {
    faster: 'A timer is enough: the async cook was done in {conditionTotal}, the waiting cook in {baselineTotal}.',
    slower: 'The timer did not help: the async cook took {conditionTotal}, the waiting cook {baselineTotal}.',
    'no-difference': 'The timer did not help: both cooks took the same time.',
  },
  help: {
    faster: 'Two hired cooks were {times}x faster still than the cook with the timer.',
    slower: 'Two hired cooks took {times}x as long as the one cook with the timer.',
    'no-difference': 'Two hired cooks were no faster than the one cook with the timer.',
  },
  kneading: {
    faster: 'Two hired cooks kneaded the two doughs {times}x faster than one.',
    slower: 'Two hired cooks kneaded the two doughs {times}x slower than one.',
    'no-difference': 'Two hired cooks kneaded the two doughs no faster than one.',
  },
  'kneading-timer': {
    faster: 'One async cook kneaded {times}x faster than one sync cook.',
    slower: 'One async cook kneaded {times}x slower than one sync cook.',
    'no-difference': 'A timer did nothing for kneading.',
  },
} as const;
