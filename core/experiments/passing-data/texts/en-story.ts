/** The answer, the findings and what to remember, by what the run showed. */
export const passingDataStory = {
  lesson: 'Copying large data takes time. Moving and sharing hand over the memory itself.',
  moving: {
    faster: 'Moving 8 MiB to a thread took {conditionTotal}, and copying them took {baselineTotal}.',
    slower: 'Moving 8 MiB to a thread took {conditionTotal}, longer than copying them ({baselineTotal}).',
    'no-difference': 'Moving 8 MiB to a thread was no faster than copying them.',
    detail: 'copied {baselineTotal}, moved {conditionTotal}',
  },
  sharing: {
    faster: 'Sharing 8 MiB was {times}x faster than copying them.',
    slower: 'Sharing 8 MiB was {times}x slower than copying them.',
    'no-difference': 'Sharing 8 MiB was no faster than copying them.',
  },
  process: {
    faster:
      'Copying 8 MiB to a process was {times}x faster than to a thread: a message to a thread fills new memory twice.',
    slower: 'Copying 8 MiB to a process took {conditionTotal}, which is {times}x slower than to a thread.',
    'no-difference': 'Copying 8 MiB to a process took as long as to a thread.',
  },
  small: {
    faster: 'Moving 1 KiB was {times}x faster than copying it.',
    slower: 'Moving 1 KiB was {times}x slower than copying it.',
    'no-difference': 'Moving 1 KiB was no faster than copying it: the message is what takes time.',
  },
} as const;
