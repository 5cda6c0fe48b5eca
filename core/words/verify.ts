import { translate } from '../texts/translate';
import { visible } from '../texts/visible';
import type { Contradiction } from '../verify/contradiction';
import { contradictionText } from './contradiction';

/** What `verify` found out about one file. */
export type Verified = { readonly file: string } & (
  | { readonly kind: 'intact'; readonly id: string; readonly format: number; readonly hash: string }
  | { readonly kind: 'contradicts'; readonly contradiction: Contradiction }
  /** Not a record, not of this program, or changed after it was written; `reason` says which. */
  | { readonly kind: 'refused'; readonly reason: string }
);

const say = (key: string, values: Parameters<typeof translate>[1] = {}): string =>
  translate(`commandLine.verify.${key}`, values);

/** One file in one line. */
export function verifiedLine(verified: Verified): string {
  const file = visible(verified.file);
  if (verified.kind !== 'intact') return say(verified.kind, { file, what: whatIsWrong(verified) });
  const { id, format, hash } = verified;
  return say('intact', { file, id, format, hash });
}

/** What was checked, and what no check can say. */
export function verifyNote(): string {
  return say('note');
}

/** How many files came out how. */
export function verifiedTotal(all: readonly Verified[]): string {
  const count = (wanted: Verified['kind']): number => all.filter(({ kind }) => kind === wanted).length;
  return say('total', {
    files: all.length === 1 ? say('filesOne') : say('files', { n: all.length }),
    intact: count('intact'),
    contradicting: count('contradicts'),
    refused: count('refused'),
  });
}

/** The files of a folder as the lines of a table, its head first; the columns are padded with spaces. */
export function verifiedTable(all: readonly Verified[]): string[] {
  const rows = [
    ['file', 'result', 'what'].map((column) => say(`columns.${column}`)),
    ...all.map((one) => [
      visible(one.file),
      say(`result.${one.kind}`),
      one.kind === 'intact' ? say('row', { id: one.id, format: one.format }) : whatIsWrong(one),
    ]),
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}

function whatIsWrong(verified: Exclude<Verified, { kind: 'intact' }>): string {
  return verified.kind === 'contradicts' ? contradictionText(verified.contradiction) : visible(verified.reason);
}
