import { visible } from '@core/texts/visible';

/** A file of the Notebook that is not shown, and why. */
export interface UnlistedFile {
  readonly file: string;
  readonly reason: string;
  /** Where it was moved; absent where it stays. */
  readonly movedTo?: string;
}

const named = 3;

/**
 * One line for all files that were set aside, or for all that stay where they are and are not listed. `folder` is where they
 * are now.
 */
export function unlistedText(files: readonly UnlistedFile[], folder: string, isSetAside: boolean): string {
  const [first] = files;
  if (!first) return '';
  if (files.length === 1) {
    const name = visible(first.file);
    return isSetAside
      ? `${name} could not be read and was set aside as ${visible(first.movedTo ?? folder)}. ${first.reason}`
      : `${name} is not listed and stays in ${folder}. ${first.reason}`;
  }
  const names = files
    .slice(0, named)
    .map(({ file }) => visible(file))
    .join(', ');
  const more = files.length > named ? ` and ${files.length - named} more` : '';
  const what = isSetAside
    ? `${files.length} files could not be read and were set aside in ${folder}`
    : `${files.length} files are not listed and stay in ${folder}`;
  return `${what}: ${names}${more}. The first: ${first.reason}`;
}
