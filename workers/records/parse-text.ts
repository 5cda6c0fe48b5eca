import { keyProblemIn } from '@core/record/keys';
import { visible } from '@core/texts/visible';
import { UnusableRecord } from './unusable-record';

export type Json = Readonly<Record<string, unknown>>;

/** What some programs put before a text in UTF-8. It says nothing and is passed over. */
const byteOrderMark = '\uFEFF';

/** The text without the mark. */
export function withoutMark(text: string): string {
  return text.startsWith(byteOrderMark) ? text.slice(1) : text;
}

/**
 * The object in the text of a record file. @throws UnusableRecord `not-json` saying what the text is instead, or what in it could
 * be read in two ways
 */
export function parseText(marked: string): Json {
  const text = withoutMark(marked);
  refuseOtherEncoding(text);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new UnusableRecord(
      'not-json',
      `The file is not complete JSON: it was cut off or is no record (${visible(detail)}).`,
    );
  }
  const problem = keyProblemIn(text);
  if (problem) {
    const key = visible(JSON.stringify(problem.key.slice(0, 80)));
    throw new UnusableRecord(
      'not-json',
      problem.kind === 'twice'
        ? `The file holds the key ${key} twice in one object, so what it says depends on who reads it.`
        : `The file holds the key ${key}, which no record has.`,
    );
  }
  // What is JSON but no object is no record; an empty one fails the schema with the same words.
  return typeof json === 'object' && json !== null ? (json as Json) : {};
}

/** UTF-16 that was read as UTF-8 has a zero beside every letter, with or without its mark. */
function refuseOtherEncoding(text: string): void {
  const head = text.slice(0, 200);
  if (!head.includes('\0')) return;
  throw new UnusableRecord(
    'not-json',
    head.replaceAll('\0', '') === ''
      ? 'The file holds zeros instead of text: it was never written to its end.'
      : 'The file is text in UTF-16, as ">" writes it in Windows PowerShell 5. Let the lab write it with "--json FILE", or save it anew as UTF-8.',
  );
}
