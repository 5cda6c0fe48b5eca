import { cellDurationNs } from '../analysis/cells';
import { threeDigits } from '../texts/format';
import { translate, type TextValues } from '../texts/translate';
import type { ReportContext } from '../words/context';
import { pairs } from './elements';
import { html, type Fragment, type Markup } from './html';
import { priorityInWords } from '../words/priority';
import { cpuSourcesInWords } from '../words/workbench-tables';

/** How the numbers of this run came to be. */
export function methodSection(context: ReportContext): Markup {
  const { record, analysis, names, experiment } = context;
  const say = (key: string, values: TextValues = {}): string => translate(`report.method.${key}`, values);
  const { plan } = record;
  const parameters = Object.entries(plan.parameters).map(([id, value]) => {
    const isTime = experiment.parameters.find((one) => one.id === id)?.unit === 'ms';
    return say(isTime ? 'parameter' : 'count', { name: names.parameter(id), value });
  });
  const { confidence, resamples, minimumRounds } = analysis.method;
  return html`<section>
    <h2>${say('heading')}</h2>
    <p>${say('summary')}</p>
    ${pairs([
      [
        say('plan'),
        say('planValue', {
          preset: translate(`glossary.preset.${plan.preset}`),
          rounds: plan.rounds,
          budget: plan.timeBudgetSeconds,
          seed: plan.seed,
        }),
      ],
      ...(parameters.length === 0 ? [] : [[say('parameters'), parameters.join(', ')] as const]),
      [say('repetitions'), lines(repetitions(context))],
      [say('estimator'), say('estimatorValue', { confidence: confidence * 100, resamples: thousands(resamples) })],
      [say('rule'), say('ruleValue', { minimum: minimumRounds })],
      [say('noise'), lines(noiseLines(context))],
      [say('priority'), priorityInWords(record)],
      [say('clock'), say('clockValue', { clock: record.environment.clock })],
      [say('calibration'), calibration(context)],
      [say('cpu'), cpuSourcesInWords(record)],
      [say('quality'), quality(context)],
    ])}
  </section>`;
}

function lines(texts: readonly string[]): Fragment {
  return texts.map((text) => html`<span class="line">${text}</span>`);
}

function repetitions({ record, experiment, names }: ReportContext): string[] {
  return experiment.parts.flatMap(({ id }) => {
    const cells = record.cells.filter((cell) => cell.part === id && cellDurationNs(cell) > 0);
    if (cells.length === 0) return [];
    const count = Math.max(...cells.map((cell) => cell.repetition)) + 1;
    const key = count === 1 ? 'report.method.once' : 'report.method.repeated';
    return [translate(key, { part: names.part(id), count })];
  });
}

function noiseLines({ analysis, experiment, names }: ReportContext): string[] {
  const measured = analysis.parts.map(({ part, noise }) => {
    const [first, second] = experiment.parts.find((one) => one.id === part)?.noisePair ?? ['', ''];
    if (!noise) return translate('report.method.noiseMissing', { part: names.part(part) });
    return translate('report.method.noiseValue', {
      part: names.part(part),
      floor: threeDigits(noise.ratio),
      measured: threeDigits(noise.measuredRatio),
      first: names.condition(first),
      second: names.condition(second),
      n: noise.n,
    });
  });
  const percent = threeDigits(experiment.smallestDifference * 100).replace(/\.0+$/, '');
  return [...measured, translate('report.method.smallest', { percent })];
}

function calibration({ record }: ReportContext): string {
  if (!record.calibration) return translate('report.method.calibrationMissing');
  const { kernel, iterationsPerMs, iterations } = record.calibration;
  const uses = Object.entries(iterations).map(([name, count]) =>
    translate('report.method.calibrationUse', { name, iterations: thousands(count) }),
  );
  const rate = thousands(Math.round(iterationsPerMs));
  return translate('report.method.calibrationValue', { kernel, rate, uses: uses.join(', ') });
}

function quality({ record, analysis }: ReportContext): string {
  const conditions = analysis.parts.flatMap((part) => part.conditions);
  const slow = analysis.warnings.find((warning) => warning.code === 'slow-sentinels')?.values['count'] ?? 0;
  return translate('report.method.qualityValue', {
    slow,
    cells: record.cells.filter((cell) => cell.round > 0).length,
    outliers: conditions.reduce((sum, one) => sum + one.outliers.length, 0),
    values: conditions.reduce((sum, one) => sum + one.totalsNs.length, 0),
  });
}

function thousands(value: number): string {
  return value.toLocaleString('en-US');
}
