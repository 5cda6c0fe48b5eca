import * as v from 'valibot';
import { expectations } from '../experiments/definition-types';
import { measureIds } from '../experiments/measures';
import { count, identifier } from '../record/schema-parts';

export const verdictKinds = ['faster', 'slower', 'no-difference', 'too-noisy', 'undecided'] as const;
export type VerdictKind = (typeof verdictKinds)[number];

/**
 * How a verdict stands against what theory predicts; it alone chooses the explanation that is shown. `measured` is a
 * difference about which nothing was predicted; `not-judged`: something else on the machine disturbed what was watched;
 * `not-resolved`: a clock was too coarse for it.
 */
export const findings = [
  'as-expected',
  'opposite',
  'no-difference',
  'too-noisy',
  'undecided',
  'not-measured',
  'not-judged',
  'not-resolved',
  'measured',
] as const;
export type Finding = (typeof findings)[number];

/** Findings that come with no verdict, whatever was measured. */
export type NoVerdict = Extract<Finding, 'not-measured' | 'not-judged' | 'not-resolved'>;

/** Those that say nothing for or against theory: their explanation is the same whatever was compared. */
export const openFindings = ['too-noisy', 'undecided', 'not-measured', 'not-judged', 'not-resolved'] as const;
export type OpenFinding = (typeof openFindings)[number];

/** True for a finding that says nothing for or against theory. */
export function isOpenFinding(finding: Finding): finding is OpenFinding {
  return openFindings.some((open) => open === finding);
}

export const verdictSchema = v.strictObject({
  part: identifier,
  condition: identifier,
  baseline: identifier,
  expect: v.picklist(expectations),
  /** time(condition) / time(baseline): median of per-round ratios with its interval; null if not measured. */
  ratio: v.nullable(v.strictObject({ estimate: v.number(), low: v.number(), high: v.number() })),
  rounds: count,
  /** Largest ratio that the A/A pair (or the declared smallest difference) explains, >= 1; null if not measured. */
  floor: v.nullable(v.number()),
  /** Ratio up to which a difference does not matter, as the comparison declares it. */
  margin: v.exactOptional(v.number()),
  verdict: v.nullable(v.picklist(verdictKinds)),
  finding: v.picklist(findings),
});
export type Verdict = v.InferOutput<typeof verdictSchema>;

/** Compares a verdict with the expectation of the comparison. `null` means the comparison could not be made. */
export function findingFor(expect: Verdict['expect'], verdict: VerdictKind | null): Finding {
  if (verdict === null) return 'not-measured';
  if (verdict === 'undecided' || verdict === 'too-noisy') return verdict;
  switch (expect) {
    case 'faster':
      if (verdict === 'faster') return 'as-expected';
      return verdict === 'slower' ? 'opposite' : 'no-difference';
    case 'no-difference':
      return verdict === 'no-difference' ? 'as-expected' : 'opposite';
    case 'not-faster':
      return verdict === 'faster' ? 'opposite' : 'as-expected';
    case 'open':
      return verdict === 'no-difference' ? 'no-difference' : 'measured';
  }
}

export const levelKinds = ['above', 'below', 'undecided'] as const;
export type LevelKind = (typeof levelKinds)[number];

/** A verdict about one condition alone: whether a measure lies above or below a threshold. */
export const levelVerdictSchema = v.strictObject({
  part: identifier,
  condition: identifier,
  measure: v.picklist(measureIds),
  /** In the measure's unit: nanoseconds or a share. */
  threshold: v.number(),
  expect: v.picklist(['above', 'below']),
  /** Median over rounds with its interval; null if not measured. */
  value: v.nullable(v.strictObject({ estimate: v.number(), low: v.number(), high: v.number() })),
  rounds: count,
  verdict: v.nullable(v.picklist(levelKinds)),
  finding: v.picklist(findings),
});
export type LevelVerdict = v.InferOutput<typeof levelVerdictSchema>;

/** Compares a level with what theory predicts for it. `null` means that it could not be measured. */
export function levelFinding(expect: LevelVerdict['expect'], verdict: LevelKind | null): Finding {
  if (verdict === null) return 'not-measured';
  if (verdict === 'undecided') return 'undecided';
  return verdict === expect ? 'as-expected' : 'opposite';
}
