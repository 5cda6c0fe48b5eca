/** Code for print: every language beside the others, coloured. */
import { tokensOf } from '../code/tokens';
import { codeLanguages, type Source } from '../code/types';
import { translate } from '../texts/translate';
import { html, type Markup } from './html';

/** A piece of code under its name. */
export function codeMarkup({ name, source }: { readonly name: string; readonly source: Source }): Markup {
  const texts = codeLanguages
    .filter((language) => source[language] !== '')
    .map((language) => {
      const tokens = tokensOf(source[language], language).map(({ kind, text }) =>
        kind === 'plain' ? text : html`<span class="${kind}">${text}</span>`,
      );
      return html`<div>
        <p class="language">${translate(`code.${language}`)}</p>
        <pre>${tokens}</pre>
      </div>`;
    });
  return html`<div class="code">
    <h3>${name}</h3>
    <div class="languages">${texts}</div>
  </div>`;
}
