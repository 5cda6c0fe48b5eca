import type { Interval } from '../statistics/bootstrap';
import { boundsOf, formatDurationInterval, formatMemory, threeDigits } from '../texts/format';
import { translate, type TextValues } from '../texts/translate';
import { conditionOf, type ReportContext } from '../words/context';
import { pairs, paragraphs, table } from './elements';
import { html, type Fragment, type Markup } from './html';
import { textAt, warningText } from '../words/names';
import { readableTime } from './setup-sections';

/** What the hired cooks cost, in time, memory and messages. */
export function wagesSection(context: ReportContext): Markup {
  const { analysis, names } = context;
  const say = (key: string): string => names.report(`wages.${key}`);
  if (analysis.wages.length === 0) {
    return html`<section>
      <h2>${say('heading')}</h2>
      <p>${say('none')}</p>
    </section>`;
  }
  const rows = analysis.wages.map((wages): Fragment[] => [
    names.condition(wages.condition),
    wages.hiredWorkers,
    withNumber(wages.hiring, formatDurationInterval),
    wages.memoryPerWorkerBytes ? withNumber(wages.memoryPerWorkerBytes, memoryInterval) : say('unknown'),
    wages.roundTrip ? withNumber(wages.roundTrip, formatDurationInterval) : say('unknown'),
    wages.relay ? withNumber(wages.relay, formatDurationInterval) : relayMissing(context, wages.condition),
  ]);
  const numeric = ['workers', 'hiring', 'memory', 'roundTrip', 'relay'];
  const columns = [{ label: say('condition') }, ...numeric.map((key) => ({ label: say(key), numeric: true }))];
  const bases = [...new Set(analysis.wages.map((wages) => wages.memoryBasis))];
  return html`<section>
    <h2>${say('heading')}</h2>
    ${table(say('table'), columns, rows)}
    <p class="note">${bases.map((basis) => say(`basis.${basis}`)).join(' ')} ${messageCounts(context)}</p>
  </section>`;
}

/** An estimate in words and, below it, its own number of samples. */
function withNumber(interval: Interval, inWords: (interval: Interval) => string): Markup {
  const n = translate('report.wages.n', { n: interval.n });
  return html`${inWords(interval)} <span class="line">${n}</span>`;
}

/** Only tickets to another process pass relays. */
function relayMissing(context: ReportContext, condition: string): string {
  const seats = conditionOf(context, condition)?.seats ?? [];
  return translate(`report.wages.${seats.some((seat) => seat.kind === 'process') ? 'unknown' : 'notApplicable'}`);
}

function memoryInterval(memory: Interval): string {
  return `${formatMemory(memory.estimate)} ${boundsOf(memory, (bytes) => threeDigits(bytes / 1e6))}`;
}

function messageCounts({ analysis, names }: ReportContext): string {
  const counts = analysis.parts.flatMap((part) =>
    part.conditions
      .filter(({ condition }) => analysis.wages.some((wages) => wages.condition === condition))
      .map(({ condition, messagesPerCell }) =>
        translate('report.wages.count', {
          condition: names.condition(condition),
          part: names.part(part.part),
          count: messagesPerCell,
        }),
      ),
  );
  return counts.length === 0 ? '' : translate('report.wages.messages', { counts: counts.join('; ') });
}

/** What may have disturbed the run, in words. */
export function warningsSection({ analysis, experiment }: ReportContext): Markup {
  const texts = analysis.warnings.map((warning) => html`<li>${warningText(experiment.id, warning)}</li>`);
  const none = html`<p>${translate('report.warnings.none')}</p>`;
  return html`<section>
    <h2>${translate('report.warnings.heading')}</h2>
    ${
      texts.length === 0
        ? none
        : html`<ul class="warnings">
            ${texts}
          </ul>`
    }
  </section>`;
}

/** Answers and notes, as they were typed; undefined if there are none. */
export function studentSection({ record, experiment }: ReportContext): Markup | undefined {
  const { observation, analogy, transfer } = record.answers;
  const written = [
    ['observation', observation],
    ['analogy', analogy],
    ['notes', record.notes],
  ] as const;
  const blocks = written.flatMap(([key, text]) =>
    text === undefined || text.trim() === ''
      ? []
      : [
          html`<h3>${translate(`report.student.${key}`)}</h3>
            <blockquote>${paragraphs(text)}</blockquote>`,
        ],
  );
  if (transfer !== undefined)
    blocks.splice(blocks.length - (record.notes.trim() === '' ? 0 : 1), 0, transferBlock(experiment.id, transfer));
  if (blocks.length === 0) return undefined;
  return html`<section>
    <h2>${translate('report.student.heading')}</h2>
    ${blocks}
  </section>`;
}

function transferBlock(experiment: string, chosen: string): Markup {
  const at = (path: string): string | undefined => textAt(`experiments.${experiment}.transfer.${path}`);
  const correct = at('correct');
  const judged = chosen === correct ? 'report.student.right' : 'report.student.wrong';
  const situation = [at('situation'), at('question')].filter((text) => text !== undefined).join(' ');
  return html`<h3>${translate('report.student.transfer')}</h3>
    <p>${situation}</p>
    <blockquote><p>${at(`options.${chosen}.label`) ?? chosen}</p></blockquote>
    ${correct === undefined ? undefined : html`<p>${translate(judged)} ${at(`options.${chosen}.feedback`)}</p>`}`;
}

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
