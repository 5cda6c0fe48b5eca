import { unlistedText } from '../storage/file-notices';
import type { UnlistedFile } from '../storage/file-notices';
import type { Folders } from '../storage/folders';
import type { Notices } from './notices';

/**
 * Tells of files that are not listed: one notice for all that were set aside and one for all that stay, however many there are.
 * A notice grows while files are read; one that was dismissed is not told again, only what came after it.
 */
export function createUnlistedNotices(notices: Notices, folders: Folders): (files: readonly UnlistedFile[]) => void {
  const setAside = growingNotice((files) => unlistedText(files, folders.setAside, true));
  const staying = growingNotice((files) => unlistedText(files, folders.records, false));

  function growingNotice(textOf: (files: readonly UnlistedFile[]) => string): (files: readonly UnlistedFile[]) => void {
    let told: readonly UnlistedFile[] = [];
    let notice: string | undefined;
    return (files) => {
      if (files.length === 0) return;
      const all = [...told, ...files];
      if (notice !== undefined && notices.change(notice, textOf(all))) {
        told = all;
        return;
      }
      told = files;
      notice = notices.add({ kind: 'set-aside', message: textOf(files) });
    };
  }

  return (files) => {
    setAside(files.filter(({ movedTo }) => movedTo !== undefined));
    staying(files.filter(({ movedTo }) => movedTo === undefined));
  };
}
