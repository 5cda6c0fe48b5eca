import { catalogue } from '../experiments/catalogue';
import { isSameMachine } from './claim-source';
import type {
  ClaimDefinition,
  ClaimEvidence,
  ClaimRule,
  ClaimSource,
  ClaimsLedger,
  ClaimVerdict,
  EvidenceOutcome,
  JudgedClaim,
  LevelRule,
  MeasuredLevel,
  MachineIdentity,
  MissingEvidence,
  RatioRule,
} from './claim-types';
import { ledger } from './ledger';
import type { Verdict } from '../analysis/verdicts';

/**
 * Judges every statement by the records of one machine: of each experiment the latest completed one. Records of other
 * machines, those that contradict themselves and runs that did not complete are counted and left out.
 * @param statements the ledger unless a test gives its own
 */
export function judgeClaims(
  sources: readonly ClaimSource[],
  machine: MachineIdentity,
  statements: readonly ClaimDefinition[] = ledger,
): ClaimsLedger {
  const asked = new Set(statements.flatMap(({ rules }) => rules.map(({ experiment }) => experiment)));
  const relevant = sources.filter(({ experiment }) => asked.has(experiment));
  const own = relevant.filter((source) => isSameMachine(source.machine, machine));
  const sound = own.filter(({ contradictsItself }) => !contradictsItself);
  const completed = sound.filter(({ isCompleted }) => isCompleted);
  const latest = latestOfEach(completed);
  return {
    machine,
    claims: statements.map((statement) => judgeClaim(statement, latest)),
    leftOut: {
      otherMachines: relevant.length - own.length,
      notCompleted: sound.length - completed.length,
      contradictory: own.length - sound.length,
    },
  };
}

/**
 * The statements that one record gives evidence on, judged by this record alone; what other experiments would add is not
 * listed. Empty for an experiment that the ledger does not use.
 */
export function judgeByRecord(source: ClaimSource): readonly JudgedClaim[] {
  const latest = new Map(source.isCompleted && !source.contradictsItself ? [[source.experiment, source]] : []);
  return ledger
    .filter(({ rules }) => rules.some(({ experiment }) => experiment === source.experiment))
    .map((statement) => ({ ...judgeClaim(statement, latest), missing: [] }));
}

function latestOfEach(sources: readonly ClaimSource[]): ReadonlyMap<string, ClaimSource> {
  const latest = new Map<string, ClaimSource>();
  for (const source of sources) {
    const before = latest.get(source.experiment);
    if (!before || before.startedAt < source.startedAt) latest.set(source.experiment, source);
  }
  return latest;
}

/** A statement of which a part is untested is supported with that condition at most. */
function judgeClaim(statement: ClaimDefinition, latest: ReadonlyMap<string, ClaimSource>): JudgedClaim {
  const evidence = statement.rules.flatMap((rule) => {
    const source = latest.get(rule.experiment);
    return source ? [evidenceOf(rule, source)] : [];
  });
  const decided = evidence.filter(({ outcome }) => outcome === 'supports' || outcome === 'contradicts');
  const isPartlyOpen = (statement.wholeNeeds ?? []).some((id) => decided.every(({ rule }) => rule.experiment !== id));
  const verdict = verdictOf(evidence.map(({ outcome }) => outcome));
  return {
    number: statement.number,
    verdict: verdict === 'supported' && isPartlyOpen ? 'supported-with-conditions' : verdict,
    evidence,
    missing: missingOf(statement, latest),
    isPartlyOpen,
  };
}

/**
 * How outcomes combine. Only decided ones count:
 * - none decided: `undecided` if any was tried and left undecided or too noisy to tell, otherwise `not-yet-tested`;
 * - more undecided than decided: `undecided`, whatever the few say;
 * - all decided ones speak for the statement: `supported`; all against it: `not-supported`;
 * - some for and some against: `supported-with-conditions`: it holds in some of the tested situations only.
 */
export function verdictOf(outcomes: readonly EvidenceOutcome[]): ClaimVerdict {
  const count = (wanted: EvidenceOutcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  const [supports, contradicts] = [count('supports'), count('contradicts')];
  const undecided = count('undecided') + count('too-noisy');
  const decided = supports + contradicts;
  if (decided === 0 && undecided === 0) return 'not-yet-tested';
  if (undecided > decided) return 'undecided';
  if (contradicts === 0) return 'supported';
  return supports === 0 ? 'not-supported' : 'supported-with-conditions';
}

function missingOf(statement: ClaimDefinition, latest: ReadonlyMap<string, ClaimSource>): MissingEvidence[] {
  const known = new Set(catalogue.map(({ id }) => id));
  const ruled = new Set(statement.rules.map(({ experiment }) => experiment));
  return statement.testedBy
    .filter((experiment) => !latest.has(experiment) || !ruled.has(experiment))
    .map((experiment) => ({
      experiment,
      reason: known.has(experiment) && ruled.has(experiment) ? 'not-run' : 'not-in-version',
    }));
}

function evidenceOf(given: ClaimRule, source: ClaimSource): ClaimEvidence {
  const { id, title, preset, startedAt, machine, hasOwnParameters, warnings } = source;
  const cores = machine.availableParallelism;
  const run = { id, title, preset, startedAt, cores, hasOwnParameters, warnings };
  const resolved = (condition: string): string => condition.replace('{cores}', String(source.cores));
  if (given.kind === 'ratio') {
    const rule = { ...given, condition: resolved(given.condition), baseline: resolved(given.baseline) };
    const found = source.verdicts.find((one) => isAbout(rule, one) && one.baseline === rule.baseline) ?? null;
    return { rule, found, run, outcome: barrier(rule, source) ?? ratioOutcome(rule, found) };
  }
  const rule = { ...given, condition: resolved(given.condition) };
  const measured = source.levels.find((one) => isAbout(rule, one) && one.measure === rule.measure) ?? null;
  const found =
    measured && !holds(rule, source) ? { ...measured, verdict: null, finding: 'not-judged' as const } : measured;
  return { rule, found, run, outcome: barrier(rule, source) ?? levelOutcome(rule, found) };
}

function isAbout(rule: ClaimRule, found: { readonly part: string; readonly condition: string }): boolean {
  return found.part === rule.part && found.condition === rule.condition;
}

/** Whether what a rule presupposes was found in the run; always where it presupposes nothing. */
function holds({ part, onlyIf }: LevelRule, { levels }: ClaimSource): boolean {
  if (!onlyIf) return true;
  const found = levels.find((one) => {
    return one.part === part && one.condition === onlyIf.condition && one.measure === onlyIf.measure;
  });
  return found?.verdict === onlyIf.verdict;
}

/** Why the record cannot speak about the statement at all, whatever was measured. */
function barrier(rule: ClaimRule, { machine, pinned }: ClaimSource): EvidenceOutcome | undefined {
  if (machine.availableParallelism < (rule.needsCores ?? 1)) return 'too-few-cores';
  const needed = rule.kind === 'ratio' ? (rule.pinned ?? []) : [];
  return needed.every((condition) => pinned.includes(condition)) ? undefined : 'not-pinned';
}

/** Without a verdict: something disturbed the run, or nothing was measured. */
function unmeasured(found: Pick<Verdict, 'finding'> | MeasuredLevel | null): 'not-judged' | 'not-measured' {
  return found?.finding === 'not-judged' ? 'not-judged' : 'not-measured';
}

function ratioOutcome({ supports, isContext }: RatioRule, found: Verdict | null): EvidenceOutcome {
  const verdict = found?.verdict ?? null;
  if (verdict === null) return unmeasured(found);
  if (isContext) return 'context';
  if (verdict === 'undecided' || verdict === 'too-noisy') return verdict;
  return supports.includes(verdict) ? 'supports' : 'contradicts';
}

function levelOutcome({ supports }: LevelRule, found: MeasuredLevel | null): EvidenceOutcome {
  const verdict = found?.verdict ?? null;
  if (verdict === null) return unmeasured(found);
  if (verdict === 'undecided') return 'undecided';
  return verdict === supports ? 'supports' : 'contradicts';
}
