/** The painter of the two pages of a lab report. Figures shrink to the place that the texts leave (`lab-report.css`). */
import { translate } from '../texts/translate';
import type { ReportContext } from '../words/context';
import { labReport, type LabReport } from '../words/lab-report';
import { student } from '../words/student';
import { blockMarkup, markMarkup, tableMarkup } from './blocks';
import { paragraphs } from './elements';
import { firstFigureMarkup } from './figure';
import { html, type Fragment, type Markup } from './html';

/** Two sheets of A4; a third part where a person wrote more than has a place on them. */
export function labReportMarkup(context: ReportContext): Markup {
  const report = labReport(context);
  return html`<article class="lab-report">
    ${firstSheet(report)}${secondSheet(report, context)}${inFull(report, context)}
  </article>`;
}

function say(key: string): string {
  return translate(`labReport.${key}`);
}

function part(key: string, ...content: readonly Fragment[]): Markup {
  return html`<section class="piece is-${key}">
    <h2>${say(key)}</h2>
    ${content}
  </section>`;
}

function firstSheet(report: LabReport): Markup {
  const { story } = report;
  return html`<div class="sheet">
    <header class="head">
      <div>
        <p class="eyebrow">${say('eyebrow')}</p>
        <h1>${report.title}</h1>
      </div>
      <dl class="blanks">
        ${report.blanks.map(
          (name) =>
            html`<div>
              <dt>${name}</dt>
              <dd></dd>
            </div>`,
        )}
      </dl>
    </header>
    <p class="note">${report.facts.join(' ')} ${markMarkup(report.quality.mark)}</p>
    <div class="two">
      ${part('question', html`<p>${report.question}</p>`)}
      ${
        story.prediction === undefined
          ? undefined
          : part(
              'predicted',
              html`<p>${story.prediction}</p>`,
              report.reason === '' ? undefined : html`<p class="reason">${say('reason')}: “${report.reason}”</p>`,
            )
      }
    </div>
    ${part(
      'result',
      html`<p class="hero">${story.hero.value} <span class="interval">${story.hero.interval}</span></p>`,
      html`<p class="sentence">${story.sentence} ${story.mark && markMarkup(story.mark)}</p>`,
      html`<p class="note">${[story.hero.detail, story.theory].filter((line) => line !== '').join('. ')}</p>`,
    )}
    ${report.figures.map(firstFigureMarkup)}
    ${
      story.findings.length === 0
        ? undefined
        : part(
            'findings',
            html`<ul class="findings">
              ${story.findings.map(
                ({ text, interval, mark }) =>
                  html`<li>${text} <span class="interval">${interval}</span> ${mark && markMarkup(mark)}</li>`,
              )}
            </ul>`,
          )
    }
    <p class="takeaway"><b>${say('remember')}.</b> ${story.takeaway}</p>
  </div>`;
}

function secondSheet(report: LabReport, { names }: ReportContext): Markup {
  const { cost, seal, quality } = report;
  const notes = quality.notes.length === 0 ? [{ text: say('noNotes') }] : quality.notes;
  return html`<div class="sheet">
    <div class="two">
      ${part(
        'answers',
        report.answers.length === 0
          ? html`<p class="note">${say('noAnswers')}</p>
              <div class="space"></div>`
          : report.answers.map(blockMarkup),
        report.isShortened ? html`<p class="note">${say('shortened')}</p>` : undefined,
      )}
      <div>
        ${report.why === '' ? undefined : part('why', html`<p>${report.why}</p>`)}
        ${report.breaks === '' ? undefined : part('breaks', html`<p>${report.breaks}</p>`)}
      </div>
    </div>
    ${report.forest.length === 0 ? undefined : [html`<h2>${say('comparisons')}</h2>`, report.forest.map(firstFigureMarkup)]}
    ${part(
      'method',
      html`<ol class="lines">
        ${report.method.map((line) => html`<li>${line}</li>`)}
      </ol>`,
    )}
    ${part('cost', cost ? tableMarkup(cost) : html`<p class="note">${names.text('labReport.costNone')}</p>`)}
    ${part(
      'notes',
      html`<ul class="lines">
        ${notes.map(({ text }) => html`<li>${text}</li>`)}
      </ul>`,
    )}
    <div class="two">
      ${part(
        'seal',
        html`<p class="note">${translate('labReport.sealed', { run: seal.run, hash: seal.hash })} ${seal.check}</p>`,
      )}
      ${part('teacher', html`<div class="space"></div>`)}
    </div>
  </div>`;
}

function inFull(report: LabReport, context: ReportContext): Markup | undefined {
  if (!report.isShortened) return undefined;
  const blocks = student({ ...context, record: { ...context.record, notes: '' } });
  return html`<section class="in-full">
    <h2>${say('whole')}</h2>
    ${report.reason === '' || context.record.prediction.status !== 'given' ? undefined : html`<blockquote>${paragraphs(context.record.prediction.reason)}</blockquote>`}
    ${blocks.map(blockMarkup)}
  </section>`;
}
