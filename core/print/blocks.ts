/** The painter of words for print: sections and blocks as HTML. */
import { step } from '../statistics/step';
import type { Block, Cell, Mark, Phrase, Section, Sentence, Table } from '../words/blocks';
import { codeMarkup } from './code';
import { pairs, paragraphs } from './elements';
import { figureMarkup } from './figure';
import { html, type Fragment, type Markup } from './html';

/** A section under its heading. */
export function sectionMarkup({ id, heading, blocks }: Section): Markup {
  step();
  return html`<section class="${id}">
    <h2>${heading}</h2>
    ${blocks.map(blockMarkup)}
  </section>`;
}

/** A block of a section. */
export function blockMarkup(block: Block): Markup {
  switch (block.kind) {
    case 'heading':
      return html`<h3>${block.text}</h3>`;
    case 'paragraph':
      return html`<p>${block.text}</p>`;
    case 'note':
    case 'notice':
      return html`<p class="${block.kind}">${block.text}</p>`;
    case 'quote':
      return html`<blockquote>${paragraphs(block.text)}</blockquote>`;
    case 'sentences':
    case 'warnings':
      return html`<ul class="${block.kind}">
        ${block.items.map(sentenceMarkup)}
      </ul>`;
    case 'table':
      return tableMarkup(block.table);
    case 'figures':
      return html`${block.figures.map(figureMarkup)}`;
    case 'facts':
      return pairs(block.facts.map(({ name, lines }) => [name, lines.length > 1 ? lines.map(lineMarkup) : lines]));
    case 'explanations':
      return html`<div class="explanations">
        ${block.items.map(
          ({ name, text, mark }) =>
            html`<div>
              <h4>${name} ${markMarkup(mark)}</h4>
              <p>${text}</p>
            </div>`,
        )}
      </div>`;
    case 'code':
      return codeMarkup(block);
    case 'columns':
      return html`<div class="columns">
        ${block.columns.map((blocks) => html`<div>${blocks.map(blockMarkup)}</div>`)}
      </div>`;
  }
}

function sentenceMarkup({ text, mark }: Sentence): Markup {
  return html`<li>${text}${mark && html` ${markMarkup(mark)}`}</li>`;
}

/** A word or two that judge what stands before them. */
export function markMarkup({ tone, words }: Mark): Markup {
  return html`<span class="mark ${tone}">${words}</span>`;
}

/** A table whose first column names its rows. */
export function tableMarkup({ caption, columns, rows }: Table): Markup {
  const kind = (index: number): string => (columns[index]?.numeric ? 'number' : 'text');
  const head = columns.map(({ label }, index) => html`<th scope="col" class="${kind(index)}">${label}</th>`);
  const body = rows.map(([first = '', ...rest]) => {
    const cells = rest.map((cell, index) => html`<td class="${kind(index + 1)}">${cellMarkup(cell)}</td>`);
    return html`<tr>
      <th scope="row">${cellMarkup(first)}</th>
      ${cells}
    </tr>`;
  });
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${head}
      </tr>
    </thead>
    <tbody>
      ${body}
    </tbody>
  </table>`;
}

function cellMarkup(cell: Cell): Fragment {
  if (typeof cell !== 'object') return cell;
  return 'lines' in cell ? cell.lines.map(lineMarkup) : markMarkup(cell);
}

function lineMarkup(line: Phrase): Markup {
  return html`<span class="line">${phraseMarkup(line)}</span>`;
}

function phraseMarkup(phrase: Phrase): Fragment {
  if (typeof phrase === 'string') return phrase;
  return phrase.map((piece) => (typeof piece === 'string' ? piece : html`<b>${piece.strong}</b>`));
}
