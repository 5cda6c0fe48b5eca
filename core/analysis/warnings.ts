import { independentSumInterval } from '../statistics/bootstrap';
import { driftRatio } from '../statistics/drift';
import type { Rules } from '../rules/rules';
import { tasksWithDifferingChecksums } from './cells';
import { createMeasureBook } from './lost-measures';
import { otherCoresByRound } from './other-load';
import { randomFor } from './random-for';
import type { ConditionSummary, PartSummary } from './types';
import type { CellRecord, RunWarning } from '../record/events';
import { searchOf } from '../record/order';
import type { UnsealedRecord } from '../record/record';

/** Other programs using more than this many cores during a round are named. */
const otherLoadCores = 0.25;

/** What only the whole run shows. A code that the record carries already is not added a second time. */
export function warningsOfRun(
  record: UnsealedRecord,
  parts: readonly PartSummary[],
  slow: ReadonlySet<CellRecord>,
): RunWarning[] {
  const { minimumRounds } = record.rules;
  const known = new Set(record.warnings.map((warning) => warning.code));
  const cores = record.environment.availableParallelism;
  const cells = record.cells.filter((cell) => cell.round > 0).length;
  // A search is coarse on purpose: nothing is judged by its rounds.
  const search = searchOf(record.definition)?.id;
  const judged = parts.filter(({ part }) => part !== search);
  const rounds = Math.min(...judged.map(completeRounds));
  const found: RunWarning[] = [
    ...parts
      .filter(({ checksumsAgree }) => !checksumsAgree)
      .flatMap((part) =>
        tasksWithDifferingChecksums(record, part.part).map((task) =>
          warning('checksums-differ', { part: part.part, task }),
        ),
      ),
    ...(rounds < minimumRounds ? [warning('few-rounds', { rounds, minimum: minimumRounds })] : []),
    ...lostMeasures(record),
    ...(cores < 2 ? [warning('few-cores', { cores })] : []),
    ...(slow.size > 0 ? [warning('slow-sentinels', { count: slow.size, cells })] : []),
    ...otherLoad(record),
    ...judged.flatMap((part) => driftOf(part, record.plan.seed, record.rules)),
  ];
  return found.filter(({ code }) => !known.has(code));
}

/** Of records whose plan keeps rounds in reserve: the loss that leaves fewest rounds, and how many rounds were added. */
function lostMeasures({ cells, definition, plan, spareRounds = [] }: UnsealedRecord): RunWarning[] {
  if (plan.spareRounds === undefined) return [];
  const book = createMeasureBook(definition);
  for (const cell of cells) book.add(cell);
  const lost = book.lost();
  const [worst] = lost.toSorted((a, b) => b.rounds.length - a.rounds.length);
  if (!worst) return [];
  const { part, condition, measure, rounds: without, reason } = worst;
  const rounds = new Set(cells.filter((cell) => cell.part === part && cell.round > 0).map(({ round }) => round)).size;
  return [
    warning('lost-measure', {
      part,
      condition,
      measure,
      reason,
      lost: without.length,
      rounds,
      round: without[0] ?? 0,
      n: rounds - without.length,
    }),
    ...(spareRounds.length > 0 ? [warning('spare-rounds', { spare: spareRounds.length })] : []),
  ];
}

function warning(code: string, values: RunWarning['values']): RunWarning {
  return { code, values };
}

/** Rounds in which every measured condition of the part has a value; 0 if a condition has none at all. */
function completeRounds(part: PartSummary): number {
  const all = part.conditions.flatMap((condition) => condition.rounds);
  const complete = [...new Set(all)].filter((round) => part.conditions.every(({ rounds }) => rounds.includes(round)));
  return part.verdicts.some(({ rounds }) => rounds === 0) ? 0 : complete.length;
}

/** The round in which other programs used most, and in how many rounds they used more than a quarter of a core. */
function otherLoad(record: UnsealedRecord): RunWarning[] {
  const loaded = new Map<number, number>();
  for (const { round, cores } of otherCoresByRound(record)) {
    if (cores > otherLoadCores) loaded.set(round, Math.max(cores, loaded.get(round) ?? 0));
  }
  if (loaded.size === 0) return [];
  const [round, cores] = [...loaded].reduce((worst, next) => (next[1] > worst[1] ? next : worst));
  return [warning('other-load-during', { round, cores: oneDecimal(cores), rounds: loaded.size })];
}

/**
 * The condition of the part whose last third differs most from its first, if that is more than noise: the same rule as
 * for conditions, the whole interval of last / first beyond the noise floor.
 */
function driftOf(part: PartSummary, seed: number, rules: Rules): RunWarning[] {
  const { noise } = part;
  if (!noise) return [];
  const drifted = part.conditions.flatMap((condition) => {
    const ratio = driftRatio(condition.headlinesNs);
    return ratio !== undefined && driftBeyond(condition, noise.ratio, seed, part.part, rules)
      ? [{ condition, ratio }]
      : [];
  });
  if (drifted.length === 0) return [];
  const size = (ratio: number): number => Math.abs(Math.log(ratio));
  const { condition, ratio } = drifted.reduce((worst, next) => (size(next.ratio) > size(worst.ratio) ? next : worst));
  const percent = oneDecimal((ratio - 1) * 100);
  return [warning('drift', { part: part.part, condition: condition.condition, percent })];
}

function driftBeyond(
  { condition, headlinesNs }: ConditionSummary,
  floor: number,
  seed: number,
  part: string,
  { interval }: Rules,
): boolean {
  const third = Math.floor(headlinesNs.length / 3);
  const begin = headlinesNs.slice(0, third).map((value) => -Math.log(value));
  const end = headlinesNs.slice(-third).map(Math.log);
  const { low, high } = independentSumInterval(end, begin, randomFor(seed, `${part}/${condition}/drift`), interval);
  return low > Math.log(floor) || high < -Math.log(floor);
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
