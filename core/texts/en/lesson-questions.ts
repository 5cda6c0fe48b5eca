/** What stands around every question of a lesson. */
export const lessonQuestions = {
  check: 'Check',
  right: 'Yes.',
  workable: 'That works, too.',
  wrong: 'Not quite.',
  again: 'You may try another answer.',
  first: 'Your first answer: {answer}. It is kept.',
  open: 'This run cannot tell, so no answer is wrong.',
  openOption: 'This run cannot tell about this answer.',
  look: 'Where to look',
  left: 'Choose an answer and check it.',
  observe: 'Look at the run',
  wordsLead: 'Now in your own words.',
  number: 'Situation {number} of {count}',
} as const;
