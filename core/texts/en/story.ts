/**
 * The first lines of a result: the answer as a large number and a sentence, and what is said about it. An experiment has
 * sentences of its own at `story.<question>.<outcome>`; where it has none, those of `says` serve.
 */
export const story = {
  label: 'The answer',
  more: 'What else the run showed',
  remember: 'To remember',
  tabs: {
    label: 'What to look at',
    story: 'Story',
    comparisons: 'Comparisons',
    charts: 'Charts',
    timeline: 'Timeline',
    code: 'Code',
    cost: 'Cost',
    method: 'Method',
    answers: 'My answers',
    counted: '{name} ({count})',
    empty: 'This record has nothing to show here.',
  },
  openTimeline: 'Open the timeline',
  /** Large, and read from across the room. */
  hero: {
    faster: '{times}x faster',
    slower: '{times}x slower',
    'no-difference': 'no difference',
    'no-difference-margin': 'no difference',
    'too-noisy': 'too noisy to tell',
    undecided: 'undecided',
    'too-few-rounds': 'too few rounds',
    'not-measured': 'not measured',
    'not-judged': 'not judged',
    'not-resolved': 'not resolved',
    above: '{value}',
    below: '{value}',
    found: '{value}',
    'always-slower': 'never pays',
    'always-faster': 'always pays',
    'slower-again': 'no clear size',
    measured: '{value}',
    more: '{times}x more',
    less: '{times}x less',
    nothing: 'nothing measured',
  },
  /** Under the large number: both sides, or what else stands behind it. */
  detail: {
    comparison: '{baseline} {baselineTotal}, {short} {conditionTotal}',
    level: '{measure}, limit {threshold}',
  },
  /** What is compared, at the start of a sentence; with its part where there are several. */
  pair: { one: '{subject} against {baseline}', many: '{part}: {short} against {baseline}' },
  interval: '{bounds}, n\u00a0=\u00a0{rounds}',
  noiseInterval: 'far end of the interval, n\u00a0=\u00a0{rounds}',
  ratioInterval: '{times}x as long {bounds}, n\u00a0=\u00a0{rounds}',
  costInterval: '{condition} {value}, n\u00a0=\u00a0{n}; {baseline} {other}, n\u00a0=\u00a0{otherN}',
  /** For questions without sentences of their own. */
  says: {
    faster: '{subject} took {conditionTotal}, and {baseline} took {baselineTotal}.',
    slower: '{subject} took {conditionTotal}, and {baseline} took {baselineTotal}.',
    'no-difference': '{subject} and {baseline} show no difference in this run.',
    'no-difference-margin': '{subject} and {baseline} differ by less than {percent} % in this run.',
    above: '{subject} came to {value}. The limit is {threshold}.',
    below: '{subject} stayed at {value}. The limit is {threshold}.',
  },
  /** After a sentence of the experiment's own about no difference. */
  limit: {
    'no-difference': 'A difference of up to {floorPercent} % would not show here.',
    'no-difference-margin': 'They differ by less than {percent} %.',
  },
  /** Where the data say nothing for or against. */
  open: {
    comparison: {
      'too-noisy': '{pair} is too noisy to tell: equal work differed by up to {floor}x.',
      undecided: '{pair} stays undecided. More rounds may decide it.',
      'too-few-rounds': '{pair} has {rounds}. A verdict needs {minimum}.',
      'not-measured': '{pair} was not measured.',
      'not-judged': '{pair} is not judged: something else on the machine disturbed the run.',
      'not-resolved': '{pair} is too short for the clock of this system.',
    },
    level: {
      undecided: '{subject} came to {value}. That is too uncertain to hold it against {threshold}.',
      'too-few-rounds': '{subject} came to {value} in {rounds}. A verdict needs {minimum}.',
      'not-measured': '{subject}: the {measure} was not measured.',
      'not-judged': 'Something else on the machine disturbed the run. {subject} came to {value}, which is not judged.',
    },
    noise: {
      'not-measured': 'This run did not measure how much equal work differs.',
      'too-few-rounds': 'This run has {rounds} of equal work. Saying how much it differs needs {minimum}.',
    },
    cost: {
      undecided: '{subject} cost {value} and {baseline} {other}. Their intervals overlap.',
      'not-measured': 'This run did not measure what {short} and {baseline} cost.',
    },
  },
  /** How the answer stands to theory. */
  theory: {
    'as-expected': 'Theory says the same: {expect}.',
    opposite: 'Theory says otherwise: {expect}.',
    'no-difference': 'Theory says otherwise: {expect}.',
    unknown: 'Theory says: {expect}.',
    nothing: 'Theory predicts nothing here.',
  },
  /** `{lesson}` is the experiment's own sentence at `story.lesson`. */
  takeaway: {
    holds: '{lesson}',
    differs: '{lesson} This run came out otherwise.',
    open: '{lesson} This run cannot show it.',
    none: 'This run compares what was chosen. Its numbers hold for one machine and these tasks.',
  },
  figure: {
    read: 'How to read it, n and machine',
    timeline: '{part}: round {round} as it was recorded',
    caption:
      'A typical round: of all its totals lie nearest to the medians. Every span was recorded while it happened. Mark above a lane: a task is done. {base}.',
  },
  prediction: {
    skipped: 'No prediction was made.',
    times: 'You said {first} for {baseline}, {second} for {short}. It was {firstMeasured} and {secondMeasured}.',
    picked: 'You said "{picked}". The run shows "{measured}".',
    said: 'You said {predicted}. It was {measured}.',
    speedup: 'You said {predicted}x. It was {measured}x.',
    score: {
      one: 'Right: {right} of 1.',
      many: 'Right: {right} of {pairs}.',
      none: 'This run could judge none of your predictions.',
    },
    unmeasured: 'You made a prediction. Too little was measured to hold it against.',
  },
  quality: {
    label: 'Quality: {level}',
    notes: { none: '{label}', one: '{label}, 1 note', many: '{label}, {count} notes' },
    level: { good: 'good', fair: 'fair', poor: 'poor' },
    heading: 'What may have disturbed this run',
    ended: 'The run ended before all its rounds were measured.',
    nothing: 'Nothing was measured.',
    today: 'Today’s rules would judge some comparisons otherwise. Comparisons tells which.',
    noisy: 'In {part} equal work differed by up to {floor} %. Up to {limit} % this lab says "no difference".',
    contradiction: 'The record contradicts itself. Do not trust it.',
  },
} as const;
