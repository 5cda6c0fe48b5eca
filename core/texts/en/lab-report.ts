/** Texts of the two pages of a record's PDF. */
export const labReport = {
  eyebrow: 'Lab report',
  blank: { name: 'Name', group: 'Group', date: 'Handed in' },
  measured:
    'Measured {time}. Preset {preset}, {rounds} of {plannedRounds} rounds, {done} of {planned} executions, {outcome}.',
  question: 'Question',
  predicted: 'What I predicted',
  reason: 'Because',
  result: 'What the run showed',
  findings: 'Also measured',
  remember: 'To remember',
  answers: 'What I saw and answered',
  noAnswers: 'Nothing was written. Here is space for it.',
  shortened: 'Shortened to fit. The whole text follows these two pages.',
  whole: 'What I saw and answered, in full',
  why: 'Why',
  breaks: 'Where the kitchen analogy breaks',
  comparisons: 'All comparisons',
  cost: 'What the workers cost',
  costNone: 'Nobody was hired.',
  method: 'Method',
  lines: {
    rounds:
      'Every condition runs once per round, in an order shuffled anew (seed {seed}). Work is counted and checked by checksum. Round 0 warms up and is not analysed.',
    estimate:
      'Estimates are medians over rounds; comparisons are medians of the ratios of each round. Brackets hold the interval of the median{coverage}.',
    rule: '"Faster" or "slower" is said only if the whole interval lies beyond the noise. A verdict needs {minimum} rounds.',
    noNoise: 'No noise floor was measured.',
    cpu: 'CPU time from: {source}.',
  },
  notes: 'Quality of the data',
  noNotes: 'Nothing was seen that may have disturbed this run.',
  moreNotes: '{n} more in the record.',
  matrixLead:
    'Time, its ratio to the first cell, and the verdict. CPU time and the load of each core stand in the appendix.',
  moreRows: '{n} further comparisons stand in the appendix.',
  seal: 'Seal',
  sealed: 'Run {run}. SHA-256 {hash}. It proves that the record was not changed, not how it was made.',
  check: 'Check the record with: concurrency-lab verify {id}.json',
  teacher: 'For the teacher',
  appendix: 'Appendix: everything that the run showed',
} as const;
