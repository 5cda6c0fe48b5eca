import type {
  ClaimEvidence,
  EvidenceOutcome,
  JudgedClaim,
  MeasuredLevel,
  MissingEvidence,
} from '../claims/claim-types';
import { unitOfMeasure } from '../claims/measures';
import { fewestHirings, wagesPart } from '../claims/wage-levels';
import { minimumRounds } from '../statistics/verdict';
import type { Verdict } from '../analysis/verdicts';
import { ratioBounds, threeDigits } from '../texts/format';
import { translate } from '../texts/translate';
import { namesOf, textAt } from './names';
import { verdictSentence } from './verdicts';

/** A statement in short, in the source text's words, and what theory says about it. */
export function statementText(number: number, key: 'short' | 'words' | 'theory'): string {
  return translate(`claims.statement.claim-${number}.${key}`);
}

/** Experiment and part that a piece of evidence is of, e.g. `Eggs and toast, first course`. */
export function placeOf({ rule }: ClaimEvidence): string {
  const { title, part } = namesOf(rule.experiment);
  const name = part(rule.part);
  // A part that only an older version had has no name.
  return name === rule.part ? title : `${title}: ${name}`;
}

/** What was found, with ratio or value, interval and n; or why the record says nothing. */
export function evidenceSentence(evidence: ClaimEvidence): string {
  const { rule, outcome, run } = evidence;
  if (outcome === 'too-few-cores' || outcome === 'not-pinned') {
    return translate(`claims.barrier.${outcome}`, { cores: run.cores });
  }
  return isLevel(evidence)
    ? levelSentence(rule.experiment, evidence)
    : ratioSentence(rule.experiment, evidence.rule, evidence.found);
}

type LevelEvidence = Extract<ClaimEvidence, { readonly rule: { readonly kind: 'level' } }>;
type RatioEvidence = Exclude<ClaimEvidence, LevelEvidence>;

function isLevel(evidence: ClaimEvidence): evidence is LevelEvidence {
  return evidence.rule.kind === 'level';
}

/** A comparison in the experiment's own words, as its results say it. */
function ratioSentence(
  experiment: string,
  { condition, baseline }: RatioEvidence['rule'],
  found: Verdict | null,
): string {
  const unmeasured = { ratio: null, verdict: null, floor: null, rounds: 0, finding: 'not-measured' } as const;
  return verdictSentence({ ...(found ?? unmeasured), condition, baseline }, namesOf(experiment));
}

function levelKey(part: string, found: MeasuredLevel | null): string {
  if (!found?.value) return 'not-measured';
  if (found.verdict === null) return 'not-judged';
  if (found.verdict !== 'undecided') return 'measured';
  return found.rounds < (part === wagesPart ? fewestHirings : minimumRounds) ? 'too-few' : 'undecided';
}

function levelSentence(experiment: string, { rule, found }: LevelEvidence): string {
  return translate(`claims.level.${levelKey(rule.part, found)}`, {
    minimum: rule.part === wagesPart ? fewestHirings : minimumRounds,
    subject: namesOf(experiment).subject(rule.condition),
    measure: measureText(rule.measure),
    value: found?.value ? levelValue(found.value, rule.measure) : '–',
    n: found?.rounds ?? 0,
  });
}

/** What would speak for the statement, so that a reader can see how the finding was judged. */
export function testSentence(evidence: ClaimEvidence): string {
  const { rule } = evidence;
  if (isLevel(evidence)) {
    return translate(`claims.test.${evidence.rule.supports}`, {
      measure: measureText(evidence.rule.measure),
      threshold: evidence.found ? one(evidence.found.threshold, evidence.rule.measure) : '–',
    });
  }
  if (evidence.rule.isContext) return translate('claims.test.context');
  return translate(`claims.test.${evidence.rule.supports.includes('faster') ? 'faster' : 'notFaster'}`, {
    subject: namesOf(rule.experiment).short(rule.condition),
    baseline: namesOf(rule.experiment).short(evidence.rule.baseline),
  });
}

function measureText(measure: string): string {
  return textAt(`claims.measure.${measure}`) ?? measure;
}

function levelValue(value: NonNullable<MeasuredLevel['value']>, measure: string): string {
  const { size, symbol } = scaleOf(measure);
  const scaled = { estimate: value.estimate / size, low: value.low / size, high: value.high / size };
  return `${threeDigits(scaled.estimate)}${symbol} ${ratioBounds(scaled)}`;
}

function one(value: number, measure: string): string {
  const { size, symbol } = scaleOf(measure);
  return `${threeDigits(value / size)}${symbol}`;
}

/** What a measure is divided by, and the unit behind it. */
function scaleOf(measure: string): { readonly size: number; readonly symbol: string } {
  switch (unitOfMeasure(measure)) {
    case 'ns':
      return { size: 1e6, symbol: ' ms' };
    case 'bytes':
      return measure === 'memory-per-wait' ? { size: 1e3, symbol: ' kB' } : { size: 1e6, symbol: ' MB' };
    case 'share':
      return { size: 0.01, symbol: ' %' };
    case 'plain':
      return { size: 1, symbol: '' };
  }
}

/** Why the verdict is what it is: how many tests say what, and the first sentence of each side. Computed, never fixed. */
export function claimReason(claim: JudgedClaim): string {
  const of = (outcome: EvidenceOutcome): readonly ClaimEvidence[] =>
    claim.evidence.filter((evidence) => evidence.outcome === outcome);
  const [supports, contradicts] = [of('supports'), of('contradicts')];
  const undecided = [...of('undecided'), ...of('too-noisy')];
  const tried = supports.length + contradicts.length + undecided.length;
  if (tried === 0) return untestedReason(claim);
  const first = [supports[0], contradicts[0]].flatMap((evidence) => evidence ?? []);
  const sentences = [
    countsInWords(supports.length, contradicts.length, undecided.length),
    ...(claim.verdict === 'undecided' ? [translate('claims.reason.moreRounds')] : []),
    ...openSentence(claim),
    ...first.map((evidence) => sideInWords(evidence, first.length > 1 || undecided.length > 0)),
  ];
  return sentences.join(' ');
}

/** Which part of the statement is not tested yet; empty if none is. */
export function openSentence({ number, isPartlyOpen }: JudgedClaim): string[] {
  if (!isPartlyOpen) return [];
  return [translate('claims.reason.partlyOpen', { part: translate(`claims.part.claim-${number}`) })];
}

function countsInWords(supports: number, contradicts: number, undecided: number): string {
  const counts = { supports, contradicts, undecided };
  const given = (['supports', 'contradicts', 'undecided'] as const).filter((key) => counts[key] > 0);
  const [only] = given;
  if (given.length === 1 && only !== undefined && only !== 'undecided') {
    const n = counts[only];
    const few = n === 1 ? 'one' : n === 2 ? 'both' : 'all';
    return translate(`claims.reason.${few}.${only}`, { n });
  }
  const list = given.map((key) => translate(`claims.reason.count.${key}`, { n: counts[key] }));
  return translate('claims.reason.mixed', { counts: list.join(', ') });
}

function sideInWords(evidence: ClaimEvidence, isNamed: boolean): string {
  const sentence = evidenceSentence(evidence);
  if (!isNamed) return sentence;
  return translate(`claims.reason.${evidence.outcome === 'supports' ? 'for' : 'against'}`, { sentence });
}

function untestedReason({ evidence, missing }: JudgedClaim): string {
  if (evidence.length > 0) return translate('claims.reason.unusable');
  const isPossible = missing.some(({ reason }) => reason === 'not-run');
  return translate(`claims.reason.${isPossible ? 'notTested' : 'unavailable'}`);
}

/** An experiment that is missing, and why. */
export function missingSentence({ experiment, reason }: MissingEvidence): string {
  const key = reason === 'not-run' ? 'notRun' : 'notInVersion';
  return translate(`claims.page.${key}`, { experiment: namesOf(experiment).title });
}
