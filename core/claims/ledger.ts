import { experiments } from '../experiments';
import type { Experiment } from '../experiments/experiment';
import type { ClaimDefinition, ClaimRule } from './claim-types';

/** A statement without its rules: they are the experiments' own (`core/experiments/<id>/claims.ts`). */
type Statement = Omit<ClaimDefinition, 'rules'>;

const statements: readonly Statement[] = [
  { number: 1, testedBy: ['eggs-and-toast', 'waiting-for-io'] },
  { number: 2, testedBy: ['eggs-and-toast'] },
  {
    // That workers are paid is measured as wages: what hiring takes, and the memory of each hired worker.
    number: 3,
    testedBy: ['eggs-and-toast', 'threads-or-processes', 'lost-updates', 'shared-stove'],
    wholeNeeds: ['lost-updates'],
  },
  // Workers compute more at once, tasks in flight do not; and one worker can have many tasks in flight.
  { number: 4, testedBy: ['async-is-not-parallel', 'many-cooks', 'four-scenarios'] },
  { number: 5, testedBy: ['waiting-for-io', 'hidden-helpers'] },
  // A window that hands work to another host awaits it; a wait leaves the loop free; and a job made of async steps lets
  // others have their turn or not, by the way in which it gives way.
  { number: 6, testedBy: ['freeze-the-window', 'blocked-is-not-busy', 'sharing-the-loop'] },
  // Theory says that this does not hold for JavaScript: as theory predicts is evidence against it. The libuv pool
  // computes natively on other cores; that is what the last rule shows, and it is not the event loop.
  { number: 7, testedBy: ['hidden-helpers', 'async-is-not-parallel', 'four-scenarios'] },
  { number: 8, testedBy: ['lost-updates'] },
  // Connections and memory: what a wait takes of both. The sentence says nothing about computing, so no rule asks for it.
  { number: 9, testedBy: ['thousand-waits', 'waiting-for-io', 'blocked-is-not-busy', 'threads-or-processes'] },
  { number: 10, testedBy: ['four-scenarios', 'sharing-the-loop'], wholeNeeds: ['sharing-the-loop'] },
  { number: 11, testedBy: ['four-scenarios', 'async-is-not-parallel'] },
  { number: 12, testedBy: ['many-cooks', 'four-scenarios', 'python-gil'], wholeNeeds: ['python-gil'] },
  { number: 13, testedBy: ['threads-or-processes', 'four-scenarios', 'python-gil'], wholeNeeds: ['python-gil'] },
  { number: 14, testedBy: ['async-is-not-parallel', 'many-cooks', 'four-scenarios'] },
  // From here on: sentences of the text that the statements above hold a part of, or none. Numbers are never given anew.
  { number: 15, testedBy: ['thousand-waits'] },
  { number: 16, testedBy: ['thousand-waits', 'async-is-not-parallel'] },
  // A task that awaits lets others have their turn, one that truly blocks does not: both are tested.
  { number: 17, testedBy: ['thousand-waits'] },
  // The reason alone, not that one thread cannot: in a runtime without such a lock, does one thread use several cores?
  { number: 18, testedBy: ['async-is-not-parallel'] },
  { number: 19, testedBy: ['thousand-waits'] },
];

const registered: Readonly<Record<string, Experiment>> = experiments;

/**
 * The statements of the source text, with what in a record speaks for each. Every rule tests the *statement*: where
 * theory says that a statement does not hold, a result as theory predicts speaks against it. `testedBy` names the
 * experiments of the curriculum, then others that have rules; those without a rule are shown as not part of this version
 * yet.
 */
export const ledger: readonly ClaimDefinition[] = statements.map((statement) => {
  const { number, testedBy } = statement;
  const others = Object.keys(registered).filter((id) => !testedBy.includes(id) && registered[id]?.claims?.[number]);
  const all = [...testedBy, ...others];
  const rules = all.flatMap((experiment) => rulesOf(experiment, number));
  // What counts for neither side comes after what does.
  const isContext = (rule: ClaimRule): boolean => rule.kind === 'ratio' && rule.isContext === true;
  const inOrder = [...rules.filter((rule) => !isContext(rule)), ...rules.filter(isContext)];
  return { ...statement, testedBy: all, rules: inOrder };
});

function rulesOf(experiment: string, number: number): ClaimRule[] {
  return (registered[experiment]?.claims?.[number] ?? []).map((rule) => ({ ...rule, experiment }));
}
