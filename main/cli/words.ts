import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/** Wrong usage: the message says what to type. Exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export type WordOptions = NonNullable<ParseArgsConfig['options']>;

/** What a command was given: options by name, and everything else in its order. */
export interface Words {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

export interface Grammar {
  readonly options: WordOptions;
  /** Most words that are no options. */
  readonly positionals: number;
  /** What to type, shown with whatever is wrong. */
  readonly usage?: string;
}

/**
 * Reads a command's words by its grammar.
 * @throws UsageError naming the command, what is wrong, and what to type
 */
export function readWords(name: string, given: readonly string[], { options, positionals, usage }: Grammar): Words {
  let words: Words;
  try {
    words = parseArgs({ args: withNumbersAttached(given, options), options, allowPositionals: true, strict: true });
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error);
    throw new UsageError(
      `${name}: ${detail}. ${usage === undefined ? '"help" shows what each command takes.' : `Type: ${usage}`}`,
    );
  }
  if (words.positionals.length > positionals) {
    throw new UsageError(
      `${name} does not take "${words.positionals[positionals] ?? ''}". "help" shows what it takes.`,
    );
  }
  return words;
}

/** Writes `--seed -1` as `--seed=-1`: otherwise it reads as two options, and the message would not be about the number. */
function withNumbersAttached(given: readonly string[], options: WordOptions): string[] {
  const words: string[] = [];
  for (const word of given) {
    const before = words.at(-1);
    const takesText = before?.startsWith('--') === true && options[before.slice(2)]?.type === 'string';
    if (takesText && /^-[\d.]/.test(word)) words.splice(-1, 1, `${before}=${word}`);
    else words.push(word);
  }
  return words;
}

/** The text of an option; undefined if it was not given. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
