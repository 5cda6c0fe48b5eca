/** What is wrong with a key in a JSON text. */
export interface KeyProblem {
  readonly kind: 'twice' | 'not-allowed';
  readonly key: string;
}

/** Names that objects have by themselves: checks of a schema pass over them, so nobody would see what they hold. */
const notAllowed: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const [quote, backslash, colon] = ['"', '\\', ':'].map((one) => one.charCodeAt(0));

/**
 * The first key of a JSON text that stands twice in one object, or that objects have by themselves. Of doubled keys `JSON.parse`
 * keeps the last, other readers the first: what the text says would depend on who reads it. One pass over the text; keys are
 * compared as they are read, whether they are written with escapes or not.
 * @param text valid JSON
 */
export function keyProblemIn(text: string): KeyProblem | undefined {
  /** Keys of the objects that are open, outermost first; null for a list. */
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charAt(at)) {
      case '{':
        open.push(new Set());
        break;
      case '[':
        open.push(null);
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case '"': {
        const end = endOfString(text, at);
        const keys = open.at(-1);
        if (keys && isKey(text, end)) {
          const written = text.slice(at + 1, end);
          const key = written.includes('\\') ? String(JSON.parse(`"${written}"`)) : written;
          if (notAllowed.has(key)) return { kind: 'not-allowed', key };
          if (keys.has(key)) return { kind: 'twice', key };
          keys.add(key);
        }
        at = end;
        break;
      }
    }
  }
  return undefined;
}

/** Place of the quote that ends the string beginning at a place. */
function endOfString(text: string, begin: number): number {
  for (let at = begin + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === quote) return at;
  }
  return text.length;
}

/** Whether the string that ends at a place is a key: a colon follows it. */
function isKey(text: string, end: number): boolean {
  let at = end + 1;
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1;
  return text.charCodeAt(at) === colon;
}
