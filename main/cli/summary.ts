import { breakEvenSentence } from '@core/words/break-even-words';
import { lawSentences } from '@core/words/scaling-words';
import { catalogueTexts } from '@core/words/workbench-tables';
import { namesOf, warningText } from '@core/words/names';
import type { Names } from '@core/words/names';
import type { Analysis, ConditionSummary, WagesSummary } from '@core/analysis/types';
import type { RunRecord } from '@core/record/record';
import { levelKey, levelValues } from '@core/words/level-words';
import type { LevelVerdict, Verdict } from '@core/analysis/verdicts';
import { formatDurationInterval, formatMemory, formatRatio, formatTimeRatio } from '@core/texts/format';
import { translate } from '@core/texts/translate';
import { conditionFigures, workbenchLines } from './workbench-summary';

/** The result of a run as plain text for standard output. */
export function summaryText(record: RunRecord, analysis: Analysis): string {
  const names = namesOf(record.plan.experiment);
  const lines = [
    `${record.title}: ${translate(`glossary.outcome.${record.outcome.status}`)}, ${record.plan.rounds} rounds, seed ${record.plan.seed}, run ${record.id}`,
  ];
  for (const part of analysis.parts) {
    const width = Math.max(...part.conditions.map(({ condition }) => names.condition(condition).length));
    lines.push(
      '',
      `${names.part(part.part)}: ${whatTotalsAre(record, part.part)} (median [95 % interval], n rounds)`,
      ...part.conditions.map((condition) =>
        totalLine(condition, names.condition(condition.condition).padEnd(width), analysis),
      ),
      ...part.verdicts.map((verdict) => verdictLine(verdict, names)),
      ...part.levels.map((level) => levelLine(level, names)),
      ...lawLines(record, analysis, part.part),
    );
  }
  const places = (analysis.breakEven ?? []).map((one) => `  ${breakEvenSentence(record.plan.experiment, one)}`);
  if (places.length > 0) lines.push('', names.text('breakEven.heading'), ...places);
  const wages = analysis.wages.map((one) => wagesLine(one, names));
  if (wages.length > 0) lines.push('', ...wages);
  const setUp = workbenchLines(record, analysis);
  if (setUp.length > 0) lines.push('', ...setUp);
  if (analysis.warnings.length > 0) {
    lines.push('', 'Warnings:');
    for (const warning of analysis.warnings) lines.push(`  - ${warningText(record.plan.experiment, warning)}`);
  }
  return `${lines.join('\n')}\n`;
}

function whatTotalsAre({ plan, definition }: RunRecord, part: string): string {
  const headline = definition.parts.find(({ id }) => id === part)?.headline ?? 'total';
  if (headline !== 'total') return translate(`glossary.measure.${headline}`);
  return plan.workbench?.cold === true
    ? 'total, in which threads and processes are hired anew'
    : 'total with workers already hired';
}

function totalLine(condition: ConditionSummary, name: string, analysis: Analysis): string {
  const total = `${formatDurationInterval(condition.total)}, n = ${condition.total.n}`;
  return `  ${[`${name}  ${total}`, ...conditionFigures(condition, analysis)].join('; ')}`;
}

function verdictLine(verdict: Verdict, names: Names): string {
  // Where nothing was predicted there is no finding beside the verdict itself.
  const finding = verdict.expect === 'open' ? '' : ` (${translate(`glossary.finding.${verdict.finding}`)})`;
  return `  ${names.condition(verdict.condition)} against ${names.condition(verdict.baseline)}: ${verdictText(verdict, names)}${finding}`;
}

function levelLine(level: LevelVerdict, names: Names): string {
  const text = translate(`report.level.${levelKey(level)}`, {
    measure: translate(`glossary.measure.${level.measure}`),
    ...levelValues(level, '–'),
  });
  return `  ${names.condition(level.condition)}: ${text} (${translate(`glossary.finding.${level.finding}`)})`;
}

/** What the laws of scaling say about a part; none where they say nothing. */
function lawLines({ plan }: RunRecord, { scaling = [] }: Analysis, part: string): string[] {
  const { of } = catalogueTexts(plan.experiment);
  return scaling
    .filter((curve) => curve.part === part)
    .flatMap((curve) => lawSentences(curve, of).map((line) => `  ${line}`));
}

/** A verdict with its ratio, interval and n; a direction only where the verdict has one. */
function verdictText({ verdict, ratio, rounds }: Verdict, names: Names): string {
  if (verdict === null || ratio === null) return names.verdict('not-measured');
  if (verdict === 'faster' || verdict === 'slower') {
    const words = { faster: names.verdict('faster'), slower: names.verdict('slower') };
    return `${formatRatio(ratio, words)}, n = ${rounds}`;
  }
  return `${names.verdict(verdict)}, ${formatTimeRatio(ratio)}, n = ${rounds}`;
}

function wagesLine(wages: WagesSummary, names: Names): string {
  const memory = wages.memoryPerWorkerBytes
    ? `, ${formatMemory(wages.memoryPerWorkerBytes.estimate)} each (${wages.memoryBasis})`
    : '';
  return `Wages, ${names.condition(wages.condition)}: hiring ${wages.hiredWorkers} takes ${formatDurationInterval(wages.hiring)}, n = ${wages.hiring.n}${memory}`;
}
