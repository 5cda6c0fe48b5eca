// The entries of both reviews of version 0.1.0: what was seen then, what is so now, and the tests: beginnings of titles of the
// fault suite, or files of other tests.

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
  {
    id: 'B1',
    before: 'one record that cannot be analysed blinds Notebook and Claims',
    now: 'it fails alone, and is set aside or named',
    tests: ['main/storage/record-store.test.ts: B1'],
  },
  {
    id: 'B2',
    before: 'a stopped analysis hangs a command, its signals and the lock',
    now: 'found after 5 s, started anew, asked once more; signals end the command',
    tests: ['e2e/runtime/hanging-helpers.spec.ts'],
  },
  {
    id: 'B5',
    before: 'passing trouble sets a journal aside for good',
    now: 'it stays, is named, and comes back at the next start',
    tests: [
      'main/runs/recovery.test.ts: B5',
      'e2e/runtime/hanging-helpers.spec.ts: a finished run that cannot be sealed',
      'data folder fills during the run',
    ],
  },
  {
    id: 'M1',
    before: '63 of 72 contradicting records are intact',
    now: '72 of 72 are found, each with its reason; the page recomputes',
    tests: ['workers/records/contradictions.test.ts'],
  },
  {
    id: 'M2',
    before: 'a 50 MB record blocks the list for 46 s; 104 notices',
    now: 'small files first, sizes refused unread, one notice',
    tests: ['main/storage/record-store.test.ts: M2', 'e2e/runtime/many-records.spec.ts'],
  },
  {
    id: 'M3',
    before: 'WebRTC leaves the page',
    now: 'no way out by UDP or TCP',
    tests: ['e2e/security/network-silence.spec.ts', 'e2e/security/ways-out.ts'],
  },
  {
    id: 'M4',
    before: 'a release takes switches that open its sandbox',
    now: 'a list of what is allowed; status 2',
    tests: ['main/security/hardening.test.ts', 'e2e/packaged/release.spec.ts'],
  },
  {
    id: 'settings',
    before: 'one unknown key discards all settings',
    now: 'kept at every depth',
    tests: ['main/storage/settings-store.test.ts'],
  },
  {
    id: 'lock',
    before: 'a forged lock with pid 1, or a fresh folder, blocks; its draft is predictable',
    now: 'stale after a minute; no draft',
    tests: ['main/runs/measuring-lock.test.ts'],
  },
  {
    id: 'usage',
    before: 'each usage error leaves a session folder',
    now: '2, one line, nothing left',
    tests: ['usage: '],
  },
  {
    id: 'loop',
    before: '(an analysis in a loop was found after 45 s)',
    now: 'after 5 s of CPU time without a step; a loop that keeps on stepping after 45 s',
    tests: ['e2e/runtime/hanging-helpers.spec.ts: an analysis caught in a loop'],
  },
  {
    id: '300 MB',
    before: 'a call with a long string costs a minute and 700 MB',
    now: 'refused at once; a typed array costs the page two copies, which the runtime makes before any code of the lab runs, and main nothing',
    tests: ['e2e/security/malformed-calls.spec.ts'],
  },
  {
    id: 'about:blank',
    before: 'leaves a window that stays blank',
    now: 'back at once, where it was',
    tests: ['e2e/security/leaving.spec.ts'],
  },
  {
    id: 'B13',
    before: 'a charged laptop with an adapter not called AC is "on battery"',
    now: 'every entry of power_supply is read',
    tests: ['workers/machine/fixtures.test.ts: a hybrid laptop'],
  },
  {
    id: 'B14',
    before: 'ARM: no model, no physical cores',
    now: 'both from /sys and device-tree',
    tests: ['workers/machine/fixtures.test.ts: an ARM board'],
  },
  {
    id: 'B16',
    before: 'UV_THREADPOOL_SIZE changes results and is in no record',
    now: 'reaches no process, and is named',
    tests: ['e2e/runtime/odd-machines.spec.ts: B16'],
  },
  {
    id: 'B17',
    before: 'the CPU-quota warning can no longer appear',
    now: 'compared with the mask, not with what the runtime offers',
    tests: ['workers/machine/fixtures.test.ts: a server of 64', 'workers/machine/control-group.test.ts'],
  },
  {
    id: 'B18',
    before: 'times of all cores are read by a call that takes 20 ms a core on some machines',
    now: 'read from /proc/stat at once (Linux)',
    tests: ['workers/machine/fixtures.test.ts'],
  },
  {
    id: 'B19',
    before: 'other load is averaged over all CPUs',
    now: 'over those that the lab may use',
    tests: ['workers/machine/fixtures.test.ts'],
  },
  {
    id: 'B20',
    before: '`--pin 1` takes the slow core of a hybrid',
    now: 'large cores first',
    tests: ['workers/machine/fixtures.test.ts: pinning takes the large cores'],
  },
  {
    id: 'B22',
    before: 'no hard links in TMPDIR: no run',
    now: 'a plain file is made instead',
    tests: ['main/runs/measuring-lock.test.ts'],
  },
  {
    id: 'B23',
    before: 'a shared /tmp across PID namespaces loses a live lock',
    now: 'told by machine start, namespace and sign of life',
    tests: ['main/runs/measuring-lock.test.ts: another PID namespace'],
  },
  {
    id: 'B24',
    before: 'an unsuitable taskset ends a run',
    now: 'the run goes on, and says that it is not pinned',
    tests: ['e2e/runtime/odd-machines.spec.ts: B24'],
  },
  {
    id: 'B25',
    before: 'a hung python3 takes all of doctor along',
    now: 'it is left out, the rest is printed',
    tests: ['e2e/runtime/hanging-helpers.spec.ts: doctor leaves out', 'workers/python/find-pythons.test.ts'],
  },
  {
    id: 'B26',
    before: 'too few open files: a raw EMFILE',
    now: 'refused before, with what to do',
    tests: ['e2e/runtime/odd-machines.spec.ts: B26', 'core/machine/open-files.test.ts'],
  },
  {
    id: 'B27',
    before: 'loopback down: a raw ENETUNREACH',
    now: 'named',
    tests: ['e2e/runtime/odd-machines.spec.ts: B27'],
  },
  {
    id: 'B32',
    before: '263 threads on 64 cores: unresponsive',
    now: 'fewer numbers in quick; a quota caps',
    tests: ['core/experiments/many-cooks/definition.test.ts'],
  },
  {
    id: 'B34',
    before: 'thousands of records are analysed at every start',
    now: 'remembered by size and time of change',
    tests: ['e2e/runtime/many-records.spec.ts', 'main/storage/record-store.test.ts'],
  },
  {
    id: 'B36',
    before: '`plan.cores` 1e7 hangs the analysis',
    now: 'refused by the schema; a time limit for each file',
    tests: ['main/storage/record-store.test.ts: B1', 'e2e/runtime/hanging-helpers.spec.ts'],
  },
  {
    id: 'B37',
    before: 'a byte order mark or UTF-16 is "cut off"',
    now: 'passed over, or named',
    tests: ['workers/records/contradictions.test.ts: B37'],
  },
  {
    id: 'B43',
    before: '(passed) stopped for 8 s',
    now: 'passes',
    tests: ['own: stopped with SIGTSTP'],
  },
  {
    id: 'B44',
    before: '(passed) odd names, closed streams',
    now: 'passes',
    tests: ['standard error closed', 'standard input closed'],
  },
  { id: 'own', before: 'not listed', now: 'as documented', tests: ['own: ', 'standard output thrown away'] },
];

/**
 * Another test than those of the fault suite: its file, and the beginning of its title (empty: the whole file).
 * @param {string} test as in `listedCases`
 * @returns {{ file: string, title: string } | undefined} undefined for the beginning of a title of the suite
 */
export function fileOf(test) {
  const [, file, title = ''] = /^((?:core|main|workers|renderer|e2e)\/\S+?\.ts)(?:: (.*))?$/.exec(test) ?? [];
  return file === undefined ? undefined : { file, title };
}

/**
 * What the list names of the fault suite and no test of it begins with.
 * @param {readonly string[]} titles of all tests of the suite
 * @returns {readonly string[]}
 */
export function missingTitles(titles) {
  return listedCases.flatMap(({ id, tests }) =>
    tests
      .filter((test) => fileOf(test) === undefined && !titles.some((title) => title.startsWith(test)))
      .map((test) => `${id}: "${test}" begins no title of the fault suite`),
  );
}
