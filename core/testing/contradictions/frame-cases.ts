import { at, copyOf, first, swap } from './case';
import type { Case } from './case';

/** Plan, definition, rules, order, dates, workers and hirings that do not fit together. */
export const frameCases: readonly Case[] = [
  [
    "another experiment's id in the plan",
    'synthetic',
    (r) => void (r.plan.experiment = 'noise-floor'),
    'experiment-differs',
    /plan is of the experiment noise-floor/,
  ],
  [
    "another experiment's id in the definition",
    'noise',
    (r) => void (r.definition.id = 'many-cooks'),
    'experiment-differs',
  ],
  [
    "another experiment's id in format 1",
    'async',
    (r) => void (r.plan.experiment = 'noise-floor'),
    'unknown-condition',
  ],
  [
    'another seed',
    'synthetic',
    (r) => void (r.plan.seed += 1),
    'order-not-of-seed',
    /not the one that the seed 8 gives/,
  ],
  ['more rounds planned', 'noise', (r) => void (r.plan.rounds = 15), 'order-not-of-seed'],
  ['fewer rounds planned', 'loop', (r) => void (r.plan.rounds = 6), 'order-not-of-seed'],
  [
    'two places of the order swapped',
    'async',
    (r) => {
      swap(r.order, 1, 2);
    },
    'order-not-of-seed',
  ],
  ['the end of the order gone', 'synthetic', (r) => void (r.order = r.order.slice(0, -3)), 'order-not-of-seed'],
  [
    'a search without candidates',
    'search',
    (r) => {
      delete r.candidates;
    },
    'candidates-missing',
    /after round 3 of the search/,
  ],
  [
    'candidates after another round',
    'search',
    (r) => {
      if (r.candidates) r.candidates.afterRound = 2;
    },
    'candidates-missing',
  ],
  [
    'a candidate that the search does not give',
    'search',
    (r) => void r.candidates?.conditions.push('sync'),
    'candidates-differ',
    /, sync are not those that the search gives/,
  ],
  [
    'another order of what confirms',
    'search',
    (r) => {
      swap(r.order, r.order.length - 1, r.order.length - 2);
    },
    'order-not-of-seed',
  ],
  ['no order', 'noise', (r) => void (r.order = []), 'order-missing'],
  ['the order names an unknown part', 'synthetic', (r) => void (at(r.order, 4)[1] = 'dessert'), 'unknown-part'],
  ['the order names an unknown condition', 'loop', (r) => void (at(r.order, 4)[2] = 'nobody'), 'unknown-condition'],
  [
    'the definition compares what it does not have',
    'synthetic',
    (r) => void (first(first(r.definition.parts).comparisons).baseline = 'nobody'),
    'unknown-condition',
  ],
  [
    'a condition defined twice',
    'noise',
    (r) => void r.definition.conditions.push(copyOf(first(r.definition.conditions))),
    'doubled-definition',
  ],
  ['a part less in the definition', 'synthetic', (r) => void r.definition.parts.pop(), 'unknown-part'],
  ['fewer rounds needed by the rules', 'synthetic', (r) => void (r.rules.minimumRounds = 1), 'rules-differ'],
  ['less confidence in the rules', 'noise', (r) => void (r.rules.interval.confidence = 0.5), 'rules-differ'],
  [
    'an end before the start',
    'synthetic',
    (r) => void (r.endedAt = '2026-01-02T02:00:00.000Z'),
    'dates-reversed',
    /endedAt lies before startedAt/,
  ],
  [
    'a prediction after the start',
    'async',
    (r) => void (r.prediction.frozenAt = '2031-01-01T00:00:00.000Z'),
    'dates-reversed',
  ],
  ['the 30th of February', 'noise', (r) => void (r.endedAt = '2027-02-30T10:00:00.000Z'), 'impossible-date'],
  [
    'another date of the start',
    'loop',
    (r) => {
      r.startedAt = '2019-05-06T07:08:09.000Z';
      r.prediction.frozenAt = r.startedAt;
    },
    'id-and-date',
  ],
  [
    'an end before the last cell',
    'synthetic',
    (r) => void (r.endedAt = '2026-01-02T03:04:06.000Z'),
    'shorter-than-cells',
  ],
  ['a worker listed twice', 'synthetic', (r) => void r.workers.push(copyOf(first(r.workers))), 'worker-doubled'],
  [
    'a worker of an unknown condition',
    'synthetic',
    (r) => void (first(r.workers).condition = 'nobody'),
    'worker-undefined',
  ],
  ['a worker on an unknown seat', 'async', (r) => void (first(r.workers).seat = 'throne'), 'worker-undefined'],
  [
    'a thread that is said to be a process',
    'noise',
    (r) => void (first(r.workers).kind = 'process'),
    'worker-undefined',
  ],
  ['a worker ready before it was asked for', 'loop', (r) => void (first(r.workers).readyNs = 0), 'worker-ready'],
  ['a hiring of more workers', 'synthetic', (r) => void (first(r.hirings).workers += 1), 'hiring-workers'],
  ['a hiring that took less than nothing', 'async', (r) => void (first(r.hirings).readyNs = 0), 'hiring-ready'],
  ['a hiring less', 'synthetic', (r) => void r.hirings.pop(), 'hiring-count'],
  ['a hiring twice', 'async', (r) => void r.hirings.push(copyOf(first(r.hirings))), 'hiring-count'],
  [
    'messages to a worker that does not exist',
    'synthetic',
    (r) => void (first(r.messageTrips).worker = 'nobody/here'),
    'reference-unknown',
  ],
  ['a load of a round that there was not', 'noise', (r) => void (at(r.loads, -1).round = 40), 'load-times'],
  [
    'a stop after another round',
    'synthetic',
    (r) => void (r.stop = { reason: 'narrow-enough', rounds: 5, widest: 0.01 }),
    'stop-round',
  ],
];
