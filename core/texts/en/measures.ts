import type { MeasureId } from '../../experiments/measures';
import type { Changes } from './changes';
import type { resultsTexts } from './results';

type Words = Changes<typeof resultsTexts>;

interface Headline {
  /** As a column is headed. */
  readonly name: string;
  /** What an axis measures, without its unit. */
  readonly axis: string;
  /** What a chart of it asks, after the name of the part; by default how long it took until all are done. */
  readonly asks?: string;
  /** Said once below the sentences: what the numbers are. */
  readonly note: string;
}

/** What results say otherwise where a measure stands at the head of a part instead of the total. */
function headline({ name, axis, asks, note }: Headline): Words {
  return {
    note,
    prediction: { axis: `${name} (ms)`, table: `{part}: predicted and measured ${lower(name)}` },
    totals: {
      heading: name,
      hired: name,
      axis: `${axis} (ms)`,
      table: `{part}: ${lower(axis)}, median [interval]`,
      ...(asks !== undefined && { title: `{part}: ${asks}` }),
    },
  };
}

interface Ratio {
  /** As a column is headed; also inside a sentence. */
  readonly name: string;
  /** Of one condition, on the axis of ratios. */
  readonly of: string;
  readonly less: string;
  readonly more: string;
  /** A sentence up to its number, and how it goes on to the baseline. */
  readonly lead: string;
  readonly than: string;
  /** In what there is no difference. */
  readonly inWhat: string;
}

/** What verdicts say otherwise where they are about something that is not long or short in time. */
function compared({ name, of, less, more, lead, than, inWhat }: Ratio): Words {
  const basis = `(${lower(name)} {plainRatio}, noise floor {floor}x, n\u00a0=\u00a0{rounds})`;
  const word = { faster: less, slower: more };
  return {
    sentence: {
      faster: `{subject}: ${lead}{times}x ${less} ${than} {baseline} {bounds}, n\u00a0=\u00a0{rounds}.`,
      slower: `{subject}: ${lead}{times}x ${more} ${than} {baseline} {bounds}, n\u00a0=\u00a0{rounds}.`,
      'no-difference': `{subject} and {baseline}: no difference in ${inWhat} this run can show ${basis}.`,
      'no-difference-margin': `{subject} and {baseline}: no difference in ${inWhat} beyond {percent}\u00a0% ${basis}.`,
      'too-noisy': `{subject} against {baseline}: too noisy to tell ${basis}. Close other programs and run again.`,
      'too-few-rounds': `{subject} against {baseline}: too few rounds, {rounds} of at least {minimum} (${lower(name)} {plainRatio}).`,
      'not-judged': `{subject} against {baseline}: not judged, because something else on the machine disturbed the run (${lower(name)} {plainRatio}, n\u00a0=\u00a0{rounds}).`,
      undecided: `{subject} against {baseline}: undecided, more rounds needed ${basis}.`,
    },
    openMark: word,
    verdicts: {
      caption: `${name}: median of per-round ratios, interval. A difference is called only if the whole interval lies beyond the noise floor, which comes from running the same condition under two names in this run.`,
      axis: `${of} of the first over that of the second, logarithmic scale (left of 1 is ${less})`,
      ratio: name,
      word,
      theory: { faster: less, 'not-faster': `not ${less}` },
    },
  };
}

/** CPU keeps its capitals inside a sentence. */
function lower(words: string): string {
  return words.startsWith('CPU') ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

/** Where nobody is hired, a total is a total. */
export const nobodyHired: Words = {
  note: '',
  prediction: { axis: 'Total (ms)' },
  totals: { hired: 'Total' },
};

/** The words of each measure that stands at the head of some experiment's parts. */
export const measureWords = {
  'batch-time': headline({
    name: 'Time for all tasks',
    axis: 'Time until the caller has all results',
    note: 'Times until the caller has all results; hiring is in those of the cold threads alone.',
  }),
  'trial-time': headline({
    name: 'Time of one trial',
    axis: 'Mean time of one trial',
    asks: 'how long did one trial take?',
    note: 'Mean times of one trial: all updates of all who add.',
  }),
  'passing-time': headline({
    name: 'Time to pass it',
    axis: 'Time until the receiver has it',
    asks: 'how long until the receiver has it?',
    note: 'Times from handing over until the receiver has the data.',
  }),
  lateness: {
    ...headline({
      name: 'Longest lateness',
      axis: 'Longest lateness of the heartbeat',
      asks: 'how late was the heartbeat?',
      note: 'Longest lateness of a heartbeat that is due every 10 ms.',
    }),
    ...compared({
      name: 'Ratio of latenesses',
      of: 'Lateness',
      less: 'less late',
      more: 'later',
      lead: 'heartbeat ',
      than: 'than with',
      inWhat: 'the lateness of the heartbeat',
    }),
  },
  recovery: {
    ...headline({
      name: 'Recovery',
      axis: 'Time from the known loss until the next task is served',
      asks: 'how long until work goes on?',
      note: 'Times from when the loss was known until the next task was served in that place.',
    }),
    ...compared({
      name: 'Ratio of recoveries',
      of: 'Recovery',
      less: 'sooner',
      more: 'later',
      lead: 'work went on ',
      than: 'than with',
      inWhat: 'how soon work goes on',
    }),
  },
  'wait-median': {
    ...headline({
      name: 'Wait of half of the orders',
      axis: 'Wait that half of the orders did not exceed',
      asks: 'how long do orders wait?',
      note: 'Half of the orders waited no longer than this, from when they came until their answer was there.',
    }),
    ...compared({
      name: 'Ratio of waits',
      of: 'Wait',
      less: 'shorter',
      more: 'longer',
      lead: 'half of the orders had waits ',
      than: 'than with',
      inWhat: 'how long half of the orders wait',
    }),
  },
  'cpu-time': {
    ...headline({
      name: 'CPU time',
      axis: 'CPU time of the thread',
      asks: 'how much CPU time?',
      note: 'CPU time of the thread, begin and end of the execution included.',
    }),
    ...compared({
      name: 'Ratio of CPU times',
      of: 'CPU time',
      less: 'less CPU time',
      more: 'more CPU time',
      lead: '',
      than: 'than',
      inWhat: 'CPU time',
    }),
  },
  'frame-gap': {
    ...headline({
      name: 'Longest gap',
      axis: 'Longest gap between two frames',
      asks: 'how long did the window stand still?',
      note: 'Longest gap between two frames of the window.',
    }),
    ...compared({
      name: 'Ratio of gaps',
      of: 'Gap',
      less: 'shorter',
      more: 'longer',
      lead: 'the longest gap between frames was ',
      than: 'than with',
      inWhat: 'the longest gap',
    }),
  },
} as const satisfies Partial<Record<MeasureId, Words>>;
