import { html, type Fragment, type Markup } from './html';

/** A figure: its title says the question, its caption carries n, basis and machine. */
export function figure(title: string, picture: Markup, caption: string): Markup {
  return html`<figure>
    <p class="figure-title">${title}</p>
    ${picture}
    <figcaption>${caption}</figcaption>
  </figure>`;
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
