/** The answer, the findings and what to remember, by what the run showed. */
export const sharedStoveStory = {
  lesson: 'Who needs several locks takes them in one order everywhere. Then nobody waits in a circle.',
  naive: {
    above: 'Everybody waits for everybody: {value} of the dinners ended in a deadlock.',
    below: 'Hardly a dinner deadlocked here: {value}. It is possible in each of them all the same.',
    detail: 'of the dinners deadlocked where all took the left fork first',
  },
  ordered: {
    above: 'With ordered forks {value} of the dinners deadlocked.',
    below: 'With ordered forks {value} of the dinners of a typical round deadlocked.',
  },
  waiting: {
    above: 'Under one lock the threads waited for {value} of their time.',
    below: 'Under one lock the threads waited for only {value} of their time.',
  },
  'own-locks': {
    faster: 'With a lock for each the same work was done {times}x faster.',
    slower: 'With a lock for each the same work was done {times}x slower.',
    'no-difference': 'With a lock for each the same work was done no faster.',
  },
} as const;
