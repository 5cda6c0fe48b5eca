import { app } from 'electron';
import { filesAmong } from './files-to-open';

/** Files that a person opened with the program, from wherever: its arguments, a second start, the Finder. */
export interface OpenedFiles {
  /** Absolute paths that came since the last call, in order. */
  take(): readonly string[];
  add(paths: readonly string[]): void;
  /** Calls back whenever there is something to take; at once if there is something already. */
  onAdded(listener: () => void): void;
}

/**
 * Listens for files. Call as soon as the lock of the single instance is held: a second start, or the Finder, may hand over
 * files before the app is ready, and what nobody hears is lost.
 * @param own the files of this start
 */
export function listenForFiles(own: readonly string[]): OpenedFiles {
  let waiting: readonly string[] = own;
  let tell: () => void = () => undefined;
  const add = (more: readonly string[]): void => {
    if (more.length === 0) return;
    waiting = [...waiting, ...more];
    tell();
  };
  // What a start may say beside its arguments is lost at times (null with 25.1.1), the arguments are not: they come in another
  // order, with switches and the development tree's own path among them.
  app.on('second-instance', (_event, words, folder) => {
    add(filesAmong(words, folder));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    add([path]);
  });
  return {
    add,
    take() {
      const taken = waiting;
      waiting = [];
      return taken;
    },
    onAdded(listener) {
      tell = listener;
      if (waiting.length > 0) listener();
    },
  };
}
