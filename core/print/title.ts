import { threeDigits } from '../texts/format';
import { translate, type TextValues } from '../texts/translate';
import { readableTime, type ReportContext } from '../words/context';
import { executionOf } from '../words/execution';
import { pairs } from './elements';
import { html, type Markup } from './html';

/** Title, question and the facts of the run. */
export function titleSection({ record, names, analysis, experiment }: ReportContext): Markup {
  const say = (key: string, values: TextValues = {}): string => translate(`report.facts.${key}`, values);
  const { plan, outcome } = record;
  const seconds = (Date.parse(record.endedAt) - Date.parse(record.startedAt)) / 1000;
  const { done, planned, rounds, plannedRounds } = executionOf(record, experiment);
  const failure =
    'reason' in outcome
      ? html`<p class="notice">
          ${say('failed', { reason: names.text(`lesson.ended.reason.${outcome.reason}`) })}
          <code>${outcome.message}</code>
        </p>`
      : undefined;
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
        [say('executed'), say('executedDone', { done, planned })],
        [say('warnings'), analysis.warnings.length === 0 ? say('none') : String(analysis.warnings.length)],
      ],
      'facts',
    )}
    ${outcome.status === 'cancelled' ? html`<p class="notice">${say('cancelled')}</p>` : undefined} ${failure}
  </header>`;
}
