// A file of the set-up that cannot be written: what is wrong and what to type, instead of a stack.
import { existsSync, lstatSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { root } from './common.mjs';

/**
 * @param {unknown} error
 * @param {number} [user] the id of whoever typed
 * @returns {string | undefined} what to say, if the error is that a file could not be written, made or removed
 */
export function cannotWrite(error, user = process.getuid?.()) {
  const { code, path: file, syscall = '' } = /** @type {NodeJS.ErrnoException} */ (error);
  // A program that cannot be started has a path, too.
  if (code === undefined || file === undefined || !path.isAbsolute(file) || syscall.startsWith('spawn'))
    return undefined;
  const isOfProject = file === root || file.startsWith(`${root}${path.sep}`);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `${file} could not be written: the disk is full (${code}). Make room, then try again.`;
    case 'EROFS':
      return `${file} lies on a file system that can only be read.${isOfProject ? ` Copy the project to a folder of your own. Type:\n\n${copying()}` : ''}`;
    case 'EACCES':
    case 'EPERM': {
      const what = `This user may not write ${file} (${code}).`;
      if (user === undefined) return what;
      const folder = isOfProject ? root : path.dirname(file);
      const mine = [path.dirname(file), file].every((one) => ownerOf(one) === user);
      const command = mine ? `chmod -R u+rwX ${quoted(folder)}` : `sudo chown -R "$(id -u)" ${quoted(folder)}`;
      const other = isOfProject && !mine ? `\nOr leave it as it is, and copy the project:\n\n${copying()}` : '';
      return `${what} If the folder is yours, type:\n\n    ${command}\n${other}`;
    }
    default:
      return undefined;
  }
}

/** Into a folder that is not there yet: an existing one would get the copy inside it. */
function copying() {
  const home = path.join(os.homedir(), 'concurrency-lab');
  let own = home;
  for (let n = 2; existsSync(own); n++) own = `${home}-${n}`;
  return `    cp -a ${quoted(root)} ${quoted(own)}\n    cd ${quoted(own)}\n`;
}

/** Of the file or, if there is none yet, of the nearest folder that is to hold it. @param {string} file @returns {number | undefined} */
function ownerOf(file) {
  for (let one = file; ; one = path.dirname(one)) {
    const found = lstatSync(one, { throwIfNoEntry: false });
    if (found || one === path.dirname(one)) return found?.uid;
  }
}

/** @param {string} word as a shell reads it back */
function quoted(word) {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
