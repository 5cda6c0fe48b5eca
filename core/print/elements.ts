import { html, type Fragment, type Markup } from './html';

/** A figure: its title says the question, its caption carries n, basis and machine. */
export function figure(title: string, picture: Markup, caption: string): Markup {
  return html`<figure>
    <p class="figure-title">${title}</p>
    ${picture}
    <figcaption>${caption}</figcaption>
  </figure>`;
}

export interface Column {
  readonly label: string;
  /** Numbers are set to the right so that their digits line up. */
  readonly numeric?: boolean;
}

/** A table whose first column names its rows. */
export function table(caption: string, columns: readonly Column[], rows: readonly (readonly Fragment[])[]): Markup {
  const kind = (index: number): string => (columns[index]?.numeric ? 'number' : 'text');
  const head = columns.map(({ label }, index) => html`<th scope="col" class="${kind(index)}">${label}</th>`);
  const body = rows.map(([first, ...rest]) => {
    const cells = rest.map((cell, index) => html`<td class="${kind(index + 1)}">${cell}</td>`);
    return html`<tr>
      <th scope="row">${first}</th>
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

/** Names and values, one pair a line. A value may be several lines. */
export function pairs(rows: readonly (readonly [string, Fragment | readonly Fragment[]])[], kind = 'pairs'): Markup {
  const lines = rows.map(
    ([name, value]) =>
      html`<div>
        <dt>${name}</dt>
        <dd>${value}</dd>
      </div>`,
  );
  return html`<dl class="${kind}">${lines}</dl>`;
}

/** A text in paragraphs, as a person typed it: empty lines part them. */
export function paragraphs(text: string): Markup[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => html`<p>${paragraph}</p>`);
}
