import type { CodeLanguage } from './types';

/** What a piece of code is, as far as its colour goes. */
export const tokenKinds = ['comment', 'string', 'keyword', 'number', 'plain'] as const;
export type TokenKind = (typeof tokenKinds)[number];

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const keywords: Readonly<Record<CodeLanguage, string>> = {
  javascript:
    'async await class const else export extends for from function if import in let new null of return throw undefined while',
  python:
    'and as async await class def else for from if import in is lambda None not or pass print raise return try while with yield',
};

/** Each alternative in a group of its own, in the order of `tokenKinds`. Strings do not go over the end of a line. */
function patternFor(language: CodeLanguage): RegExp {
  const comment = language === 'javascript' ? String.raw`//.*` : '#.*';
  const quoted = (quote: string): string => String.raw`${quote}(?:\\.|[^${quote}\\\n])*${quote}`;
  const string = [`'`, `"`, '`'].map(quoted).join('|');
  const words = keywords[language].replaceAll(' ', '|');
  return new RegExp(String.raw`(${comment})|([fb]?(?:${string}))|\b(${words})\b|\b(\d[\d_a-fx.]*)\b`, 'g');
}

const patterns: Readonly<Record<CodeLanguage, RegExp>> = {
  javascript: patternFor('javascript'),
  python: patternFor('python'),
};

/** A text in pieces to be coloured; put together they are the text. */
export function tokensOf(text: string, language: CodeLanguage): readonly Token[] {
  const tokens: Token[] = [];
  let done = 0;
  const plainUpTo = (end: number): void => {
    if (end > done) tokens.push({ kind: 'plain', text: text.slice(done, end) });
  };
  for (const match of text.matchAll(patterns[language])) {
    plainUpTo(match.index);
    // The groups that did not match are undefined, which the type of a match does not say.
    const groups: readonly (string | undefined)[] = match.slice(1);
    const kind = tokenKinds[groups.findIndex((group) => group !== undefined)] ?? 'plain';
    tokens.push({ kind, text: match[0] });
    done = match.index + match[0].length;
  }
  plainUpTo(text.length);
  return tokens;
}
