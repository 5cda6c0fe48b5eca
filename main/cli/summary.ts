import type { RunRecord } from '@core/runs/record';
import type { Analysis } from '@core/runs/analysis-types';
import type { Verdict } from '@core/runs/verdicts';
import { formatDurationInterval, formatMemory, formatRatio, formatTimeRatio } from '@core/texts/format';
import { translate } from '@core/texts/translate';

/** The result of a run as plain text for standard output. */
export function summaryText(record: RunRecord, analysis: Analysis): string {
  const base = `experiments.${record.plan.experiment}`;
  const lines = [
    `${record.title}: ${translate(`glossary.outcome.${record.outcome.status}`)}, ${record.plan.rounds} rounds, seed ${record.plan.seed}, run ${record.id}`,
  ];
  for (const part of analysis.parts) {
    lines.push(
      '',
      `${translate(`${base}.part.${part.part}.name`)}: total with workers already hired (median [95 % interval], n rounds)`,
    );
    for (const condition of part.conditions) {
      const name = translate(`${base}.condition.${condition.condition}.name`).padEnd(26);
      lines.push(`  ${name} ${formatDurationInterval(condition.total)}, n = ${condition.total.n}`);
    }
    for (const verdict of part.verdicts) {
      const condition = translate(`${base}.condition.${verdict.condition}.name`);
      const baseline = translate(`${base}.condition.${verdict.baseline}.name`);
      lines.push(
        `  ${condition} against ${baseline}: ${verdictText(verdict)} (${translate(`glossary.finding.${verdict.finding}`)})`,
      );
    }
  }
  for (const wages of analysis.wages) {
    const memory = wages.memoryPerWorkerBytes
      ? `, ${formatMemory(wages.memoryPerWorkerBytes.estimate)} each (${wages.memoryBasis})`
      : '';
    const name = translate(`${base}.condition.${wages.condition}.name`);
    lines.push(
      '',
      `Wages, ${name}: hiring ${wages.hiredWorkers} takes ${formatDurationInterval(wages.hiring)}, n = ${wages.hiring.n}${memory}`,
    );
  }
  if (analysis.warnings.length > 0) {
    lines.push('', 'Warnings:');
    for (const { code, values } of analysis.warnings) lines.push(`  - ${translate(`warnings.${code}`, values)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** A verdict with its ratio, interval and n; a direction only where the verdict has one. */
function verdictText({ verdict, ratio, rounds }: Verdict): string {
  if (verdict === null || ratio === null) return translate('glossary.verdict.not-measured');
  if (verdict === 'faster' || verdict === 'slower') return `${formatRatio(ratio)}, n = ${rounds}`;
  return `${translate(`glossary.verdict.${verdict}`)}, ${formatTimeRatio(ratio)}, n = ${rounds}`;
}
