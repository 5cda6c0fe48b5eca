/** Texts of the chart that shows how well a person predicted, run by run. */
export const predictionScores = {
  title: 'How well did you predict?',
  axisShare: 'Pairs in the right order (%)',
  axisRun: 'Predicted runs, oldest first',
  caption:
    'n = {runs} predicted runs with {pairs} pairs; the number beside a point is that of the experiment. A pair that the run could not tell apart does not count.',
  captionLast:
    'The latest {shown} of n = {runs} predicted runs; the number beside a point is that of the experiment. A pair that the run could not tell apart does not count.',
  skipped: {
    none: '',
    one: 'One run with a skipped prediction is not counted.',
    many: '{count} runs with a skipped prediction are not counted.',
  },
  unmeasured: {
    none: '',
    one: 'One run that told no pair apart is not counted.',
    many: '{count} runs that told no pair apart are not counted.',
  },
  empty: 'After your first predicted run, this shows how many pairs you put in the right order.',
  column: {
    number: 'No.',
    experiment: 'Experiment',
    started: 'Started',
    right: 'Pairs in order',
    pairs: 'Pairs',
    share: 'Share (%)',
  },
  point: '{right} of {pairs} pairs, {share} %',
} as const;
