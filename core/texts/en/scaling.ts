/** Texts about scaling curves: in the window, in the report and on the command line. */
export const scalingTexts = {
  threads: {
    title: '{part}: what does each further thread bring?',
    axis: 'Threads',
    boundary: {
      physical: 'physical cores: {n}',
      logical: 'logical cores: {n}',
      offered: 'offered: {n}',
      both: 'cores: {n}',
    },
    report: 'Threads',
  },
  'in-flight': {
    title: 'What does more in flight at once bring?',
    axis: 'Tasks in flight at once',
    boundary: { pool: 'libuv pool: {n}', offered: 'cores: {n}' },
    report: 'In flight',
  },
  'pool-size': {
    title: 'What does a larger pool bring?',
    axis: 'Threads of the libuv pool',
    boundary: { offered: 'cores: {n}' },
    report: 'Pool',
  },
  speedup: 'Speed-up over one (times)',
  efficiency: {
    title: '{part}: how much of each thread is used?',
    axis: 'Efficiency: speed-up / threads (%)',
    caption:
      '100 %: every thread brings as much as the first. Mark: median, whisker: its interval, small points: single rounds. {scale} {base}',
    logarithmic: 'The axis of threads is logarithmic: equal steps are doublings.',
  },
  caption:
    'Time with one divided by time with so many, round by round. Mark: median, whisker: its interval, small points: single rounds. {scale} {base}',
  captionPredicted: 'Hollow marks: your prediction.',
  logarithmic: 'Both axes are logarithmic: equal steps are doublings.',
  ideal: 'ideal',
  measured: 'measured',
  amdahlLabel: 'Amdahl {share} %',
  uslLabel: 'USL',
  interval: '[{low}, {high}]',
  column: {
    part: 'Part',
    predicted: 'Predicted (times)',
    speedup: 'Speed-up (times)',
    low: 'Interval, low end',
    high: 'Interval, high end',
    efficiency: 'Efficiency (%)',
    n: 'n (rounds)',
  },
  table: '{part}: speed-up over one, median [interval]',
  speedupInterval: 'Speed-up [interval]',
  laws: {
    heading: 'What the curve says',
    amdahl:
      "Amdahl's law, fitted to 1 to {most} threads (no more than cores offered): the curve scales as if {share} % of the work could be shared [{low}, {high}], n = {rounds}. All of it can be shared here: handing out, halves of a core (SMT) and the clock of the cores make the difference. The law misses the measured medians by up to {miss} %.",
    'amdahl-exact':
      "Amdahl's law through 1 and {most} threads: the curve scales as if {share} % of the work could be shared [{low}, {high}], n = {rounds}. Two numbers of threads always fit, so this does not test the law.",
    'amdahl-missing':
      "Amdahl's law is not fitted: it is about threads with a core each, and needs a second thread that has one.",
    usl: 'Universal Scalability Law, fitted to all {levels} numbers of threads: contention {sigma} % [{sigmaLow}, {sigmaHigh}], coherency {kappa} % [{kappaLow}, {kappaHigh}], n = {rounds}. Where threads run out of cores it calls that contention. It misses the measured medians by up to {miss} %.',
    'usl-exact':
      'Universal Scalability Law through {levels} numbers of threads: contention {sigma} % [{sigmaLow}, {sigmaHigh}], coherency {kappa} % [{kappaLow}, {kappaHigh}], n = {rounds}. Three parameters almost always fit three numbers of threads, so this does not test the law.',
    'usl-missing': 'The Universal Scalability Law is not fitted: its three parameters need three numbers of threads.',
    peak: 'By this law more than {peak} threads [{low}, {high}] do less.',
    noPeak: 'The data show no number of threads beyond which more do less.',
    rounds:
      'No law is fitted: that needs 7 rounds that hold every number of threads, and this run has {rounds} of them.',
  },
} as const;
