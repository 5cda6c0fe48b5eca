import { translate, type TextValues } from '../texts/translate';
import { readableTime, type ReportContext } from '../words/context';
import { pairs } from './elements';
import { html, type Markup } from './html';

/** What identifies the record, and what its hash proves. */
export function integritySection({ record }: ReportContext): Markup {
  const say = (key: string, values: TextValues = {}): string => translate(`report.integrity.${key}`, values);
  return html`<section class="integrity">
    <h2>${say('heading')}</h2>
    ${pairs([
      [say('run'), html`<code>${record.id}</code>`],
      [say('hash'), html`<code>${record.hash}</code>`],
      [say('schema'), String(record.fileFormat ?? record.schemaVersion)],
      [say('origin'), say(`originValue.${record.origin}`)],
      [say('ended'), readableTime(record.endedAt)],
    ])}
    <p class="note">${say('note')}</p>
  </section>`;
}
