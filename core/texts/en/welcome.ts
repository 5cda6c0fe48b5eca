/** Texts of the first start: what the lab is, the machine it runs on, and a calibration that can be skipped. */
export const welcome = {
  title: 'Welcome to Concurrency Lab',
  lead: 'You predict how sync, async, threads and processes behave, then run a real experiment and see what your own machine measured. Nothing is simulated, and nothing leaves this machine.',
  calibrate: {
    heading: 'First, how quiet is this machine?',
    text: 'Equal work never takes exactly equal time. The calibration executes the same tasks under several names and finds the smallest difference this machine can show today. Every later run measures its own noise again.',
    action: 'Calibrate (about {time})',
    again: 'Calibrate again (about {time})',
    skip: 'Skip',
    skipHint: 'Nothing is lost if you skip it: every experiment measures its own noise again.',
    busy: '“{title}” is being measured. One run at a time: two would disturb each other. You can calibrate when it has ended.',
    refused: 'The calibration could not start. {message}',
    starting: 'Starting the calibration',
    opening: 'Computing intervals from the record',
    notOpened: 'The record of the calibration cannot be shown. {message}',
    running: 'Calibrating',
  },
  result: {
    heading: 'The smallest difference this machine can show today',
    when: 'Calibrated {time}.',
    floor: 'more than {floor} %',
    basis:
      'Equal work under two names may differ by up to {measured} % here (far end of the interval of its difference, n = {n} rounds).',
    least: 'Differences up to {least} % are never called a difference, however quiet the machine is.',
    comparisons:
      'Of {all} comparisons of equal things, {alike} came out as no difference, {undecided} as undecided and {alarms} as different.',
    falseAlarm:
      'Only the name differs, so what came out as different is a false alarm: do not trust small differences on this machine as it is now.',
    warnings: 'What may have disturbed it',
    record: 'Open the record',
  },
  next: {
    start: 'Start with {title}',
    all: 'All experiments',
  },
} as const;
