import { matrixTexts } from './matrix';
import { forecastResults } from './predict-kinds';
import { replayTexts } from './replay';
import { scalingTexts } from './scaling';
import { slownessTexts } from './slowness';
import { stageTexts } from './stage';

/**
 * What is said of a record's results, in the window, in its PDF and on the command line. An experiment or a measure may have
 * words of its own for any of it.
 */
export const resultsTexts = {
  heading: 'What the run showed',
  empty: 'No round of this part was completed, so there is nothing to show.',
  nothing: 'Nothing was measured before the run ended.',
  own: 'At a glance',
  machine: '{cpu}, cores offered: {cores}',
  compared: '{subject} against {baseline}',
  note: 'Times with workers already hired.',
  brackets: 'Brackets hold the interval of the median of per-round ratios{coverage}.',
  /** How often such an interval holds the true value: said from the rounds that are behind it. */
  coverage: {
    exact: ', which holds the true median in {share} of such runs',
    bootstrap: ', intended to hold the true median in {intended} of such runs, really in about {share}',
    one: '{low} %',
    range: '{low} to {high} %',
  },
  sentence: {
    faster: '{subject}: {times}x faster than {baseline} {bounds}, n = {rounds}.',
    slower: '{subject}: {times}x slower than {baseline} {bounds}, n = {rounds}.',
    'no-difference':
      '{subject} and {baseline}: no difference this run can show (time ratio {plainRatio}, noise floor {floor}x, n = {rounds}).',
    undecided:
      '{subject} against {baseline}: undecided, more rounds needed (time ratio {plainRatio}, noise floor {floor}x, n = {rounds}).',
    'no-difference-margin':
      '{subject} and {baseline}: no difference beyond {percent} % (time ratio {plainRatio}, noise floor {floor}x, n = {rounds}).',
    'too-noisy':
      '{subject} against {baseline}: too noisy to tell (time ratio {plainRatio}, but equal work differed by up to {floor}x, n = {rounds}). Close other programs and run again.',
    'too-few-rounds':
      '{subject} against {baseline}: too few rounds, {rounds} of at least {minimum} (time ratio {plainRatio}).',
    'not-measured': '{subject} against {baseline}: not measured.',
    'not-judged':
      '{subject} against {baseline}: not judged, because something else on the machine disturbed the run (time ratio {plainRatio}, n = {rounds}).',
    'not-resolved': "{subject} against {baseline}: not resolved by this system's clock, which read zero.",
  },
  /** About one condition alone: a measure against a threshold. */
  level: {
    above: '{subject}: {measure} {value}, above {threshold} (n = {rounds}).',
    below: '{subject}: {measure} {value}, below {threshold} (n = {rounds}).',
    undecided:
      '{subject}: {measure} {value}, not clearly above or below {threshold}: undecided, more rounds needed (n = {rounds}).',
    'too-few-rounds':
      '{subject}: {measure} {value}, from too few rounds to hold it against {threshold}: {rounds} of at least {minimum}.',
    'not-measured': '{subject}: {measure} was not measured.',
    'not-judged':
      '{subject}: {measure} {value} (n = {rounds}), not judged, because something else on the machine disturbed the run.',
  },
  /** What had to hold where nothing ran, and did not. */
  control: {
    failed:
      '{part}: not judged. Something else on the machine held the window or the loop: with nothing running ({condition}), the {measure} was {value}, not below {threshold} (n = {rounds}). Close other programs and run again.',
    missing:
      '{part}: not judged. Whether something else on the machine held the window or the loop is not known: the {measure} with nothing running ({condition}) was not measured.',
  },
  levels: {
    title: 'Verdicts about single conditions: {part}',
    caption:
      'Median over rounds with its interval. "Above" or "below" is said only if the whole interval lies on that side of the threshold.',
    measure: 'Measure',
    value: 'Measured',
    threshold: 'Threshold',
    matrixTitle: '{part}: each condition against its limits',
    lead: 'What was measured, the limit beside it, and whether theory says the same.',
    matrixCaption: 'Median over rounds with its interval. Without a limit: measured, and not asked about. {base}',
    limit: '{verdict} {threshold}',
  },
  measures: {
    heading: 'What else was measured',
    table: '{part}: medians over rounds [interval]',
    title: '{part}: {measure}',
    axisMs: '{measure} (ms)',
    axisPercent: '{measure} (%)',
    axisCount: '{measure}',
    axisKilobytes: '{measure} (kB)',
    caption: 'Mark: median, whisker: its interval. Small points: single rounds. {base}',
    condition: 'Condition',
    low: 'Interval, low end',
    high: 'Interval, high end',
    n: 'n (rounds)',
  },
  matrix: matrixTexts,
  scaling: scalingTexts,
  /** Where nothing was predicted: the verdict alone. */
  openMark: {
    faster: 'faster',
    slower: 'slower',
    'no-difference': 'no difference',
    'too-noisy': 'too noisy to tell',
    undecided: 'undecided',
    'not-measured': 'not measured',
    'not-judged': 'not judged',
    'not-resolved': 'not resolved',
  },
  forecast: forecastResults,
  prediction: {
    heading: 'Prediction and outcome',
    reason: 'Why, in the words written before the run:',
    frozen: 'Frozen {time}, before the run started.',
    skipped: 'The prediction was skipped.',
    unmeasured: 'A prediction was made, but too little was measured to compare it with.',
    score:
      '{part}: {percent} of the pairs of conditions that the run told apart were put in the right order ({pairs}).',
    pairs: { one: '1 pair', many: '{pairs} pairs' },
    noPairs: '{part}: the run told no pair of these conditions apart, so this has no score.',
    table: '{part}: predicted and measured',
    tablePlaces:
      '{part}: predicted and measured place, 1 is fastest; conditions without a shown difference share a place',
    tableCurve: '{part}: predicted and measured speed-up over one',
    interval: 'Measured [interval]',
    off: 'Prediction / measured',
    title: '{part}: how close was your prediction?',
    titleSkipped: '{part}: what was measured?',
    axis: 'Total with workers already hired (ms)',
    predicted: 'Predicted',
    measured: 'Measured median',
    caption:
      'Hollow mark: your prediction. Filled mark: measured median, the whisker is its interval. Small points: single rounds, x for an outlier or a slow round. {base}',
    captionSkipped:
      'Filled mark: measured median, the whisker is its interval. Small points: single rounds, x for an outlier or a slow round. {base}',
    condition: 'Condition',
    none: 'none',
    rankingTitle: '{part}: did you have the order right?',
    rankingCaption:
      'Hollow mark: the place you predicted. Filled mark: the place by measured total; conditions between which no difference was shown share a place. {base}',
    placeAxis: 'Place, 1 is fastest',
    predictedPlace: 'Predicted place',
    measuredPlace: 'Measured place',
    predictedAt: 'predicted: place {place}',
    measuredAt: 'measured: place {place}',
  },
  totals: {
    heading: 'Totals',
    table: '{part}: median [interval]',
    cpu: 'CPU time of all workers',
    cpuValue: '{value} s {bounds}',
    flagged: 'Flagged',
    nobodyHired: 'nobody hired',
    title: '{part}: how long until all are done?',
    axis: 'Time from the first message to the last answer (ms)',
    hired: 'Workers already hired',
    hiring: 'Hiring on top',
    withHiring: 'With hiring',
    caption:
      'Full bar: median with workers already hired, whisker: its interval. Pale bar: what hiring from nothing adds, n = {hiringN} (hirings or rounds, whichever are fewer). Small points: single rounds, x for an outlier or a slow round; grey ring: warm-up, not analysed. {base}',
    plainCaption:
      'Bar: median, whisker: its interval. Small points: single rounds, x for an outlier or a slow round; grey ring: warm-up, not analysed. {base}',
    outliers: 'Outliers',
    slowRounds: 'Slow rounds',
    condition: 'Condition',
    n: 'n (rounds)',
    hiringN: 'With hiring, n',
    warmUp: 'Warm-up',
    low: 'Interval, low end',
    high: 'Interval, high end',
  },
  served: {
    heading: 'When each task is done',
    table: '{part}: from the start of the execution, median [interval]',
    title: '{part}: when is each task done?',
    axis: 'Time from the start until the task is done (ms)',
    caption: 'Mark: median, bar: its interval. {base}',
    task: 'Task',
    condition: 'Condition',
    time: 'Done after',
  },
  states: {
    heading: 'What the workers did',
    table: "{part}: share of each worker state in all workers' time, analysed executions together, no interval",
    title: '{part}: what did the workers do all the time?',
    axis: "Share of all workers' time (%)",
    caption:
      "100 % is workers x wall time of one execution, for example {example}. Shares of the analysed executions' worker time, all rounds together, no interval. Start-up is measured apart (hiring) and is therefore 0 here. {base}",
    captionCold:
      "100 % is workers x wall time of one execution, for example {example}. Shares of the analysed executions' worker time, all rounds together, no interval. {base}",
    condition: 'Condition',
    basis: '100 % is',
    workers: '{workers} x {time}',
  },
  wages: {
    title: 'Wages: what the hired workers cost',
    plainTitle: 'Wages',
    table: 'Wages of the hired workers, median [interval]',
    caption:
      'n counts hirings for hiring and memory, empty messages for message times. Hiring: all workers of the condition from nothing, before round 1. Memory: {memory}. {machine}.',
    none: 'This record has no hirings: the run ended before them.',
    nobody: 'Nobody is hired in this experiment, so there are no wages.',
    condition: 'Condition',
    workers: 'Hired workers',
    hiring: 'Hiring all',
    memory: 'Memory per worker',
    roundTrip: 'Message there and back',
    relay: 'Relays, part of that',
    port: "The same by Electron's port",
    bySocket:
      "{condition}: messages go by a local socket from thread to thread, {socket} there and back. Electron's own port would take {port}, of that {relay} in its two relays (n = {n} each). The times of this run hold the socket's share only.",
    byPort:
      "{condition}: messages go by Electron's port, with a relay at either end, because no local socket could be opened. The relays are part of the times of this run.",
    n: 'n = {n}',
    messages: 'Messages per execution (median, no interval): {counts}.',
    messagesOf: '{condition}, {part}: {count}',
    unknown: 'not told',
    notApplicable: 'none',
    line: 'Wages, {condition}: hiring {workers} takes {hiring}, n = {n}{memory}',
    lineMemory: ', {memory} each ({basis})',
    basis: {
      pss: 'proportional share (PSS), which counts shared pages once',
      rss: 'resident set (RSS), which counts shared pages in full',
      none: 'the machine does not tell',
    },
  },
  today: {
    heading: "Today's rules ({rules}) say otherwise",
    note: 'The sentences above this heading are the verdicts of this record, by the rules and the definition that it was judged by. Those below it are what this version of the lab would say about the same data.',
  },
  forest: {
    title: 'Every comparison against its noise',
    titleOne: '{part}: every comparison against its noise',
    caption: 'Mark: median of per-round time ratios; whisker: its interval.',
    hollow: 'Hollow: not judged, or too noisy to tell.',
    floor: 'Grey band: what the noise of the part explains.',
    noFloor: 'No noise floor was measured.',
    part: 'Part',
  },
  verdicts: {
    title: 'Verdicts',
    partTitle: 'Verdicts: {part}',
    axis: 'Time of the first over time of the second, logarithmic scale (left of 1 is faster)',
    caption:
      'Time ratio: median of per-round ratios, interval. A difference is called only if the whole interval lies beyond the noise floor, which comes from running the same condition under two names in this run.',
    compared: 'Compared',
    ratio: 'Time ratio',
    floor: 'Noise floor',
    verdict: 'Verdict',
    expect: 'Theory says',
    finding: 'Finding',
    n: 'n (rounds)',
    /** A verdict in one word, and what theory predicts: other words where what is compared is not a time to be short. */
    word: {
      faster: 'faster',
      slower: 'slower',
      'no-difference': 'no difference this run can show',
      'too-noisy': 'too noisy to tell',
      undecided: 'undecided, more rounds needed',
      'not-measured': 'not measured',
      'not-judged': 'not judged',
      'not-resolved': "not resolved by this system's clock",
    },
    theory: { faster: 'faster', 'no-difference': 'no difference', 'not-faster': 'not faster', open: 'nothing' },
  },
  explanations: {
    heading: 'Why it came out like this',
    note: 'Chosen by what the run showed. Brackets hold intervals, {rounds} unless said otherwise. Shares of worker time have no interval.',
  },
  noise: {
    measured:
      '{part}: the same condition under two names may differ by up to {measured} % (far end of the interval, n = {rounds}); up to {floor} % nothing is called a difference.',
    missing: '{part}: no noise floor, because the pair under two names was not completed.',
    checksums: '{part}: the conditions returned different checksums for the same task, so nothing is compared.',
  },
  warnings: {
    heading: 'What may have disturbed this run',
    none: 'No warnings: nothing disturbed this run that the lab can see.',
    unknown: 'A warning this program has no text for: {code}.',
  },
  timeline: {
    heading: 'Recorded timeline',
    figure: '{part}: one recorded execution of each condition',
    figureAxis: 'Time since the start of the execution ({unit})',
    figureCaption:
      'The round closest to the median of each condition. Nothing is inferred: every span was recorded while it happened. What is shorter than {width} is drawn that wide, neighbours together. Mark above a lane: a task is done.',
    figureRow: '{condition}: round {round}, {total}',
    lead: "Every span was recorded while it happened. All conditions share one time axis, from each one's start.",
    part: 'Part',
    round: 'Round',
    repetition: 'Repetition',
    warmUp: 'Warm-up',
    roundNumber: 'Round {round}',
    condition: 'Condition',
    worker: 'Worker',
    state: 'State',
    task: 'Task',
    start: 'Start',
    end: 'End',
    duration: 'Duration',
    total: 'Total {total}',
    axis: 'Time since the start',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    reset: 'Whole width',
    table: 'Show as table',
    picture: 'Show as picture',
    legend: 'Worker states',
    help: 'Drag or arrow keys move, + and - zoom at the cursor, 0 shows all, Ctrl and wheel zoom at the pointer. Tab once more and the arrow keys go from span to span, from the cursor on, and take it along.',
    pan: 'Timeline, from {from} to {to}',
    span: '{worker}: {state}{task}, from {from} to {to}, {duration}',
    spanTask: ', {task}',
    together: '{worker}: {count} spans drawn together, mostly {state}, from {from} to {to}. Zoom in to tell them apart',
    servedMark: '{task} done',
    hover: 'Point at a span, or reach it by Tab, for its exact times.',
    missing: 'No execution of this round was recorded.',
    letter: { 'start-up': 'S', queued: 'Q', busy: 'B', blocked: 'X', idle: 'I', messaging: 'M' },
    stateDetail: {
      'start-up': 'being hired',
      queued: 'its task waits for a turn',
      busy: 'computes',
      blocked: 'waits and can do nothing else',
      idle: 'free to take work',
      messaging: 'messages and answers',
    },
  },
  slowness: slownessTexts,
  replay: replayTexts,
  stage: stageTexts,
} as const;
