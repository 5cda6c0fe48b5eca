import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The record files among the words of a start, if those are all that was typed besides switches.
 * @param words the program's arguments, without itself
 * @param folder what relative paths are meant from
 * @returns absolute paths; undefined if the start is no wish to open files
 */
export function filesToOpen(words: readonly string[], folder: string): readonly string[] | undefined {
  const named = words.filter((word) => !word.startsWith('--'));
  if (named.length === 0 || !named.every(isRecordFile)) return undefined;
  return filesAmong(named, folder);
}

/** The record files among any words, as absolute paths. */
export function filesAmong(words: readonly string[], folder: string): readonly string[] {
  return words.filter((word) => !word.startsWith('--') && isRecordFile(word)).map((word) => pathOf(word, folder));
}

function isRecordFile(word: string): boolean {
  return /\.labrun$/i.test(word);
}

/** Desktops pass an address instead of a path. */
function pathOf(word: string, folder: string): string {
  try {
    if (word.startsWith('file:')) return fileURLToPath(word);
  } catch {
    // no address of a local file: taken for the name of one, it is said that there is none
  }
  return resolve(folder, word);
}
