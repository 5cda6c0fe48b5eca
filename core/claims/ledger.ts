import type { ClaimDefinition, DecidedVerdict, LevelRule, RatioRule } from './claim-types';

const faster: readonly DecidedVerdict[] = ['faster'];
const notFaster: readonly DecidedVerdict[] = ['no-difference', 'slower'];

type Choices = Pick<RatioRule, 'needsCores' | 'pinned' | 'isContext'>;

/** `experiment/part`, then what is compared, and the verdicts that speak for the statement. */
function ratio(
  place: string,
  condition: string,
  baseline: string,
  supports: readonly DecidedVerdict[],
  choices: Choices = {},
): RatioRule {
  return { kind: 'ratio', ...placeOf(place), condition, baseline, supports, ...choices };
}

function level(place: string, condition: string, measure: string, supports: LevelRule['supports']): LevelRule {
  return { kind: 'level', ...placeOf(place), condition, measure, supports };
}

function placeOf(place: string): { readonly experiment: string; readonly part: string } {
  const [experiment = '', part = ''] = place.split('/');
  return { experiment, part };
}

const manyCores = { needsCores: 2 } as const;
const onOneCore = 'one-core-sync';
const pinnedBaseline = { pinned: [onOneCore], ...manyCores } as const;

/**
 * The statements of the source text, with what in a record speaks for each. Every rule tests the *statement*: where
 * theory says that a statement does not hold, a result as theory predicts speaks against it. `testedBy` names the
 * experiments of the curriculum; those without a rule are shown as not part of this version yet.
 */
export const ledger: readonly ClaimDefinition[] = [
  {
    number: 1,
    testedBy: ['eggs-and-toast', 'waiting-for-io'],
    rules: [
      ratio('eggs-and-toast/first-course', 'async', 'sync', faster),
      ratio('waiting-for-io/requests', 'in-flight-16', 'in-flight-1', faster),
    ],
  },
  {
    number: 2,
    testedBy: ['eggs-and-toast'],
    rules: [ratio('eggs-and-toast/first-course', 'async', 'sync', faster)],
  },
  {
    // That workers are paid is measured as wages: what hiring takes, and the memory of each hired worker.
    number: 3,
    testedBy: ['eggs-and-toast', 'threads-or-processes', 'lost-updates', 'shared-stove'],
    wholeNeeds: ['lost-updates'],
    rules: [
      level('eggs-and-toast/wages', 'threads', 'hiring', 'above'),
      level('eggs-and-toast/wages', 'processes', 'hiring', 'above'),
      level('threads-or-processes/wages', 'threads', 'hiring', 'above'),
      level('threads-or-processes/wages', 'threads', 'memory', 'above'),
      level('threads-or-processes/wages', 'processes', 'hiring', 'above'),
      level('threads-or-processes/wages', 'processes', 'memory', 'above'),
    ],
  },
  {
    // Workers compute more at once, tasks in flight do not; and one worker can have many tasks in flight.
    number: 4,
    testedBy: ['async-is-not-parallel', 'many-cooks', 'four-scenarios'],
    rules: [
      ratio('async-is-not-parallel/computing', 'together', 'loop', notFaster),
      ratio('async-is-not-parallel/computing', 'threads', 'loop', faster, manyCores),
      ratio('many-cooks/computing', 'threads-{cores}', 'threads-1', faster, manyCores),
      ratio('four-scenarios/computing', 'one-thread-async', onOneCore, notFaster),
      ratio('four-scenarios/requests', 'one-thread-async', onOneCore, faster),
    ],
  },
  {
    number: 5,
    testedBy: ['waiting-for-io', 'hidden-helpers'],
    rules: [
      ratio('waiting-for-io/requests', 'in-flight-16', 'in-flight-1', faster),
      ratio('waiting-for-io/files', 'in-flight-16', 'in-flight-1', faster),
      ratio('waiting-for-io/queries', 'in-flight-16', 'in-flight-1', faster),
      ratio('hidden-helpers/files', 'pool-4', 'pool-1', faster),
    ],
  },
  {
    // A window that hands work to another host awaits it; a wait leaves the loop free; and a job made of async steps lets
    // others have their turn or not, by the way in which it gives way.
    number: 6,
    testedBy: ['freeze-the-window', 'blocked-is-not-busy', 'sharing-the-loop'],
    rules: [
      level('freeze-the-window/blocking', 'thread', 'frame-gap', 'below'),
      level('freeze-the-window/blocking', 'process', 'frame-gap', 'below'),
      level('blocked-is-not-busy/passing-time', 'async-wait', 'utilization', 'below'),
      level('sharing-the-loop/job', 'promises', 'lateness', 'below'),
      level('sharing-the-loop/job', 'next-tick', 'lateness', 'below'),
      level('sharing-the-loop/job', 'immediate', 'lateness', 'below'),
    ],
  },
  {
    // Theory says that this does not hold for JavaScript: as theory predicts is evidence against it. The libuv pool
    // computes natively on other cores; that is what the last rule shows, and it is not the event loop.
    number: 7,
    testedBy: ['hidden-helpers', 'async-is-not-parallel', 'four-scenarios'],
    rules: [
      ratio('async-is-not-parallel/computing', 'together', 'loop', faster, manyCores),
      ratio('four-scenarios/computing', 'one-thread-async', onOneCore, faster, manyCores),
      ratio('hidden-helpers/hashing', 'pool-4', 'pool-1', faster, { ...manyCores, isContext: true }),
    ],
  },
  { number: 8, testedBy: ['lost-updates'], rules: [] },
  {
    // The same thread gets more done while it waits; whether it also does while it computes is the other half.
    number: 9,
    testedBy: ['waiting-for-io', 'async-is-not-parallel', 'blocked-is-not-busy', 'threads-or-processes'],
    rules: [
      ratio('waiting-for-io/requests', 'in-flight-16', 'in-flight-1', faster),
      ratio('async-is-not-parallel/computing', 'together', 'loop', faster),
      level('blocked-is-not-busy/passing-time', 'async-wait', 'utilization', 'below'),
      level('threads-or-processes/wages', 'threads', 'memory', 'above'),
      level('threads-or-processes/wages', 'processes', 'memory', 'above'),
    ],
  },
  {
    number: 10,
    testedBy: ['four-scenarios', 'sharing-the-loop'],
    wholeNeeds: ['sharing-the-loop'],
    rules: [
      ratio('four-scenarios/computing', 'one-core-async', onOneCore, notFaster, {
        pinned: [onOneCore, 'one-core-async'],
      }),
      ratio('four-scenarios/requests', 'one-core-async', onOneCore, faster, { pinned: [onOneCore, 'one-core-async'] }),
      level('sharing-the-loop/job', 'immediate', 'lateness', 'below'),
    ],
  },
  {
    number: 11,
    testedBy: ['four-scenarios', 'async-is-not-parallel'],
    rules: [
      ratio('four-scenarios/computing', 'one-thread-sync', onOneCore, notFaster, pinnedBaseline),
      ratio('four-scenarios/computing', 'one-thread-async', onOneCore, notFaster, pinnedBaseline),
      ratio('four-scenarios/requests', 'one-thread-async', onOneCore, faster, manyCores),
      ratio('async-is-not-parallel/computing', 'together', 'loop', notFaster, manyCores),
    ],
  },
  {
    number: 12,
    testedBy: ['many-cooks', 'four-scenarios', 'python-gil'],
    wholeNeeds: ['python-gil'],
    rules: [
      ratio('many-cooks/computing', 'threads-{cores}', 'threads-1', faster, manyCores),
      ratio('four-scenarios/computing', 'many-threads-sync', onOneCore, faster, manyCores),
      ratio('four-scenarios/requests', 'many-threads-async', onOneCore, faster, manyCores),
    ],
  },
  {
    number: 13,
    testedBy: ['threads-or-processes', 'four-scenarios', 'python-gil'],
    wholeNeeds: ['python-gil'],
    rules: [
      ratio('threads-or-processes/computing', 'processes', 'alone', faster, manyCores),
      ratio('four-scenarios/computing', 'many-processes-sync', onOneCore, faster, manyCores),
      ratio('four-scenarios/requests', 'many-processes-async', onOneCore, faster, manyCores),
    ],
  },
  {
    number: 14,
    testedBy: ['async-is-not-parallel', 'many-cooks', 'four-scenarios'],
    rules: [
      ratio('async-is-not-parallel/computing', 'threads', 'together', faster, manyCores),
      ratio('many-cooks/computing', 'threads-{cores}', 'threads-1', faster, manyCores),
      ratio('four-scenarios/computing', 'many-threads-async', onOneCore, faster, manyCores),
      ratio('four-scenarios/computing', 'many-processes-async', onOneCore, faster, manyCores),
    ],
  },
];
