/** How files of a Linux system (`/proc`, `/sys`) are read. A parameter, so that other machines can be tested here. */
export interface SystemFiles {
  /** Text of a file; null where there is none or it may not be read. */
  readonly read: (path: string) => string | null;
  /** Names in a folder; none where there is none. */
  readonly list: (path: string) => readonly string[];
}

/** What of `node:fs` is needed; this room belongs to every process, and the page has none. */
interface Disk {
  readonly readFileSync: (path: string, encoding: 'utf8') => string;
  readonly readdirSync: (path: string) => readonly string[];
}

/** The files of this system, or of another one below a folder. */
export function systemFiles({ readFileSync, readdirSync }: Disk, root = ''): SystemFiles {
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

/** A whole number that stands alone in a text; null for everything else, which includes signs, fractions and 20 digits. */
export function wholeIn(text: string | null | undefined): number | null {
  const digits = /^\s*(\d{1,15})\s*$/.exec(text ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}
