/** The answer, the findings and what to remember, by what the run showed. */
export const breakEvenStory = {
  lesson: 'A task must take longer than handing it out. Hiring somebody for it pays for large tasks only.',
  threads: {
    found: 'A task must take at least {value} before handing it to a waiting thread pays.',
    'always-slower':
      'Handing tasks to waiting threads never paid by the medians, from {smallest} to {largest} per task.',
    'always-faster': 'Handing tasks to waiting threads was not slower at any size by the medians, from {smallest} on.',
    'slower-again': 'Handing tasks to waiting threads was faster at some sizes, but slower at the largest, {largest}.',
  },
  processes: {
    found: 'Handing it to a waiting process pays from {value} on.',
    'always-slower': 'Handing tasks to waiting processes never paid by the medians, up to {largest} per task.',
    'always-faster':
      'Handing tasks to waiting processes was not slower at any size by the medians, from {smallest} on.',
    'slower-again':
      'Handing tasks to waiting processes was faster at some sizes, but slower at the largest, {largest}.',
  },
  cold: {
    found: 'Hiring threads for the tasks pays from {value} per task on.',
    'always-slower': 'Hiring threads for the tasks never paid by the medians, up to {largest} per task.',
    'always-faster': 'Hiring threads for the tasks was not slower at any size by the medians, from {smallest} on.',
    'slower-again': 'Hiring threads for the tasks was faster at some sizes, but slower at the largest, {largest}.',
  },
} as const;
