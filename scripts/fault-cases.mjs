// The entries of both reviews of version 0.1.0 that the fault suite covers: what was seen then, what is so now, and the tests.

/** @typedef {{ id: string, before: string, now: string, tests: readonly string[] }} ListedCase `tests`: beginnings of titles */

/** @type {readonly ListedCase[]} */
export const listedCases = [
  {
    id: 'B3',
    before: '`> /dev/full` hangs for ever',
    now: 'one line, 1; the record is in the Notebook',
    tests: ['standard output on a full disk |', 'standard error on a full disk |'],
  },
  {
    id: 'B4',
    before: '`--json - | head -c 100`: 0, no record anywhere',
    now: '1; the record is in the Notebook',
    tests: ['reader of standard output gone'],
  },
  {
    id: 'B6',
    before: 'TMPDIR missing, a file, relative: never ends',
    now: 'one line that names TMPDIR, 1',
    tests: ['TMPDIR is'],
  },
  {
    id: 'B7',
    before: '`--json X --pdf X` destroys the record; empty names fail after the run',
    now: 'usage error 2 before the run',
    tests: ['B05', 'B06'],
  },
  {
    id: 'B8',
    before: 'read-only, full or strange data folder: raw errors with stacks, also with `--json` elsewhere',
    now: 'one line, 1; with `--json FILE` the run is made without a data folder',
    tests: ['data folder', 'records in the data folder', 'active in the data folder', 'TMPDIR is full'],
  },
  {
    id: 'B9',
    before: 'kill -9 of `npm start` leaves Electron and Xvfb',
    now: 'nothing is left within 10 s',
    tests: ['B9 window'],
  },
  {
    id: 'Low',
    before: '`--nofile=64`, `--as`, `--stack`, `--fsize` end it without a message',
    now: 'the limit is named',
    tests: [
      'launcher: 64 open files',
      'launcher: address space',
      'launcher: small stack',
      'launcher: files of 20,000 bytes',
    ],
  },
  {
    id: 'B01',
    before: 'a closed terminal leaves app and error window for ever',
    now: '130; the record is kept',
    tests: ['terminal closed', 'launcher: terminal closed', 'own: launcher: terminal closed'],
  },
  {
    id: 'B02',
    before: 'output on a full disk or closed: hangs, signals have no effect',
    now: '1 on a full disk; a closed stream counts as /dev/null, and a record for it goes to the Notebook',
    tests: ['standard output'],
  },
  {
    id: 'B03',
    before: '`lab --list` opens an invisible window',
    now: 'usage error 2',
    tests: ['B03'],
  },
  { id: 'B04', before: 'TMPDIR not there or read-only: every command hangs', now: 'one line, 1', tests: ['TMPDIR is'] },
  {
    id: 'B05',
    before: '`report X --pdf X` destroys the record',
    now: 'usage error 2, also through links and hard links',
    tests: ['B05'],
  },
  { id: 'B06', before: 'bad targets are found out after the run', now: 'usage error 2 before it', tests: ['B06'] },
  {
    id: 'B07',
    before: 'dead DISPLAY or WAYLAND_DISPLAY: abort with 134',
    now: 'a private display; the record says so',
    tests: ['launcher: dead', 'B07'],
  },
  {
    id: 'B08',
    before: 'ELECTRON_RUN_AS_NODE, NODE_OPTIONS: stack, 1 or 9',
    now: 'both are removed for the app',
    tests: ['launcher: ELECTRON_RUN_AS_NODE', 'launcher: NODE_OPTIONS'],
  },
  {
    id: 'B09',
    before: 'the window ends silently with 0 where no lock can be made',
    now: 'says so, 1',
    tests: ['B09 window'],
  },
  {
    id: 'B10',
    before: '`verify` says that nothing was changed where title or notes were; doubled keys pass',
    now: 'says what the hash covers; doubled keys are refused',
    tests: ['workers/records/contradictions.test.ts', 'workers/records/records.test.ts'],
  },
  {
    id: 'B11',
    before: 'without fonts every PDF fails, "restart the app"',
    now: '`doctor` and the message name the package; set-up looks for fonts apart',
    tests: ['no fonts |', 'launcher: no fonts'],
  },
  {
    id: 'B12',
    before: 'small /dev/shm: crash or nothing for a minute',
    now: 'works; where it still matters, the message names it',
    tests: ['launcher: shared memory'],
  },
  {
    id: 'B28',
    before: 'relative XDG_CONFIG_HOME: hangs',
    now: 'is ignored, as the rule says',
    tests: ['launcher: XDG_CONFIG_HOME'],
  },
  {
    id: 'B29',
    before: 'read-only data folder: stack',
    now: 'one line, 1; `--json FILE` does without',
    tests: ['data folder is read-only'],
  },
  {
    id: 'B30',
    before: 'address space limited: 133 without a word',
    now: 'the limit is named, 1',
    tests: ['launcher: address space'],
  },
  {
    id: 'B31',
    before: 'no user namespaces: FATAL',
    now: 'named with what to do, 1',
    tests: ['launcher: no user namespaces'],
  },
  {
    id: 'B35',
    before: 'Ctrl-C does not stop verify, report, list, doctor',
    now: 'ends at once, 130',
    tests: ['B35', 'SIG'],
  },
  {
    id: 'B38',
    before: '`--json` to a link replaces the link',
    now: 'the link is followed and stays',
    tests: ['B38'],
  },
  {
    id: 'B39',
    before: '`--json FILE` overwrites without a word; a refused plan makes a folder',
    now: 'usage error 2 unless `--force`; no folder',
    tests: ['B39'],
  },
  {
    id: 'B40',
    before: 'launcher gone: the app measures on unseen',
    now: 'the run ends with it, and is kept',
    tests: ['B40', 'reader of standard error gone'],
  },
  { id: 'own', before: 'not listed', now: 'as documented', tests: ['own: ', 'standard output thrown away'] },
];
