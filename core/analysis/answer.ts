import type { ConditionDefinition, ExperimentDefinition } from '../experiments/definition-types';
import { bySize, doubled, setUpOf, type SetUp } from '../experiments/workbench/conditions';
import type { UnsealedRecord } from '../record/record';
import { searchOf } from '../record/order';
import { againstBest, type AgainstBest, type Gain, type Loss } from '../statistics/against-best';
import type { Interval } from '../statistics/bootstrap';
import { searched } from './candidates';
import type { PartSummary } from './types';

/** A set-up that the search saw. */
export interface SearchedSetUp extends SetUp {
  readonly condition: string;
  /** Median over the rounds of the search, in nanoseconds: coarse, and never part of an estimate. */
  readonly searchNs: number;
}

/** A set-up that was confirmed; everything is from the confirming rounds alone. */
export interface Candidate extends SetUp {
  readonly condition: string;
  /** Total in nanoseconds. */
  readonly total: Interval;
  /** time / time of the best; holds together for all candidates. */
  readonly loss: Loss;
  readonly mayBeBest: boolean;
  /** Whether it takes longer than the best by no more than the margin. */
  readonly isAsGood: boolean;
}

/** What a search found. */
export interface AnswerSummary {
  readonly searched: readonly SearchedSetUp[];
  /** Rounds of the search. */
  readonly searchRounds: number;
  /** The smallest first. */
  readonly candidates: readonly Candidate[];
  /** The smallest set-up as good as the best; absent where no set-up is shown to be, or there are too few rounds. */
  readonly smallest?: Candidate;
  /** Twice its threads with as many tasks in flight on each, if that was confirmed: how much faster that may be. */
  readonly twice?: { readonly condition: string; readonly gain: Gain };
  /** Ratio up to which a set-up counts as good as the best. */
  readonly margin: number;
  /** Confirming rounds behind every comparison; 0: nothing was confirmed. */
  readonly rounds: number;
  /** Comparisons that the intervals are adjusted for. */
  readonly comparisons: number;
  /** Least probability with which all losses and gains are true together; 0: nothing was confirmed. */
  readonly confidence: number;
  /** False with fewer rounds than all intervals together need for the confidence of the rules. */
  readonly isEnough: boolean;
}

/**
 * The answer of a run that searched for the numbers of workers and tasks in flight; undefined for any other.
 */
export function answerOf(
  record: UnsealedRecord,
  experiment: ExperimentDefinition,
  parts: readonly PartSummary[],
): AnswerSummary | undefined {
  const search = searchOf(experiment)?.search;
  if (!search) return undefined;
  const seen = searched(experiment, record.cells).filter(({ condition }) => condition.repeats === undefined);
  const common = {
    searched: seen.map(({ condition, totalNs }) => ({
      condition: condition.id,
      ...setUpOf(condition),
      searchNs: totalNs,
    })),
    searchRounds: search.rounds,
    margin: search.margin,
  };
  const nothing = { ...common, candidates: [], rounds: 0, comparisons: 0, confidence: 0, isEnough: false };
  const part = parts.find((one) => one.part === search.confirms);
  const conditions = experiment.conditions.filter(({ repeats }) => repeats === undefined).toSorted(bySize);
  const confirmed = conditions.flatMap((condition) => {
    const summary = part?.conditions.find((one) => one.condition === condition.id);
    return summary ? [{ condition, summary }] : [];
  });
  const rounds = confirmed[0]?.summary.rounds.filter((round) => {
    return confirmed.every(({ summary }) => summary.rounds.includes(round));
  });
  if (!part?.checksumsAgree || !rounds || rounds.length === 0) return nothing;
  const times = confirmed.map(({ summary }) => {
    return rounds.map((round) => summary.headlinesNs[summary.rounds.indexOf(round)] ?? Number.NaN);
  });
  const compared = againstBest(times, record.rules.interval.confidence);
  const candidates = confirmed.map(({ condition, summary }, index) =>
    candidateOf(condition, summary.headline, compared, index, search.margin),
  );
  const isEnough =
    compared.confidence >= record.rules.interval.confidence && rounds.length >= record.rules.minimumRounds;
  const smallest = isEnough ? candidates.find(({ isAsGood }) => isAsGood) : undefined;
  const twice =
    smallest &&
    twiceOf(
      smallest,
      confirmed.map(({ condition }) => condition),
      compared,
    );
  return {
    ...common,
    candidates,
    ...(smallest && { smallest }),
    ...(twice && { twice }),
    rounds: compared.n,
    comparisons: compared.comparisons,
    confidence: compared.confidence,
    isEnough,
  };
}

function candidateOf(
  condition: ConditionDefinition,
  total: Interval,
  { losses, mayBeBest }: AgainstBest,
  index: number,
  margin: number,
): Candidate {
  const loss = losses[index] ?? { estimate: Number.NaN, low: Number.NaN, high: Number.NaN };
  return {
    condition: condition.id,
    ...setUpOf(condition),
    total,
    loss,
    mayBeBest: mayBeBest[index] === true,
    isAsGood: loss.high <= margin,
  };
}

function twiceOf(
  smallest: Candidate,
  confirmed: readonly ConditionDefinition[],
  compared: AgainstBest,
): AnswerSummary['twice'] {
  const from = confirmed.findIndex(({ id }) => id === smallest.condition);
  const own = confirmed[from];
  const twice = own && doubled(own, confirmed);
  return twice && { condition: twice.id, gain: compared.gain(from, confirmed.indexOf(twice)) };
}
