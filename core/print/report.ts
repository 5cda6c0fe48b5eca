import type { Analysis } from '../analysis/types';
import type { RunRecord } from '../record/record';
import { step } from '../statistics/step';
import { findText, translate } from '../texts/translate';
import { readableTime, type ReportContext } from '../words/context';
import { namesOf } from '../words/names';
import { resultSections } from '../words/sections';
import { sectionMarkup } from './blocks';
import { html, type Markup } from './html';
import { integritySection } from './integrity';
import { labReportMarkup } from './lab-report';
import { titleSection } from './title';

export interface ReportOptions {
  /** Address of the style sheet, as the page's own origin serves it. */
  readonly stylesheet: string;
  /** Behind the two pages of each record: everything that its page in the window shows. */
  readonly appendix?: boolean;
}

/**
 * The report of a record as a complete HTML document: no script, no inline style, figures as SVG. It is made for
 * printing on A4; header and footer come from `templates`.
 * @param analysis what `analyse` gave for this record
 * @throws RangeError if the record is of an experiment that this program does not have
 */
export function renderReport(record: RunRecord, analysis: Analysis, options: ReportOptions): string {
  const title = translate('report.documentTitle', {
    experiment: namesOf(record.definition.id).title,
    id: record.id,
  });
  return documentOf(title, html`<main>${reportBody(record, analysis, options)}</main>`, options);
}

/** A record and what `analyse` gave for it. */
export interface ReportEntry {
  readonly record: RunRecord;
  readonly analysis: Analysis;
}

/**
 * The reports of several records as one document: a page of contents, then one report after the other.
 * @throws RangeError as `renderReport`
 */
export function renderReports(entries: readonly ReportEntry[], options: ReportOptions): string {
  const title = translate('report.several.title', { n: entries.length });
  const sections = entries.map(
    ({ record, analysis }) =>
      html`<section class="record" id="record-${record.id}">${reportBody(record, analysis, options)}</section>`,
  );
  return documentOf(title, html`<main>${contentsSection(title, entries)}${sections}</main>`, options);
}

function contentsSection(title: string, entries: readonly ReportEntry[]): Markup {
  const say = (key: string): string => translate(`report.several.${key}`);
  const head = ['record', 'experiment', 'started', 'outcome'].map((key) => html`<th scope="col">${say(key)}</th>`);
  const rows = entries.map(
    ({ record }) =>
      html`<tr>
        <th scope="row"><a href="#record-${record.id}">${record.title}</a></th>
        <td>${namesOf(record.plan.experiment).title}</td>
        <td>${readableTime(record.startedAt)}</td>
        <td>${translate(`glossary.outcome.${record.outcome.status}`)}</td>
      </tr>`,
  );
  return html`<header>
    <h1>${title}</h1>
    <table>
      <caption>
        ${say('contents')}
      </caption>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </header>`;
}

/** The report of a record: two pages, and if asked for what its page in the window says behind them. */
function reportBody(record: RunRecord, analysis: Analysis, { appendix = false }: ReportOptions): Markup {
  step();
  const { definition: experiment, plan } = record;
  // Without texts a report would be made of ids.
  if (findText(`experiments.${plan.experiment}.title`) === undefined) {
    throw new RangeError(`There is no experiment "${plan.experiment}".`);
  }
  const context: ReportContext = { record, analysis, experiment, names: namesOf(experiment.id) };
  if (!appendix) return labReportMarkup(context);
  return html`${labReportMarkup(context)}
    <section class="appendix">
      <p class="eyebrow">${translate('labReport.appendix')}</p>
      ${titleSection(context)}${resultSections(context).map(sectionMarkup)}${integritySection(context)}
    </section>`;
}

function documentOf(title: string, main: Markup, { stylesheet }: ReportOptions): string {
  const page = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>${title}</title>
      <link rel="stylesheet" href="${stylesheet}" />
    </head>
    <body class="report">
      ${main}
    </body>
  </html>`;
  return `<!doctype html>\n${page.markup}\n`;
}
