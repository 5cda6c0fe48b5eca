import type { ClaimEvidence, EvidenceOutcome, JudgedClaim, LevelVerdict, MissingEvidence } from '../claims/claim-types';
import { unitOfMeasure } from '../claims/measures';
import type { Verdict } from '../analysis/verdicts';
import { experimentText } from '../texts/experiment-text';
import { formatPlainRatio, threeDigits } from '../texts/format';
import { translate } from '../texts/translate';
import { textAt } from './names';

/** A statement in short, in the source text's words, and what theory says about it. */
export function statementText(number: number, key: 'short' | 'words' | 'theory'): string {
  return translate(`claims.statement.claim-${number}.${key}`);
}

/** Title of an experiment; its id where this version does not have it. */
export function experimentTitle(id: string): string {
  return textAt(`experiments.${id}.title`) ?? id;
}

/** Experiment and part that a piece of evidence is of, e.g. `Eggs and toast, first course`. */
export function placeOf({ rule }: ClaimEvidence): string {
  const { path, values } = experimentText(rule.experiment, `part.${rule.part}.name`);
  const part = textAt(path, values);
  const title = experimentTitle(rule.experiment);
  return part === undefined ? title : `${title}: ${part}`;
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
function ratioSentence(experiment: string, rule: RatioEvidence['rule'], found: Verdict | null): string {
  const ratio = found?.ratio ?? null;
  const kind = ratio === null ? 'not-measured' : (found?.verdict ?? 'not-measured');
  const factors =
    ratio &&
    (found?.verdict === 'slower' ? ratio : { estimate: 1 / ratio.estimate, low: 1 / ratio.high, high: 1 / ratio.low });
  return translate(`experiments.${experiment}.results.sentence.${kind}`, {
    subject: conditionText(experiment, rule.condition, 'subject'),
    baseline: conditionText(experiment, rule.baseline, 'short'),
    ...(ratio && {
      plainRatio: formatPlainRatio(ratio),
    }),
    ...(factors && {
      times: threeDigits(factors.estimate),
      low: threeDigits(factors.low),
      high: threeDigits(factors.high),
    }),
    floor: found?.floor ? threeDigits(found.floor) : '–',
    n: found?.rounds ?? 0,
  });
}

function levelSentence(experiment: string, { rule, found }: LevelEvidence): string {
  const key = found?.value ? (found.verdict === 'undecided' ? 'undecided' : 'measured') : 'not-measured';
  return translate(`claims.level.${key}`, {
    subject: conditionText(experiment, rule.condition, 'subject'),
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
    subject: conditionText(rule.experiment, rule.condition, 'short'),
    baseline: conditionText(rule.experiment, evidence.rule.baseline, 'short'),
  });
}

function conditionText(experiment: string, condition: string, key: 'subject' | 'short'): string {
  const { path, values } = experimentText(experiment, `condition.${condition}.${key}`);
  return textAt(path, values) ?? condition;
}

function measureText(measure: string): string {
  return textAt(`claims.measure.${measure}`) ?? measure;
}

function levelValue(value: NonNullable<LevelVerdict['value']>, measure: string): string {
  const { size, symbol } = scaleOf(measure);
  const [estimate = '', low = '', high = ''] = [value.estimate, value.low, value.high].map((x) =>
    threeDigits(x / size),
  );
  return `${estimate}${symbol} [${low}, ${high}]`;
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
      return { size: 1e6, symbol: ' MB' };
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
  const [supports, contradicts, undecided] = [of('supports'), of('contradicts'), of('undecided')];
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
  return translate(`claims.page.${key}`, { experiment: experimentTitle(experiment) });
}
