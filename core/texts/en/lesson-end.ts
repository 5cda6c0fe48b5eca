/** The card at the end of a lesson. */
export const lessonEnd = {
  heading: 'You have finished this lesson',
  learned: 'What to remember',
  skipped: 'You skipped the prediction, so there is no score.',
  noScore: 'This run told no predicted pair apart, so there is no score.',
  kept: 'Your answers are in the record.',
  savePdf: 'Save PDF',
  next: 'Next lesson: {title}',
  all: 'All lessons are finished.',
  repeat: 'Repeat with a new prediction',
  notebook: 'Open in the Notebook',
} as const;
