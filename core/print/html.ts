/** Markup that is safe to put into a page as it is; only `html` makes it. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a place of an `html` template: texts and numbers are escaped, markup and lists of it are not. */
export type Fragment = Markup | string | number | undefined | readonly Fragment[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A text for element content or a quoted attribute value. Control characters that no HTML page may hold are replaced by
 * U+FFFD, so that what a person typed cannot make the page invalid.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
    .replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd');
}

/**
 * Markup from a template. Every place is escaped unless it holds markup, so a text can never become an element; the one
 * rule left to the author is to quote attributes.
 */
export function html(strings: TemplateStringsArray, ...places: readonly Fragment[]): Markup {
  const pieces = strings.flatMap((piece, index) => [piece, render(places[index])]);
  return { markup: pieces.join('') };
}

function render(place: Fragment): string {
  if (place === undefined) return '';
  if (typeof place === 'string') return escapeHtml(place);
  if (typeof place === 'number') return String(place);
  if (isList(place)) return place.map(render).join('');
  return place.markup;
}

function isList(place: Markup | readonly Fragment[]): place is readonly Fragment[] {
  return Array.isArray(place);
}
