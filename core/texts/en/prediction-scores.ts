/** Texts of the chart that shows how well a person predicted, run by run. */
export const predictionScores = {
  title: 'How well did you predict?',
  axisShare: 'Right predictions (%)',
  axisRun: 'Predicted runs, oldest first',
  caption:
    'n = {runs} predicted runs with {pairs} predictions: pairs of conditions in order, and answers. The number beside a point is that of the experiment. What a run could not judge does not count.',
  captionLast:
    'The latest {shown} of n = {runs} predicted runs. The number beside a point is that of the experiment. What a run could not judge does not count.',
  skipped: {
    none: '',
    one: 'One run with a skipped prediction is not counted.',
    many: '{count} runs with a skipped prediction are not counted.',
  },
  unmeasured: {
    none: '',
    one: 'One run that could judge nothing is not counted.',
    many: '{count} runs that could judge nothing are not counted.',
  },
  empty: 'After your first predicted run, this shows how much you predicted right.',
  column: {
    number: 'No.',
    experiment: 'Experiment',
    started: 'Started',
    right: 'Right',
    pairs: 'Judged',
    share: 'Share (%)',
  },
  point: '{right} of {pairs} right, {share} %',
} as const;
