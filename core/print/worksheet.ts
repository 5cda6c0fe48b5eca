/** The painter of a lesson's blank worksheet: a document for A4, made to be written on. */
import type { ExperimentDefinition } from '../experiments/definition-types';
import { translate } from '../texts/translate';
import { worksheetOf, type Worksheet, type WorksheetField, type WorksheetQuestion } from '../words/worksheet';
import { blockMarkup, tableMarkup } from './blocks';
import { html, type Fragment, type Markup } from './html';
import { blankCurve, blankLanes, blankPlane, blankScale } from './svg/blanks';
import { picture } from './svg/drawing';
import type { Picture } from './svg/picture';

/**
 * The worksheet of an experiment as a complete HTML document: no script, no inline style.
 * @param stylesheet address of the report's style sheet, as the page's own origin serves it
 */
export function renderWorksheet(
  experiment: ExperimentDefinition,
  { stylesheet }: { readonly stylesheet: string },
): string {
  const sheet = worksheetOf(experiment);
  const page = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>${translate('worksheet.documentTitle', { experiment: sheet.title })}</title>
      <link rel="stylesheet" href="${stylesheet}" />
    </head>
    <body class="report">
      <main class="worksheet">${head(sheet)}${before(sheet)}${after(sheet)}</main>
    </body>
  </html>`;
  return `<!doctype html>\n${page.markup}\n`;
}

function say(key: string): string {
  return translate(`worksheet.${key}`);
}

function head({ title, blanks, question, background, conditions }: Worksheet): Markup {
  return html`<header class="head">
      <div>
        <p class="eyebrow">${say('eyebrow')}</p>
        <h1>${title}</h1>
      </div>
      <dl class="blanks">
        ${blanks.map(
          (name) =>
            html`<div>
              <dt>${name}</dt>
              <dd></dd>
            </div>`,
        )}
      </dl>
    </header>
    <p class="question">${question}</p>
    <p>${background}</p>
    <section>
      <h2>${say('conditions')}</h2>
      ${blockMarkup({ kind: 'facts', facts: conditions })}
    </section>`;
}

function before({ predict }: Worksheet): Markup {
  return html`<section>
    <h2>${say('predict')}</h2>
    ${predict.map(questionMarkup)} ${written(say('why'), 3)}
  </section>`;
}

function questionMarkup({ name, text, hint, field }: WorksheetQuestion): Markup {
  return html`<div class="ask">
    <h3>${name}</h3>
    <p>${text} <span class="hint">${hint}</span></p>
    ${fieldMarkup(field, name)}
  </div>`;
}

function fieldMarkup(field: WorksheetField, name: string): Fragment {
  const drawn = ({ height, content }: Picture): Markup => picture(height, `${name}. ${inWords(field)}`, content);
  switch (field.kind) {
    case 'scale':
      return drawn(blankScale(field.axis, field.rows));
    case 'curve':
      return drawn(blankCurve(field.x, field.y));
    case 'plane':
      return html`<p class="small">${field.marks.join(', ')}</p>
        ${drawn(blankPlane(field.x, field.y))}`;
    case 'lanes':
      return field.kitchens.map(({ name: kitchen, lanes }) => {
        const { height, content } = blankLanes(field.axis, lanes);
        return html`<div class="ask">
          <p class="small">${kitchen}</p>
          ${picture(height, `${kitchen} ${lanes.join(', ')}`, content)}
        </div>`;
      });
    case 'places':
      return html`<ul class="places">
        ${field.rows.map((row) => html`<li><span class="box wide"></span>${row}</li>`)}
      </ul>`;
    case 'options':
      return html`<dl class="picks">
        ${field.rows.map(
          (row) =>
            html`<div>
              <dt>${row.name}${row.lines.map((line) => html`<span class="line hint">${line}</span>`)}</dt>
              <dd>
                ${field.options.map((option) => html`<span class="option"><span class="box"></span>${option}</span>`)}
              </dd>
            </div>`,
        )}
      </dl>`;
  }
}

/** What is asked on a drawing, for who cannot see it. */
function inWords(field: WorksheetField): string {
  if (field.kind === 'scale') return `${field.rows.join(', ')}. ${field.axis.title}`;
  return field.kind === 'curve' || field.kind === 'plane' ? `${field.x.title}, ${field.y.title}` : '';
}

function after({ readOff, observe, situations }: Worksheet): Markup {
  return html`<section>
      <h2>${say('readOff')}</h2>
      <p class="hint">${say('readOffHint')}</p>
      <div class="read-off">${readOff.map(tableMarkup)}</div>
    </section>
    <section>
      <h2>${say('observe')}</h2>
      <p>${observe}</p>
      ${written(say('answer'), 1)} ${written(say('words'), 3)}
    </section>
    <section>
      <h2>${say('explain')}</h2>
      ${written('', 4)} ${written(say('now'), 2)} ${written(say('analogy'), 2)}
    </section>
    <section>
      <h2>${say('transfer')}</h2>
      ${situations.map(
        ({ name, situation, question, options }) =>
          html`<div class="ask">
            <h3>${name}</h3>
            <p>${situation} ${question}</p>
            <ul class="choices">
              ${options.map((option) => html`<li><span class="box"></span>${option}</li>`)}
            </ul>
            ${written(say('because'), 1)}
          </div>`,
      )}
    </section>
    <p class="note">${say('footer')}</p>`;
}

/** Lines to write on, under what is asked. */
function written(label: string, lines: number): Markup {
  return html`<div class="write">
    ${label === '' ? undefined : html`<p class="label">${label}</p>`}
    ${Array.from({ length: lines }, () => html`<div class="rule"></div>`)}
  </div>`;
}
