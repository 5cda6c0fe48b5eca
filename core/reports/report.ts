import { experimentOf } from '../runs/analysis';
import type { Analysis } from '../runs/analysis-types';
import type { RunRecord } from '../runs/record';
import { translate } from '../texts/translate';
import { claimsSection } from './claims-section';
import { integritySection, studentSection, wagesSection, warningsSection } from './closing-sections';
import { isOpen, type ReportContext } from './context';
import { html } from './html';
import { methodSection } from './method-section';
import { namesOf } from './names';
import { partSection, predictionSection } from './part-section';
import { machineSection, shortSection, titleSection } from './setup-sections';
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
export function renderReport(record: RunRecord, analysis: Analysis, { stylesheet }: ReportOptions): string {
  const experiment = experimentOf(record);
  const context: ReportContext = { record, analysis, experiment, names: namesOf(experiment.id) };
  const title = translate('report.documentTitle', { experiment: context.names.title, id: record.id });
  const page = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>${title}</title>
      <link rel="stylesheet" href="${stylesheet}" />
    </head>
    <body class="report">
      <main>
        ${titleSection(context)}${shortSection(context)}${machineSection(context)}${methodSection(context)}
        ${isOpen(experiment) ? undefined : predictionSection(context)}${setUpSection(context)}${workbenchSection(context)}
        ${analysis.parts.map((part) => partSection(context, part))}
        ${wagesSection(context)}${warningsSection(context)}${studentSection(context)}
        ${claimsSection(context)}${integritySection(context)}
      </main>
    </body>
  </html>`;
  return `<!doctype html>\n${page.markup}\n`;
}
