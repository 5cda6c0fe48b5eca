import type { Analysis } from '../analysis/types';
import type { LevelVerdict, Verdict } from '../analysis/verdicts';
import { formatPlainRatio, threeDigits } from '../texts/format';
import { translate, type TextValues } from '../texts/translate';
import { breakEvenSentence } from '../words/break-even-words';
import type { ReportContext } from '../words/context';
import { pairs } from './elements';
import { executionOf } from '../words/execution';
import { html, type Fragment, type Markup } from './html';
import { levelKey, levelValues } from '../words/level-words';
import { textAt, type Names } from '../words/names';

/** A UTC time stamp as people read it, to the second. */
export function readableTime(utc: string): string {
  return translate('report.facts.utc', { time: utc.slice(0, 19).replace('T', ' ') });
}

/** Title, question and the facts of the run. */
export function titleSection({ record, names, analysis, experiment }: ReportContext): Markup {
  const say = (key: string, values: TextValues = {}): string => translate(`report.facts.${key}`, values);
  const { plan, outcome } = record;
  const seconds = (Date.parse(record.endedAt) - Date.parse(record.startedAt)) / 1000;
  const { done, planned, rounds, plannedRounds } = executionOf(record, experiment);
  const partial = 'reason' in outcome;
  const reason = partial
    ? (textAt(`experiments.${experiment.id}.lesson.ended.reason.${outcome.reason}`) ?? outcome.reason)
    : '';
  return html`<header class="title">
    <p class="eyebrow">${translate('report.eyebrow')}</p>
    <h1>${names.title}</h1>
    <p class="question">${names.question}</p>
    ${record.title === names.title ? undefined : html`<p class="record-title">${record.title}</p>`}
    ${pairs(
      [
        [say('started'), readableTime(record.startedAt)],
        [say('duration'), `${threeDigits(seconds)} s`],
        [say('outcome'), translate(`glossary.outcome.${outcome.status}`)],
        [say('preset'), translate(`glossary.preset.${plan.preset}`)],
        [say('rounds'), say('roundsDone', { done: rounds, planned: plannedRounds })],
        [say('seed'), String(plan.seed)],
        [say('cells'), say('cellsDone', { done, planned })],
        [say('warnings'), analysis.warnings.length === 0 ? say('none') : String(analysis.warnings.length)],
      ],
      'facts',
    )}
    ${outcome.status === 'cancelled' ? html`<p class="notice">${say('cancelled')}</p>` : undefined}
    ${partial ? html`<p class="notice">${say('failed', { reason })} <code>${outcome.message}</code></p>` : undefined}
  </header>`;
}

/** One sentence per comparison: what the run shows, before any table. */
export function shortSection({ analysis, names, experiment }: ReportContext): Markup {
  const parts = analysis.parts.map((part) => {
    const sentences = part.verdicts.map((verdict) => {
      const finding = translate(`glossary.finding.${verdict.finding}`);
      // Where nothing was predicted the sentence says it all.
      const mark =
        verdict.expect === 'open' ? undefined : html`<span class="finding ${verdict.finding}">${finding}</span>`;
      return html`<li>${verdictSentence(verdict, names)} ${mark}</li>`;
    });
    return html`<div>
      <h3>${names.part(part.part)}</h3>
      <ul class="sentences">
        ${sentences}${part.levels.map((level) => levelItem(level, names))}
      </ul>
    </div>`;
  });
  const rounds = analysis.parts.flatMap((part) => part.verdicts.map((verdict) => verdict.rounds));
  const [low, high] = [Math.min(...rounds), Math.max(...rounds)];
  const n = low === high ? String(low) : `${low}–${high}`;
  return html`<section>
    <h2>${translate('report.short.heading')}</h2>
    ${breakEvenBlock(analysis, names, experiment.id)}
    <div class="columns">${parts}</div>
    <p class="note">${names.report('short.note', { n })}</p>
  </section>`;
}

/** From which size of the tasks on a condition is faster; undefined where nobody asked. */
function breakEvenBlock({ breakEven }: Analysis, names: Names, experiment: string): Markup | undefined {
  if (!breakEven) return undefined;
  return html`<h3>${names.text('breakEven.heading')}</h3>
    <ul class="sentences">
      ${breakEven.map((one) => html`<li>${breakEvenSentence(experiment, one)}</li>`)}
    </ul>
    <p class="note">${names.text('breakEven.note')}</p>`;
}

function levelItem(level: LevelVerdict, names: Names): Markup {
  const finding = translate(`glossary.finding.${level.finding}`);
  const text = translate(`report.level.${levelKey(level)}`, {
    measure: translate(`glossary.measure.${level.measure}`),
    ...levelValues(level, '–'),
  });
  return html`<li>
    <b>${names.condition(level.condition)}</b>: ${text} <span class="finding ${level.finding}">${finding}</span>
  </li>`;
}

/** A verdict as a sentence with its numbers; the names of the two conditions stand out. */
export function verdictSentence(verdict: Verdict, names: Names): Markup {
  const { ratio, verdict: kind, floor } = verdict;
  const turned = kind === 'faster';
  const text =
    kind === null || !ratio
      ? names.report('short.not-measured')
      : names.report(`short.${kind}`, {
          times: threeDigits(turned ? 1 / ratio.estimate : ratio.estimate),
          low: threeDigits(turned ? 1 / ratio.high : ratio.low),
          high: threeDigits(turned ? 1 / ratio.low : ratio.high),
          ratio: formatPlainRatio(ratio),
          floor: threeDigits(floor ?? 1),
        });
  const pieces = text.split(/(\{condition\}|\{baseline\})/).map((piece): Fragment => {
    if (piece === '{condition}') return html`<b>${names.condition(verdict.condition)}</b>`;
    return piece === '{baseline}' ? html`<b>${names.condition(verdict.baseline)}</b>` : piece;
  });
  return html`${pieces}`;
}

/** The machine and the runtime. */
export function machineSection({ record }: ReportContext): Markup {
  const say = (key: string, values: TextValues = {}): string => translate(`report.machine.${key}`, values);
  const machine = record.environment;
  const yesOrNo = machine.virtualMachine ? say('yes') : say('no');
  return html`<section class="machine">
    <h2>${say('heading')}</h2>
    ${pairs(
      [
        [say('cpu'), machine.cpuModel.trim()],
        [
          say('cores'),
          say('coresValue', {
            physical: machine.physicalCores ?? say('physicalUnknown'),
            logical: machine.logicalCores,
            available: machine.availableParallelism,
          }),
        ],
        [say('memory'), say('gigabytes', { amount: threeDigits(machine.memoryBytes / 1e9) })],
        [say('system'), `${machine.platform} ${machine.osRelease}, ${machine.architecture}`],
        [
          say('runtime'),
          say('runtimeValue', {
            electron: machine.electron,
            kind: say(`runtimeKind.${machine.runtime}`),
            chromium: machine.chromium,
            node: machine.node,
            v8: machine.v8,
          }),
        ],
        [
          say('program'),
          say('programValue', {
            version: record.appVersion,
            form: machine.packaged ? say('packaged') : say('unpackaged'),
          }),
        ],
        [say('power'), say(`powerValue.${machine.powerSource}`)],
        [say('virtual'), machine.virtualMachine === null ? say('unknown') : yesOrNo],
        [
          say('quota'),
          machine.cpuQuotaCores === null
            ? say('noQuota')
            : say('quotaValue', { cores: threeDigits(machine.cpuQuotaCores) }),
        ],
        [say('governor'), machine.governor ?? say('unknown')],
      ],
      'pairs two',
    )}
  </section>`;
}
