/** The cases that `npm test` runs, too: those that people met most, with the greatest harm. */
const short: ReadonlySet<string> = new Set([
  'standard output on a full disk | bench --json -',
  'reader of standard output gone after 100 bytes | bench --json -',
  'terminal closed | bench --json FILE',
  'TMPDIR is not there | list',
  'launcher: dead DISPLAY | list',
  'launcher: ELECTRON_RUN_AS_NODE | list',
  'no fonts | report --pdf',
  'B03 launcher: "--list" is a usage error and opens no window',
  'B05 report into its own input is refused, and the record is unharmed',
  'data folder is read-only | bench --json FILE',
]);

/** Whether a case belongs to the short form of the suite. @param name its title */
export function isShort(name: string): boolean {
  return short.has(name);
}
