/** How files of a Linux system (`/proc`, `/sys`) are read. A parameter, so that other machines can be tested here. */
export interface SystemFiles {
  /** Text of a file; null where there is none or it may not be read. */
  readonly read: (path: string) => string | null;
  /** Names in a folder; none where there is none. */
  readonly list: (path: string) => readonly string[];
}

/** A whole number that stands alone in a text; null for everything else, which includes signs, fractions and 20 digits. */
export function wholeIn(text: string | null | undefined): number | null {
  const digits = /^\s*(\d{1,15})\s*$/.exec(text ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}
