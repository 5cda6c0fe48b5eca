import type { Analysis } from '../analysis/types';
import type { RunRecord } from '../record/record';
import { translate } from '../texts/translate';
import { claimsSection } from './claims-section';
import { integritySection, studentSection, wagesSection, warningsSection } from './closing-sections';
import { isOpen, type ReportContext } from '../words/context';
import { figuresOf, type FigureGroup } from '../figures/figures-of';
import { figureMarkup } from './figure';
import { table } from './elements';
import { html, type Fragment, type Markup } from './html';
import { methodSection } from './method-section';
import { namesOf } from '../words/names';
import { partSection, predictionSection } from './part-section';
import { machineSection, readableTime, shortSection, titleSection } from './setup-sections';
import { setUpSection, workbenchSection } from './workbench-section';

export interface ReportOptions {
  /** Address of the style sheet, as the page's own origin serves it. */
  readonly stylesheet: string;
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
  return documentOf(title, html`<main>${reportBody(record, analysis)}</main>`, options);
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
      html`<section class="record" id="record-${record.id}">${reportBody(record, analysis)}</section>`,
  );
  return documentOf(title, html`<main>${contentsSection(title, entries)}${sections}</main>`, options);
}

function contentsSection(title: string, entries: readonly ReportEntry[]): Markup {
  const say = (key: string): string => translate(`report.several.${key}`);
  const columns = ['record', 'experiment', 'started', 'outcome'].map((key) => ({ label: say(key) }));
  const rows = entries.map(({ record }): Fragment[] => [
    html`<a href="#record-${record.id}">${record.title}</a>`,
    namesOf(record.plan.experiment).title,
    readableTime(record.startedAt),
    translate(`glossary.outcome.${record.outcome.status}`),
  ]);
  return html`<header>
    <h1>${title}</h1>
    ${table(say('contents'), columns, rows)}
  </header>`;
}

/** Every section of a record's report. */
function reportBody(record: RunRecord, analysis: Analysis): Markup {
  const experiment = record.definition;
  const context: ReportContext = { record, analysis, experiment, names: namesOf(experiment.id) };
  const groups = figuresOf(context);
  return html`${titleSection(context)}${shortSection(context)}${machineSection(context)}${methodSection(context)}
  ${isOpen(experiment) ? undefined : predictionSection(context)}${setUpSection(context)}${workbenchSection(context)}
  ${acrossParts(groups)}${analysis.parts.map((part) => partSection(context, part, groups))}
  ${wagesSection(context)}${warningsSection(context)}${studentSection(context)}
  ${claimsSection(context)}${integritySection(context)}`;
}

/** What is about several parts stands before them; undefined for an experiment that has no such figure. */
function acrossParts(groups: readonly FigureGroup[]): Markup | undefined {
  const figures = groups.flatMap((group) => group.figures.filter(({ part }) => part === undefined));
  if (figures.length === 0) return undefined;
  return html`<section>
    <h2>${translate('report.curves.heading')}</h2>
    ${figures.map(figureMarkup)}
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
