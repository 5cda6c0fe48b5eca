/** The shape of the claims ledger: statements of the source text as data, and what a judgement about them holds. */
import type { Preset } from '../experiments/definition-types';
import type { Finding, Verdict, VerdictKind } from '../analysis/verdicts';

/** What a comparison can say once it is decided. */
export type DecidedVerdict = Exclude<VerdictKind, 'undecided' | 'too-noisy'>;

interface RuleBase {
  readonly experiment: string;
  /** `{cores}` in a condition's id stands for the number of cores that the record's experiment was made for. */
  readonly part: string;
  readonly condition: string;
  /** Fewest cores on which the statement can be tested; 1 where it is absent. */
  readonly needsCores?: number;
}

/** A comparison of two conditions: time(condition) / time(baseline), as the record stores it. */
export interface RatioRule extends RuleBase {
  readonly kind: 'ratio';
  readonly baseline: string;
  /** The verdicts that speak for the statement; every other decided verdict speaks against it. */
  readonly supports: readonly DecidedVerdict[];
  /** Conditions whose pinning must have been verified, or the comparison says nothing about the statement. */
  readonly pinned?: readonly string[];
  /** Shown beside the evidence because it marks a limit; counts neither for nor against. */
  readonly isContext?: true;
}

/** A measure of one condition against a threshold. */
export interface LevelRule extends RuleBase {
  readonly kind: 'level';
  readonly measure: string;
  /** The side of the threshold that speaks for the statement; the other side speaks against it. */
  readonly supports: 'above' | 'below';
  /**
   * Another level of the same part that must have been found in the same run, or this one is not judged: that one thread uses one
   * core says something only where two threads used two.
   */
  readonly onlyIf?: { readonly condition: string; readonly measure: string; readonly verdict: 'above' | 'below' };
}

export type ClaimRule = RatioRule | LevelRule;

/** A rule as its experiment writes it down. */
export type OwnRule = Omit<RatioRule, 'experiment'> | Omit<LevelRule, 'experiment'>;

/** The rules of one experiment, by the number of the statement that they are about. */
export type ClaimRules = Readonly<Record<number, readonly OwnRule[]>>;

export interface ClaimDefinition {
  /** Number of the statement in the ledger, from 1 on. */
  readonly number: number;
  /** The experiments of the curriculum that test it, in this program or in a later version. */
  readonly testedBy: readonly string[];
  readonly rules: readonly ClaimRule[];
  /** Experiments that test a part of the statement which no other does: without them it is never wholly supported. */
  readonly wholeNeeds?: readonly string[];
}

/** A measure of a condition against a threshold, decided only if its whole interval lies on one side. */
export interface MeasuredLevel {
  readonly part: string;
  readonly condition: string;
  readonly measure: string;
  /** In the unit of the measure (`measures.ts`). */
  readonly threshold: number;
  readonly value: { readonly estimate: number; readonly low: number; readonly high: number } | null;
  /** Samples behind the value. */
  readonly rounds: number;
  readonly verdict: 'above' | 'below' | 'undecided' | null;
  /** Why there is no verdict, where something disturbed the run; wages have none. */
  readonly finding?: Finding;
}

/** What makes two records comparable: they were made on the same machine. */
export interface MachineIdentity {
  readonly cpuModel: string;
  readonly logicalCores: number;
  /** Cores that the machine offers to the lab. */
  readonly availableParallelism: number;
  readonly memoryBytes: number;
}

/** All that judging needs of a record: small enough to keep for every record. */
export interface ClaimSource {
  readonly id: string;
  readonly title: string;
  readonly experiment: string;
  readonly preset: Preset;
  readonly startedAt: string;
  readonly isCompleted: boolean;
  /** True if the record contradicts itself: it is no evidence for anything. */
  readonly contradictsItself: boolean;
  readonly machine: MachineIdentity;
  /** Cores that the record's experiment was made for. */
  readonly cores: number;
  /** Conditions whose pinning was read back and found as asked for. */
  readonly pinned: readonly string[];
  /** True if a size of the work is not the experiment's own. */
  readonly hasOwnParameters: boolean;
  readonly warnings: number;
  readonly verdicts: readonly Verdict[];
  readonly levels: readonly MeasuredLevel[];
}

/**
 * What one rule found in a record. `context` counts for neither side. Nothing was found out if the comparison was
 * `not-measured` (the preset leaves it out, or the run ended early), `not-judged` (something else disturbed it), if there were `too-few-cores`, or if a condition
 * that had to be pinned was `not-pinned`.
 */
export type EvidenceOutcome =
  | 'supports'
  | 'contradicts'
  | 'undecided'
  | 'too-noisy'
  | 'context'
  | 'not-measured'
  | 'not-judged'
  | 'too-few-cores'
  | 'not-pinned';

/** The record behind a piece of evidence. */
export interface EvidenceRun {
  readonly id: string;
  readonly title: string;
  readonly preset: Preset;
  readonly startedAt: string;
  readonly cores: number;
  readonly hasOwnParameters: boolean;
  readonly warnings: number;
}

interface EvidenceBase {
  readonly outcome: EvidenceOutcome;
  readonly run: EvidenceRun;
}

/** A rule with the ids of this record in place of `{cores}`, and what the record says; null: not in the record. */
export type ClaimEvidence =
  | (EvidenceBase & { readonly rule: RatioRule; readonly found: Verdict | null })
  | (EvidenceBase & { readonly rule: LevelRule; readonly found: MeasuredLevel | null });

export const claimVerdicts = [
  'supported',
  'supported-with-conditions',
  'not-supported',
  'undecided',
  'not-yet-tested',
] as const;
export type ClaimVerdict = (typeof claimVerdicts)[number];

/** An experiment that would test the statement and has no completed record here. */
export interface MissingEvidence {
  readonly experiment: string;
  /** `not-in-version`: the experiment, or its place in the ledger, is not part of this version yet. */
  readonly reason: 'not-run' | 'not-in-version';
}

export interface JudgedClaim {
  readonly number: number;
  readonly verdict: ClaimVerdict;
  /** One for each rule whose experiment has a record, in the order of the rules. */
  readonly evidence: readonly ClaimEvidence[];
  readonly missing: readonly MissingEvidence[];
  /** True as long as a part of the statement is not tested, whatever the evidence says about the others. */
  readonly isPartlyOpen: boolean;
}

export interface ClaimsLedger {
  readonly machine: MachineIdentity;
  readonly claims: readonly JudgedClaim[];
  /** Records that could have been evidence and are not. */
  readonly leftOut: { readonly otherMachines: number; readonly notCompleted: number; readonly contradictory: number };
}
