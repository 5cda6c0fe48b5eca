import type { FoundRecords, Reading, RecordSummary } from '@core/ipc/payloads';
import type { UnlistedFile } from './file-notices';

/** Gathers what is found one by one, so that the window is told a few times a second and not for each file. */
export interface FoundBatches {
  add(row: RecordSummary): void;
  /** A file that is not listed any more, if it was. */
  lose(file: string): void;
  unlist(file: UnlistedFile): void;
  flush(): void;
}

const everyMs = 150;

export interface BatchHooks {
  /** Rows that were not there when the list was given, in batches. */
  readonly onFound: (found: FoundRecords) => void;
  /** Files that are not listed, each told once. */
  readonly onUnlisted: (files: readonly UnlistedFile[]) => void;
}

/** @param reading how far it has come, asked when a batch goes out */
export function createFoundBatches(hooks: BatchHooks, reading: () => Reading | null): FoundBatches {
  let rows: RecordSummary[] = [];
  let gone: string[] = [];
  let unlisted: UnlistedFile[] = [];
  let timer: NodeJS.Timeout | undefined;
  let lastAt = 0;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    lastAt = performance.now();
    const found = { rows, gone, reading: reading() };
    const files = unlisted;
    [rows, gone, unlisted] = [[], [], []];
    hooks.onFound(found);
    if (files.length > 0) hooks.onUnlisted(files);
  }

  function due(): void {
    if (timer !== undefined) return;
    // The first one at once: what comes first is seen first.
    timer = setTimeout(flush, Math.max(0, lastAt + everyMs - performance.now()));
  }

  return {
    add(row) {
      rows.push(row);
      due();
    },
    lose(file) {
      // Of the usual name or another: the window knows the record by one of them.
      gone.push(file, file.replace(/\.json$/, ''));
      due();
    },
    unlist(file) {
      unlisted.push(file);
      due();
    },
    flush,
  };
}
