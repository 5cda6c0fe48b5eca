import { priorityInWords } from '@core/words/priority';
import type { RunRecord } from '@core/record/record';
import { formatDuration, threeDigits } from '@core/texts/format';
import { formatMoment } from '../../base/format-time';

type Translate = (path: string, values?: Record<string, string | number>) => string;

/** What identifies a record and says under which circumstances it was made. */
export function recordFacts(record: RunRecord, t: Translate) {
  const { plan, environment } = record;
  const durationNs = (Date.parse(record.endedAt) - Date.parse(record.startedAt)) * 1e6;
  const name = (key: string): string => t(`app.record.${key}`);
  const rounds = t('app.notebook.rounds', { preset: t(`glossary.preset.${plan.preset}`), rounds: plan.rounds });
  const quota =
    environment.cpuQuotaCores === null
      ? t('report.machine.noQuota')
      : t('report.machine.quotaValue', { cores: threeDigits(environment.cpuQuotaCores) });
  const runtime = `Electron ${environment.electron}, Chromium ${environment.chromium}, Node ${environment.node}, V8 ${environment.v8}`;
  return [
    { name: name('started'), value: formatMoment(record.startedAt) },
    { name: name('duration'), value: formatDuration(durationNs) },
    { name: name('plan'), value: rounds },
    { name: name('seed'), value: String(plan.seed), mono: true },
    { name: name('priority'), value: priorityInWords(record) },
    { name: name('origin'), value: t(`app.record.originOf.${record.origin}`) },
    {
      name: name('machine'),
      value: `${environment.cpuModel}, ${t('app.machine.coresUnknown', { logical: environment.logicalCores })}`,
    },
    { name: t('report.machine.quota'), value: quota },
    { name: name('runtime'), value: runtime },
    { name: name('id'), value: record.id, mono: true },
    { name: name('schema'), value: String(record.fileFormat ?? record.schemaVersion) },
    { name: name('hash'), value: record.hash, mono: true },
  ];
}
