import { measureUnits } from '../experiments/measures';
import type { PartSummary } from '../analysis/types';
import type { LevelVerdict } from '../analysis/verdicts';
import { minimumRounds } from '../statistics/verdict';
import { formatMeasure, formatThreshold } from '../texts/format';
import type { TextValues } from '../texts/translate';
import type { Sentence, Table } from './blocks';
import { countOfRounds } from './context';
import type { Names } from './names';
import { findingMark, untold } from './verdicts';

/** The numbers of a level in words. */
export function levelValues({ measure, value, threshold, rounds }: LevelVerdict): TextValues & {
  readonly value: string;
  readonly threshold: string;
} {
  const unit = measureUnits[measure];
  return {
    value: value ? formatMeasure(unit, { ...value, n: rounds }) : untold,
    threshold: formatThreshold(unit, threshold),
    rounds: countOfRounds(rounds),
  };
}

/** Which sentence says a level: too few rounds have their own. */
function levelKey({ verdict, value, finding, rounds }: LevelVerdict): string {
  if (verdict === null || value === null) return finding;
  return verdict === 'undecided' && rounds < minimumRounds ? 'too-few-rounds' : verdict;
}

/** A verdict about one condition as one sentence with value, interval, threshold and n. */
export function levelSentence(level: LevelVerdict, names: Names): string {
  return names.text(`results.level.${levelKey(level)}`, {
    minimum: minimumRounds,
    subject: names.subject(level.condition),
    measure: names.measure(level.measure),
    ...levelValues(level),
  });
}

/** Every verdict of a part about one condition, as a sentence with its mark. */
export function levelSentences({ levels }: Pick<PartSummary, 'levels'>, names: Names): readonly Required<Sentence>[] {
  return levels.map((level) => ({ text: levelSentence(level, names), mark: findingMark(level.finding, names) }));
}

/** Every verdict of a part about one condition alone: measured value, threshold, verdict and what theory says. */
export function levelsTable(part: PartSummary, names: Names): Table {
  const say = (group: string, key: string): string => names.text(`results.${group}.${key}`);
  const numeric = true;
  return {
    caption: names.text('results.levels.title', { part: names.part(part.part) }),
    columns: [
      { label: say('measures', 'condition') },
      { label: say('levels', 'measure') },
      { label: say('levels', 'value'), numeric },
      { label: say('levels', 'threshold'), numeric },
      { label: say('verdicts', 'n'), numeric },
      { label: say('verdicts', 'verdict') },
      { label: say('verdicts', 'expect') },
      { label: say('verdicts', 'finding') },
    ],
    rows: part.levels.map((level) => {
      const { value, threshold } = levelValues(level);
      return [
        names.condition(level.condition),
        names.measure(level.measure),
        value,
        threshold,
        level.rounds,
        names.glossary(`level.${level.verdict ?? level.finding}`),
        names.glossary(`level.${level.expect}`),
        findingMark(level.finding, names),
      ];
    }),
  };
}
