import type { ReportContext } from '../words/context';
import { pairs, table } from './elements';
import { html, type Fragment, type Markup } from './html';
import { setUpFacts } from '../words/workbench-set-up';
import {
  baselineName,
  catalogueTexts,
  cpuSourcesInWords,
  figuresTable,
  roundsBehind,
  threadsTable,
  workersTable,
  type TextTable,
  type WorkbenchContext,
} from '../words/workbench-tables';

/** What a Workbench record shows beyond what every record shows; undefined for any other, or if nothing was measured. */
export function workbenchSection(context: ReportContext): Markup | undefined {
  const { record, analysis, experiment } = context;
  const measured = analysis.workbench ?? [];
  if (measured.length === 0) return undefined;
  const texts = catalogueTexts(experiment.id);
  const known: WorkbenchContext = { record, analysis, experiment, texts };
  const { cpuModel, availableParallelism } = record.environment;
  const values = {
    n: roundsBehind(measured),
    baseline: baselineName(known),
    source: cpuSourcesInWords(record),
    machine: texts.of('results.machine', { cpu: cpuModel.trim(), cores: availableParallelism }),
  };
  return html`<section>
    <h2>${texts.of('figures.heading')}</h2>
    ${tableOf(texts.of('figures.table'), figuresTable(known))}
    <p class="note">${texts.of('figures.caption', values)}</p>
    <h3>${texts.of('figures.threads.heading')}</h3>
    ${tableOf(texts.of('figures.threads.table'), threadsTable(known))}
    <p class="note">${texts.of('figures.threads.caption', values)}</p>
    <h3>${texts.of('figures.workers.title')}</h3>
    ${tableOf(texts.of('figures.workers.table'), workersTable(known))}
  </section>`;
}

/** How the run was set up: workload, calibration, pinning as read back, why it stopped. */
export function setUpSection({ record, analysis, experiment }: ReportContext): Markup | undefined {
  const texts = catalogueTexts(experiment.id);
  const facts = setUpFacts({ record, analysis, experiment, texts });
  if (facts.length === 0) return undefined;
  const rows = facts.map(({ name, lines }) => [name, lines.map(lineOf)] as const);
  return html`<section>
    <h2>${texts.of('figures.setUp.heading')}</h2>
    ${pairs(rows)}
  </section>`;
}

function tableOf(caption: string, { columns, rows }: TextTable): Markup {
  return table(
    caption,
    columns,
    rows.map((row) => row.map(cellOf)),
  );
}

/** An interval stands on a line of its own below its estimate. */
function cellOf(text: string): Fragment {
  const [first = '', ...rest] = text.split('\n');
  return rest.length === 0 ? first : html`${first}${rest.map(lineOf)}`;
}

function lineOf(text: string): Markup {
  return html`<span class="line">${text}</span>`;
}
