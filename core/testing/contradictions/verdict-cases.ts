import { copyOf, first, measured } from './case';
import type { Case } from './case';

/** Stored verdicts and levels that do not follow from the cells. */
export const verdictCases: readonly Case[] = [
  [
    'a verdict turned round',
    'synthetic',
    (r) => void (first(r.verdicts, ({ verdict }) => verdict === 'faster').verdict = 'slower'),
    'verdict-word',
    /stored as slower; the executions give faster/,
  ],
  [
    'a verdict turned to undecided',
    'synthetic',
    (r) => void (first(r.verdicts, measured).verdict = 'undecided'),
    'verdict-word',
  ],
  [
    'a verdict taken away',
    'noise',
    (r) => void (first(r.verdicts, measured).verdict = null),
    'verdict-word',
    /stored as none/,
  ],
  [
    'a finding turned round',
    'synthetic',
    (r) => void (first(r.verdicts, ({ finding }) => finding === 'as-expected').finding = 'opposite'),
    'verdict-finding',
  ],
  [
    'another expectation',
    'synthetic',
    (r) => void (first(r.verdicts, ({ expect: e }) => e === 'faster').expect = 'not-faster'),
    'verdict-finding',
  ],
  [
    'a ratio moved within its interval',
    'synthetic',
    (r) => {
      const { ratio } = first(r.verdicts, (v) => v.ratio !== null && v.ratio.low < v.ratio.estimate);
      if (ratio) ratio.estimate = (ratio.estimate + ratio.low) / 2;
    },
    'verdict-ratio',
  ],
  [
    'a ratio halved',
    'async',
    (r) => {
      const { ratio } = first(r.verdicts, measured);
      if (ratio) for (const key of ['low', 'estimate', 'high'] as const) ratio[key] /= 2;
    },
    'verdict-ratio',
  ],
  [
    'a narrower interval',
    'noise',
    (r) => {
      const { ratio } = first(r.verdicts, measured);
      if (ratio) ratio.low = ratio.high = ratio.estimate;
    },
    'verdict-ratio',
  ],
  [
    'low above high',
    'synthetic',
    (r) => {
      const { ratio } = first(r.verdicts, measured);
      if (ratio) [ratio.low, ratio.high] = [ratio.high + 0.1, ratio.low];
    },
    'verdict-bounds',
    /outside its own interval/,
  ],
  [
    'a ratio outside its interval',
    'loop',
    (r) => {
      const { ratio } = first(r.verdicts, measured);
      if (ratio) ratio.estimate = ratio.high * 2;
    },
    'verdict-bounds',
  ],
  ['a ratio taken away', 'synthetic', (r) => void (first(r.verdicts, measured).ratio = null), 'verdict-ratio'],
  [
    'a lower noise floor',
    'async',
    (r) => void (first(r.verdicts, ({ floor }) => floor !== null).floor = 1),
    'verdict-floor',
  ],
  [
    'no noise floor',
    'noise',
    (r) => void (first(r.verdicts, ({ floor }) => floor !== null).floor = null),
    'verdict-floor',
  ],
  [
    'n of a verdict wrong',
    'synthetic',
    (r) => void (first(r.verdicts).rounds += 1),
    'verdict-rounds',
    /stored with 8 rounds; the executions give 7/,
  ],
  ['n of a verdict zero', 'noise', (r) => void (first(r.verdicts).rounds = 0), 'verdict-rounds'],
  ['all verdicts gone', 'synthetic', (r) => void (r.verdicts = []), 'verdict-missing'],
  ['the last verdict gone', 'async', (r) => void r.verdicts.pop(), 'verdict-missing'],
  ['a verdict doubled', 'synthetic', (r) => void r.verdicts.push(copyOf(first(r.verdicts))), 'verdict-doubled'],
  ['all verdicts doubled', 'noise', (r) => void r.verdicts.push(...copyOf(r.verdicts)), 'verdict-doubled'],
  [
    'a verdict of an unknown part',
    'synthetic',
    (r) => void (first(r.verdicts).part = 'dessert'),
    'verdict-unknown',
    /which nobody asks for/,
  ],
  [
    'a verdict on an unknown condition',
    'loop',
    (r) => void (first(r.verdicts).condition = 'nobody'),
    'verdict-unknown',
  ],
  [
    'a verdict the other way round',
    'synthetic',
    (r) => {
      const one = first(r.verdicts, ({ expect: e }) => e === 'faster');
      [one.condition, one.baseline] = [one.baseline, one.condition];
    },
    'verdict-unknown',
  ],
  [
    'a level turned round',
    'loop',
    (r) => {
      const one = first(r.levels, ({ verdict }) => verdict !== null && verdict !== 'undecided');
      one.verdict = one.verdict === 'above' ? 'below' : 'above';
    },
    'level-word',
  ],
  [
    'a level with another value',
    'loop',
    (r) => {
      const { value } = first(r.levels, (one) => one.value !== null);
      if (value) for (const key of ['low', 'estimate', 'high'] as const) value[key] += 1;
    },
    'level-value',
  ],
  ['a level with another threshold', 'loop', (r) => void (first(r.levels).threshold *= 2), 'level-threshold'],
  [
    'a level with low above high',
    'loop',
    (r) => {
      const { value } = first(r.levels, (one) => one.value !== null);
      if (value) value.low = value.high + 1;
    },
    'level-bounds',
  ],
  ['n of a level wrong', 'loop', (r) => void (first(r.levels).rounds = 70), 'level-rounds'],
  ['levels gone', 'loop', (r) => void (r.levels = []), 'level-missing'],
  ['a level doubled', 'loop', (r) => void r.levels?.push(copyOf(first(r.levels))), 'level-doubled'],
  [
    'a level nobody asked for',
    'synthetic',
    (r) =>
      void (r.levels = [
        {
          part: 'doughs',
          condition: 'sync',
          measure: 'lateness',
          threshold: 1,
          expect: 'below',
          value: null,
          rounds: 0,
          verdict: null,
          finding: 'not-measured',
        },
      ]),
    'level-unknown',
  ],
];
