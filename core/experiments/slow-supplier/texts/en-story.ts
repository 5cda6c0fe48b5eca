/** The answer, the findings and what to remember, by what the run showed. */
export const slowSupplierStory = {
  lesson: 'Who blocks while waiting runs out of workers when answers are slow. Then prompt orders wait too.',
  slow: {
    faster:
      'Prompt orders wait too: half of all took up to {baselineTotal} with 4 blocked threads, and {conditionTotal} with one async thread.',
    slower:
      'Half of the orders took up to {conditionTotal} with one async thread, longer than the {baselineTotal} with 4 blocked threads.',
    'no-difference': 'Half of the orders waited as long with 4 blocked threads as with one async thread.',
  },
  prompt: {
    above: 'Even with prompt answers, half of the orders waited {value} or less with 4 blocked threads: a line.',
    below: 'With prompt answers 4 blocked threads were enough: half of the orders had theirs within {value}.',
  },
  many: {
    above: '8 blocked threads ran out as well: half of the orders took up to {value}.',
    below: '8 blocked threads were enough: half of the orders had their answer within {value}.',
  },
  tail: {
    above: 'With one async thread 99 in 100 orders took up to {value}, longer than a slow answer.',
    below: 'With one async thread only slow orders waited: 99 in 100 had their answer within {value}.',
  },
} as const;
