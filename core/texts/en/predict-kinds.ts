/** What all lessons say where something else than an order or a curve is predicted. */
export const predictKinds = {
  leadForecast: 'Answer each question. Nothing is set for you, and a wrong guess costs nothing.',
  scale: '{row}: your guess',
  scaleHint: 'Click the line, or use the arrow keys. Page up and Page down take larger steps.',
  logHint: 'Each mark on the line is ten times the one before.',
  within: 'Right within a factor of {within}.',
  withinPoints: 'Right within {within} percentage points.',
  picked: '{row}: your answer',
  option: { faster: 'Faster', 'no-difference': 'No difference', slower: 'Slower' },
  marksHint: 'Choose a mark and click its place, drag it, or move it with the arrow keys.',
  markLabel: '{row}: its place',
  traceHint:
    'Drag each bar to the moment at which it begins. With the keyboard: left and right move it, up and down change the cook, Delete takes it back.',
  traceBlocked: 'A cook stands beside the eggs and the toast here.',
  traceTimer: 'The cook only sets timers for the eggs and the toast here.',
  traceTray: 'Still to place: {bars}',
  traceAllPlaced: 'All placed. Everything is served after {total} ms.',
  bar: '{condition}: {task}, {length} ms',
  barAt: '{lane}, from {start} to {end} ms',
  alsoTimes: 'Guess the times as well (optional)',
  left: 'Still to set: {count}',
} as const;

/** What a record says about such predictions. */
export const forecastResults = {
  predicted: 'Predicted',
  measured: 'Measured',
  outcome: 'Outcome',
  judgement: { right: 'right', wrong: 'not right', open: 'not counted' },
  unknown: 'the run cannot tell',
  above: 'more than {value}',
  below: 'less than {value}',
  score: '{name} {right} of {judged} right.',
  none: '{name} The run can judge none of these answers, so none counts.',
  rule: {
    size: 'An answer is right within a factor of {within} of the whole measured interval.',
    apart: 'An answer is right within {within} percentage points of the whole measured interval.',
    pick: 'The verdict of the run decides.',
    marks: 'A mark is right within {within} percentage points on both axes.',
    trace: 'A drawing is right if at least {within} of the time agrees.',
    traceBeyond:
      'A drawing is right if it goes at least {within} of the way from its bars in random places to full agreement.',
  },
  open: 'Answers that the run cannot judge do not count.',
  overlap:
    'Your drawings and the recorded spans agree for {overlap} of the time. The same bars in random places agree for {shuffled} (mean of {shuffles} shuffles).',
  overlapRule:
    'Agreement is intersection over union. It is taken for each lane and each state: computing, blocked, free.',
  agreement: 'Agreement',
  needed: 'Needed',
  round: 'Recorded round',
  table: '{name}',
  caption: 'Hollow mark: your prediction. Filled mark: measured, with its interval. {base}',
  pickCaption: 'Hollow mark: your answer. Filled mark: what the run shows. {base}',
  traceCaption:
    'Upper strip of each lane: what you drew. Lower bar: the recorded spans of the round closest to the median. {base}',
  traceAxis: 'Time since the first message (ms)',
  durationAxis: 'Time (logarithmic)',
  memoryAxis: 'Memory for each worker (logarithmic)',
  apartAxis: 'Distance (%)',
  pickAxis: 'Answer',
  youDrew: 'you drew',
} as const;
