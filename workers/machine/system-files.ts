import { readdirSync, readFileSync } from 'node:fs';
import type { SystemFiles } from '@core/machine/system-files';

/** The files of this system, or of another one below a folder. */
export function systemFiles(root = ''): SystemFiles {
  return {
    read(path) {
      try {
        return readFileSync(`${root}${path}`, 'utf8');
      } catch {
        return null;
      }
    },
    list(path) {
      try {
        return readdirSync(`${root}${path}`);
      } catch {
        return [];
      }
    },
  };
}
