import { codeLanguages, type Source } from './types';

const isImport = /^(?:import|from) /;
/** A line that says which file begins. */
const fileHeading = /^\/\/ ([a-z]+\.mjs)\b.*$/m;

/** A text that begins on the line after its backtick. */
export function source(javascript: string, python: string): Source {
  return { javascript: trimmed(javascript), python: trimmed(python) };
}

function trimmed(text: string): string {
  return text.replace(/^\n+/, '').trimEnd();
}

/** Several pieces as one: what they import stands at the top, once. */
export function joined(...pieces: readonly Source[]): Source {
  const [javascript, python] = codeLanguages.map((language) => joinedText(pieces.map((piece) => piece[language])));
  return { javascript: javascript ?? '', python: python ?? '' };
}

function joinedText(texts: readonly string[]): string {
  const parts = texts.map((text) => {
    const at = fileHeading.exec(text)?.index ?? text.length;
    return { lines: text.slice(0, at).split('\n'), rest: text.slice(at).trim() };
  });
  const imports = [...new Set(parts.flatMap(({ lines }) => lines).filter((line) => isImport.test(line)))].sort();
  const bodies = parts.map(({ lines }) =>
    lines
      .filter((line) => !isImport.test(line))
      .join('\n')
      .trim(),
  );
  const rests = parts.map(({ rest }) => rest);
  return [imports.join('\n'), ...bodies, ...rests].filter((text) => text !== '').join('\n\n');
}

/**
 * The files that a text in JavaScript stands for, by name: what follows a line such as `// worker.mjs` is in that file, what
 * comes before any is in `main.mjs`.
 */
export function filesOf(text: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  let name = 'main.mjs';
  for (const line of text.split('\n')) {
    const heading = fileHeading.exec(line)?.[1];
    if (heading === undefined) files.set(name, `${files.get(name) ?? ''}${line}\n`);
    else name = heading;
  }
  return files;
}
