import type { BreakEvenSummary } from '../analysis/break-even';
import type { PartSummary, WagesSummary } from '../analysis/types';
import type { LevelVerdict, Verdict } from '../analysis/verdicts';
import { isOpenFinding } from '../analysis/verdicts';
import { measureUnits } from '../experiments/measures';
import type {
  BreakEvenQuestion,
  ComparisonQuestion,
  CostQuestion,
  LevelQuestion,
  NoiseQuestion,
  StoryQuestion,
} from '../experiments/story-plan';
import type { Interval } from '../statistics/bootstrap';
import {
  boundsOf,
  formatDuration,
  formatDurationInterval,
  formatMeasure,
  formatMemory,
  formatPlainRatio,
  formatThreshold,
  plainNumber,
  ratioBounds,
  threeDigits,
} from '../texts/format';
import type { TextValues } from '../texts/translate';
import type { Mark } from './blocks';
import { breakEvenSentence, sizeInWords } from './break-even';
import { conditionOf, countOfRounds, isOpen as isOpenExperiment, type ReportContext } from './context';
import { levelValues } from './levels';
import type { Names } from './names';
import { findingMark, isWithinMargin, marginPercent, verdictMark } from './verdicts';

/** What the data say to one question of a story. */
export interface StoryAnswer {
  readonly id: string;
  /** A verdict, a reason why there is none, or where no verdict exists what was seen, e.g. `found`. */
  readonly outcome: string;
  /** True where the data say nothing for or against. */
  readonly isOpen: boolean;
  /** Short enough to be set large: `1.93x faster`, `no difference`, `0.42 ms`. */
  readonly hero: string;
  /** Interval and n behind the large number, e.g. `[1.92, 1.94], n = 7 rounds`; empty where there is none. */
  readonly interval: string;
  /** Both sides of a comparison in one line; empty where there are none. */
  readonly detail: string;
  readonly sentence: string;
  /** How it stands to theory; absent where theory is not asked. */
  readonly mark?: Mark;
  /** What theory says about it, in words; empty where theory is not asked. */
  readonly theory: string;
  /** What this answer says about the takeaway; undefined where the takeaway does not rest on it. */
  readonly support: Support | undefined;
}

export type Support = 'holds' | 'differs' | 'open';

/** The answer to a question; undefined where the record's definition does not ask it. */
export function answerTo(context: ReportContext, question: StoryQuestion): StoryAnswer | undefined {
  switch (question.kind) {
    case 'comparison':
      return comparisonAnswer(context, question);
    case 'level':
      return levelAnswer(context, question);
    case 'break-even':
      return breakEvenAnswer(context, question);
    case 'noise':
      return noiseAnswer(context, question);
    case 'cost':
      return costAnswer(context, question);
  }
}

/** The first of these texts that exists, filled. */
function textOf(names: Names, paths: readonly string[], values: TextValues): string {
  const texts = paths.map((path) => [path, names.text(path, values)] as const);
  return texts.find(([path, text]) => text !== path)?.[1] ?? '';
}

/**
 * The experiment's own sentence, else the shared one for such an outcome. What showed no difference is told with the size
 * of those that could not have shown: the experiment's sentence alone would claim more than the run saw.
 */
function sentenceOf(names: Names, { id, kind }: StoryQuestion, outcome: string, values: TextValues): string {
  const within = outcome === 'no-difference-margin' ? [`story.${id}.no-difference`] : [];
  const own = textOf(names, [`story.${id}.${outcome}`, ...within], values);
  if (own === '') return textOf(names, [`story.open.${kind}.${outcome}`, `story.says.${outcome}`], values);
  const limit = textOf(names, [`story.limit.${outcome}`], values);
  return limit === '' ? own : `${own} ${limit}`;
}

function heroOf(names: Names, { id }: StoryQuestion, outcome: string, values: TextValues): string {
  return textOf(names, [`story.${id}.hero.${outcome}`, `story.hero.${outcome}`], values);
}

function theoryOf(names: Names, finding: string, expect: string | undefined): string {
  if (expect === undefined) return names.text('story.theory.nothing');
  const own = names.text(`story.theory.${finding}`, { expect });
  return own === `story.theory.${finding}` ? names.text('story.theory.unknown', { expect }) : own;
}

function comparisonAnswer(context: ReportContext, question: ComparisonQuestion): StoryAnswer | undefined {
  const { analysis, names } = context;
  const { part: id, condition, baseline } = question;
  const part = analysis.parts.find((one) => one.part === id);
  const verdict = part?.verdicts.find((one) => one.condition === condition && one.baseline === baseline);
  if (!part || !verdict) return undefined;
  const outcome = outcomeOf(verdict, analysis.method.minimumRounds);
  const values = comparisonValues(context, part, verdict);
  const { ratio, finding, expect } = verdict;
  const isCalled = outcome === 'faster' || outcome === 'slower';
  const isOpen = isOpenFinding(finding);
  return {
    id: question.id,
    outcome,
    isOpen,
    hero: heroOf(names, question, outcome, values),
    interval: ratio ? names.text(`story.${isCalled ? 'interval' : 'ratioInterval'}`, values) : '',
    detail: ratio ? textOf(names, [`story.${question.id}.detail`, 'story.detail.comparison'], values) : '',
    sentence: sentenceOf(names, question, outcome, values),
    mark: verdictMark(verdict, names),
    theory: isOpenExperiment(context.experiment)
      ? ''
      : theoryOf(names, finding, expect === 'open' ? undefined : names.text(`results.verdicts.theory.${expect}`)),
    support: supportOf(question.shows, outcome, isOpen),
  };
}

/** Too few rounds, and "no difference" within a declared margin, have sentences of their own. */
function outcomeOf(judged: Verdict, minimumRounds: number): string {
  const { verdict, finding, rounds } = judged;
  if (verdict === null) return finding;
  if (verdict === 'undecided' && rounds < minimumRounds) return 'too-few-rounds';
  return verdict === 'no-difference' && isWithinMargin(judged) ? 'no-difference-margin' : verdict;
}

function supportOf(shows: string | undefined, outcome: string, isOpen: boolean): Support | undefined {
  if (shows === undefined) return undefined;
  if (isOpen) return 'open';
  const seen = outcome === 'no-difference-margin' ? 'no-difference' : outcome;
  const isShown = shows === 'not-faster' ? seen !== 'faster' : seen === shows;
  return isShown ? 'holds' : 'differs';
}

function comparisonValues(context: ReportContext, part: PartSummary, verdict: Verdict): TextValues {
  const { names, analysis, record, experiment } = context;
  const { condition, baseline, ratio, floor, rounds } = verdict;
  const named = { ...sides(names, condition, baseline), part: names.part(part.part) };
  const totalOf = (id: string): string => {
    const found = part.conditions.find((one) => one.condition === id);
    return found ? formatDuration(found.headline.estimate) : names.text('results.wages.unknown');
  };
  const factors =
    ratio && verdict.verdict === 'faster'
      ? { estimate: 1 / ratio.estimate, low: 1 / ratio.high, high: 1 / ratio.low }
      : ratio;
  return {
    ...record.plan.parameters,
    ...named,
    pair: names.text(`story.pair.${experiment.parts.length > 1 ? 'many' : 'one'}`, named),
    amount: conditionOf(context, condition)?.seats.length ?? 0,
    conditionTotal: totalOf(condition),
    baselineTotal: totalOf(baseline),
    times: factors ? threeDigits(factors.estimate) : '',
    bounds: factors ? ratioBounds(factors) : '',
    plainRatio: ratio ? formatPlainRatio(ratio) : '',
    floor: floor === null ? '' : threeDigits(floor),
    floorPercent: floor === null ? '' : plainNumber((floor - 1) * 100),
    percent: marginPercent(verdict),
    rounds: countOfRounds(rounds),
    minimum: analysis.method.minimumRounds,
    cores: record.environment.availableParallelism,
  };
}

function sides(names: Names, condition: string, baseline: string): TextValues {
  return {
    condition: names.condition(condition),
    subject: names.subject(condition),
    short: names.short(condition),
    baseline: names.short(baseline),
  };
}

function levelAnswer(context: ReportContext, question: LevelQuestion): StoryAnswer | undefined {
  const { analysis, names, record } = context;
  const { part: id, condition, measure } = question;
  const part = analysis.parts.find((one) => one.part === id);
  const level = part?.levels.find((one) => one.condition === condition && one.measure === measure);
  if (!part || !level) return undefined;
  const { minimumRounds } = analysis.method;
  const outcome = levelOutcome(level, minimumRounds);
  const unit = measureUnits[measure];
  const { value, rounds, finding, expect } = level;
  const { threshold } = levelValues(level);
  const written = value ? formatThreshold(unit, value.estimate) : '';
  const values = {
    ...record.plan.parameters,
    ...sides(names, condition, condition),
    part: names.part(id),
    measure: names.measure(measure),
    value: written,
    bounds: value ? formatMeasure(unit, { ...value, n: rounds }).replace(/^.*?(?=[[(])/, '') : '',
    threshold,
    rounds: countOfRounds(rounds),
    minimum: minimumRounds,
  };
  const isOpen = isOpenFinding(finding);
  const isValued = value !== null && outcome !== 'not-judged';
  return {
    id: question.id,
    outcome,
    isOpen,
    // What was measured is told also where it lies too near to the limit; what was disturbed is not.
    hero: isValued ? heroOf(names, question, 'measured', values) : heroOf(names, question, outcome, values),
    interval: value ? names.text('story.interval', values) : '',
    detail: textOf(names, [`story.${question.id}.detail`, 'story.detail.level'], values),
    sentence: sentenceOf(names, question, outcome, values),
    mark: findingMark(finding, names),
    theory: theoryOf(names, finding, `${names.glossary(`level.${expect}`)} ${threshold}`),
    support: supportOf(question.shows, outcome, isOpen),
  };
}

function levelOutcome({ verdict, value, finding, rounds }: LevelVerdict, minimumRounds: number): string {
  if (verdict === null || value === null) return finding;
  return verdict === 'undecided' && rounds < minimumRounds ? 'too-few-rounds' : verdict;
}

/** Reasons that say something about every size; the others say that too little is known. */
const toldReasons = ['always-slower', 'always-faster'];

function breakEvenAnswer(context: ReportContext, question: BreakEvenQuestion): StoryAnswer | undefined {
  const { analysis, names } = context;
  const summary = analysis.breakEven?.find(({ condition }) => condition === question.condition);
  if (!summary) return undefined;
  const { found } = summary;
  const outcome = found ? 'found' : (summary.reason ?? 'not-measured');
  const value = found ? `${threeDigits(found.size.estimate / 1e6)} ms` : '';
  const whole = breakEvenSentence(summary, names, analysis.method.minimumRounds);
  const values = { ...sides(names, summary.condition, summary.baseline), value, ...sizesOf(summary) };
  const own = textOf(names, [`story.${question.id}.${outcome}`], values);
  const isOpen = !found && !toldReasons.includes(outcome);
  return {
    id: question.id,
    outcome,
    isOpen,
    hero: heroOf(names, question, outcome, values),
    interval: found
      ? names.text('story.interval', {
          bounds: sizeInWords(found, names).replace(/^[^[]*/, ''),
          rounds: countOfRounds(summary.rounds),
        })
      : '',
    detail: '',
    sentence: own === '' ? whole : own,
    theory: '',
    support: supportOf(question.shows, outcome, isOpen),
  };
}

function sizesOf({ points }: BreakEvenSummary): TextValues {
  const inMs = (ns: number | undefined): string => (ns === undefined ? '' : `${threeDigits(ns / 1e6)} ms`);
  return { smallest: inMs(points[0]?.sizeNs), largest: inMs(points.at(-1)?.sizeNs) };
}

function noiseAnswer({ analysis, names }: ReportContext, question: NoiseQuestion): StoryAnswer | undefined {
  const asked = analysis.parts.filter(({ part }) => question.part === undefined || part === question.part);
  if (asked.length === 0) return undefined;
  const { minimumRounds } = analysis.method;
  const [most] = asked
    .flatMap(({ part, noise, checksumsAgree }) => (noise && checksumsAgree ? [{ part, noise }] : []))
    .toSorted((a, b) => b.noise.measuredRatio - a.noise.measuredRatio);
  const outcome = !most ? 'not-measured' : most.noise.n < minimumRounds ? 'too-few-rounds' : 'measured';
  const values = {
    value: most ? `${plainNumber(100 * (most.noise.measuredRatio - 1))} %` : '',
    part: most ? names.part(most.part) : '',
    rounds: countOfRounds(most?.noise.n ?? 0),
    minimum: minimumRounds,
  };
  const isOpen = outcome !== 'measured';
  return {
    id: question.id,
    outcome,
    isOpen,
    hero: heroOf(names, question, outcome, values),
    interval: most ? textOf(names, [`story.${question.id}.interval`, 'story.noiseInterval'], values) : '',
    detail: '',
    sentence: sentenceOf(names, question, outcome, values),
    theory: '',
    support: supportOf(question.shows, outcome, isOpen),
  };
}

function costAnswer({ analysis, names }: ReportContext, question: CostQuestion): StoryAnswer | undefined {
  const costOf = (id: string): Interval | undefined => {
    const found = analysis.wages.find(({ condition }) => condition === id);
    return found && intervalOf(found, question.cost);
  };
  const { condition, baseline } = question;
  if (![condition, baseline].every((id) => analysis.wages.some((one) => one.condition === id))) return undefined;
  const [own, other] = [costOf(condition), costOf(baseline)];
  const write = question.cost === 'hiring' ? formatDuration : formatMemory;
  const outcome = !own || !other ? 'not-measured' : apart(own, other);
  const factor = own && other ? own.estimate / other.estimate : 1;
  const values = {
    ...sides(names, condition, baseline),
    times: threeDigits(Math.max(factor, 1 / factor)),
    value: own ? write(own.estimate) : '',
    other: other ? write(other.estimate) : '',
  };
  const isOpen = outcome === 'undecided' || outcome === 'not-measured';
  const inBounds = (interval: Interval): string =>
    question.cost === 'hiring'
      ? formatDurationInterval(interval)
      : `${formatMemory(interval.estimate)} ${boundsOf(interval, (bytes) => threeDigits(bytes / 1e6))}`;
  return {
    id: question.id,
    outcome,
    isOpen,
    hero: heroOf(names, question, outcome, values),
    interval:
      own && other
        ? names.text('story.costInterval', {
            ...values,
            value: inBounds(own),
            n: own.n,
            other: inBounds(other),
            otherN: other.n,
          })
        : '',
    detail: '',
    sentence: sentenceOf(names, question, outcome, values),
    theory: '',
    support: supportOf(question.shows, outcome, isOpen),
  };
}

function intervalOf(wages: WagesSummary, cost: CostQuestion['cost']): Interval | undefined {
  return cost === 'hiring' ? wages.hiring : wages.memoryPerWorkerBytes;
}

/** A difference is told only where the two intervals do not meet, and each has more than one value behind it. */
function apart(own: Interval, other: Interval): 'more' | 'less' | 'undecided' {
  if (own.n < 2 || other.n < 2) return 'undecided';
  if (own.low > other.high) return 'more';
  return own.high < other.low ? 'less' : 'undecided';
}
