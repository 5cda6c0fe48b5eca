import type { Analysis, ConditionSummary } from '@core/analysis/types';
import type { RunRecord } from '@core/record/record';
import { formatDurationInterval } from '@core/texts/format';
import { translate } from '@core/texts/translate';
import { breakEvenSentence } from '@core/words/break-even';
import { countOfRounds, roundsInWords } from '@core/words/context';
import { levelSentences } from '@core/words/levels';
import { namesOf } from '@core/words/names';
import { lawSentences } from '@core/words/scaling';
import { slownessLines } from '@core/words/slowness';
import { todayHeading, todaySentences } from '@core/words/today';
import { controlSentence, verdictMark, verdictSentence } from '@core/words/verdicts';
import { transports, wagesLine } from '@core/words/wages';
import { warningText } from '@core/words/warnings';
import { conditionFigures, workbenchLines } from './workbench-summary';

/** So many slow executions are named; the record's page has more. */
const mostSlow = 10;

/** The result of a run as plain text for standard output. */
export function summaryText(record: RunRecord, analysis: Analysis): string {
  const { plan, outcome } = record;
  const names = namesOf(plan.experiment);
  const lines = [
    `${record.title}: ${translate(`glossary.outcome.${outcome.status}`)}, ${countOfRounds(plan.rounds)}, seed ${plan.seed}, run ${record.id}`,
  ];
  for (const part of analysis.parts) {
    const width = Math.max(...part.conditions.map(({ condition }) => names.condition(condition).length));
    const laws = (analysis.scaling ?? []).filter((curve) => curve.part === part.part);
    lines.push(
      '',
      `${names.part(part.part)}: ${whatTotalsAre(record, part.part)} (median [interval], n rounds)`,
      ...part.conditions.map((condition) =>
        totalLine(condition, names.condition(condition.condition).padEnd(width), analysis),
      ),
      ...[controlSentence(part, names) ?? []].flat().map((text) => `  ${text}`),
      ...part.verdicts.map((verdict) => {
        // Where nothing was predicted the sentence says it all.
        const mark = verdict.expect === 'open' ? '' : ` (${verdictMark(verdict, names).words})`;
        return `  ${verdictSentence(verdict, names)}${mark}`;
      }),
      ...levelSentences(part, names).map(({ text, mark }) => `  ${text} (${mark.words})`),
      ...laws.flatMap((curve) => lawSentences(curve, names).map((text) => `  ${text}`)),
    );
  }
  const today = todaySentences({ analysis, names });
  if (today.length > 0) {
    lines.push(
      '',
      `${todayHeading({ analysis, names })}:`,
      ...today.map(({ text, mark }) => `  ${text} (${mark?.words ?? ''})`),
    );
  }
  const places = (analysis.breakEven ?? []).map(
    (one) => `  ${breakEvenSentence(one, names, analysis.method.minimumRounds)}`,
  );
  if (places.length > 0) lines.push('', names.text('breakEven.heading'), ...places);
  const wages = [...analysis.wages.map((one) => wagesLine({ names }, one)), ...transports({ analysis, names })];
  if (wages.length > 0) lines.push('', ...wages);
  const setUp = workbenchLines(record, analysis);
  if (setUp.length > 0) lines.push('', ...setUp);
  if (analysis.warnings.length > 0) {
    lines.push('', `${names.text('results.warnings.heading')}:`);
    for (const warning of analysis.warnings) lines.push(`  - ${warningText(warning, names)}`);
  }
  lines.push(...slownessLines(analysis, names, mostSlow).map((line) => `  - ${line}`));
  // A terminal breaks lines anywhere, and who reads them by program expects plain spaces.
  return `${lines.join('\n').replaceAll('\u00a0', ' ')}\n`;
}

function whatTotalsAre({ plan, definition }: RunRecord, part: string): string {
  const headline = definition.parts.find(({ id }) => id === part)?.headline ?? 'total';
  if (headline !== 'total') return translate(`glossary.measure.${headline}`);
  return plan.workbench?.cold === true
    ? 'total, in which threads and processes are hired anew'
    : 'total with workers already hired';
}

function totalLine(condition: ConditionSummary, name: string, analysis: Analysis): string {
  const total = `${formatDurationInterval(condition.headline)}, ${roundsInWords([condition.headline.n])}`;
  return `  ${[`${name}  ${total}`, ...conditionFigures(condition, analysis)].join('; ')}`;
}
