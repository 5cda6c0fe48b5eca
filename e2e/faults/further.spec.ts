// Cases that no list named: tried because related ones were listed.
import { expect, test } from '@playwright/test';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultPlace } from '../support/fault-case';
import { readRecord } from '../support/records';
import { shortBench } from './commands';
import { measuringText } from './conditions';
import { atRound, listed, longBench } from './listed-case';

test.skip(process.platform !== 'linux', 'conditions are made with tools of Linux');

for (const [name, words] of [
  ['list', () => ['list']],
  ['bench --json FILE', ({ json }: FaultPlace) => [...shortBench, '--json', json]],
] as const)
  listed(`own: launcher: ${name} where the working folder was removed`, {
    of: ['own'],
    words,
    start: { through: 'launcher', shell: 'mkdir "$CASE/gone"; cd "$CASE/gone"; rmdir "$CASE/gone"; exec "$@"' },
    wanted: { status: [1], where: 'nowhere', says: /not there any more/ },
  });
listed('own: launcher: HOME and XDG_CONFIG_HOME unset', {
  of: ['own'],
  words: ({ json }) => [...shortBench, '--json', json],
  start: { through: 'launcher', shell: 'unset HOME XDG_CONFIG_HOME; exec "$@"' },
  measures: true,
  wanted: { status: [0], where: 'file' },
});
listed('own: the folder for temporary files is removed during the run', {
  of: ['own'],
  words: ({ json }) => [...longBench, '--json', json],
  start: {
    shell:
      '( until ls "$TMP"/concurrency-lab-run-* >/dev/null 2>&1; do sleep 0.05; done; sleep 0.5; rm -rf "$TMP" ) & exec "$@"',
    signals: [{ signal: 'SIGINT', afterMs: 3_000 }],
    ...atRound,
  },
  measures: true,
  wanted: { status: [1, 130], where: 'file' },
});
listed('own: the target folder is removed during the run: the record goes to the Notebook', {
  of: ['own'],
  words: ({ folder }) => [...shortBench, '--json', join(folder, 'target', 'r.json')],
  prepare: ({ folder }) => {
    mkdirSync(join(folder, 'target'));
  },
  start: {
    shell:
      '( until ls "$TMP"/concurrency-lab-run-* >/dev/null 2>&1; do sleep 0.05; done; rm -rf "$CASE/target" ) & exec "$@"',
  },
  measures: true,
  wanted: { status: [1], where: 'Notebook', says: /cannot be written \(ENOENT\)/ },
});
listed('own: launcher: all three streams closed', {
  of: ['own'],
  words: ({ json }) => [...shortBench, '--json', json],
  start: { through: 'launcher', shell: 'exec "$@" <&- >&- 2>&-' },
  measures: true,
  wanted: { status: [0, 1], where: 'file' },
});
listed('own: ten SIGINTs at once', {
  of: ['own'],
  words: ({ json }) => [...longBench, '--json', json],
  start: {
    signals: Array.from({ length: 10 }, (_, i) => ({ signal: 'SIGINT' as const, afterMs: 200 + i })),
    ...atRound,
  },
  measures: true,
  wanted: { status: [130] },
});
listed('own: launcher: terminal closed in a shell that it was typed into', {
  of: ['own', 'B01'],
  words: ({ json }) => [...longBench, '--json', json],
  start: {
    through: 'launcher',
    shell: `python3 "$SUPPORT/closing-terminal.py" "$CASE/screen" "${measuringText}" 60 bash -c '"$@"; exit $?' bash "$@"; exit 0`,
    leaveMs: 10_000,
  },
  measures: true,
  wanted: { status: [0], where: 'file' },
});

// Ten more, tried later: readers of what never ends, names that are taken, and a run whose surroundings change.
listed('own: verify of a device that never ends: too large, and the memory stays bounded', {
  of: ['own'],
  words: () => ['verify', '/dev/zero'],
  // Half of what a text without an end would take before the runtime gives up.
  start: { shell: 'ulimit -t 60; exec "$@"' },
  wanted: { status: [1], where: 'nowhere', says: /files larger than 256 MB are not read/ },
});
listed('own: verify of a pipe that nobody writes: SIGINT ends it', {
  of: ['own'],
  words: ({ folder }) => ['verify', join(folder, 'pipe')],
  start: { shell: 'mkfifo "$CASE/pipe"; exec "$@"', signals: [{ signal: 'SIGINT', afterMs: 2_000 }] },
  wanted: { status: [130], where: 'nowhere' },
  after: (_place, { seconds }) => {
    expect(seconds).toBeLessThan(3);
  },
});
listed('own: report of a sparse file of 600 MB: too large, before it is read', {
  of: ['own'],
  words: ({ folder, pdf }) => ['report', join(folder, 'sparse.json'), '--pdf', pdf],
  start: { shell: 'truncate -s 600M "$CASE/sparse.json"; exec "$@"' },
  wanted: { status: [1], where: 'nowhere', says: /files larger than 256 MB are not read/ },
});
listed('own: verify of a folder with a folder, a dangling link and a link to itself', {
  of: ['own'],
  words: ({ records }) => ['verify', records],
  prepare: ({ records }) => {
    mkdirSync(join(records, 'folder.json'));
    symlinkSync('nowhere', join(records, 'dangling.json'));
    symlinkSync('loop.json', join(records, 'loop.json'));
  },
  wanted: { status: [1], where: 'nowhere', shows: /loop\.json/ },
  after: (_place, { stdout }) => {
    for (const name of ['folder.json', 'dangling.json', 'loop.json', '0.json', '11.json'])
      expect(stdout).toContain(name);
  },
});
listed('own: a data folder whose settings, summaries and records are of the wrong kind: doctor goes on', {
  of: ['own'],
  words: () => ['doctor'],
  prepare: ({ data }) => {
    for (const name of ['settings.json', 'summaries.jsonl']) mkdirSync(join(data, name), { recursive: true });
    writeFileSync(join(data, 'records'), 'no folder');
  },
  wanted: { status: [0], shows: /^CPU +\S/m },
});
listed('own: the journal is removed during the run: the run goes on, and its record is written', {
  of: ['own'],
  words: ({ json }) => [...longBench, '--json', json],
  start: {
    shell:
      '( until ls "$DATA"/active/*.jsonl >/dev/null 2>&1; do sleep 0.05; done; sleep 0.5; rm -rf "$DATA/active" ) & exec "$@"',
    signals: [{ signal: 'SIGINT', afterMs: 2_000 }],
    ...atRound,
  },
  measures: true,
  wanted: { status: [130], where: 'file' },
});
listed('own: a folder takes the place of the target during the run: the record is written into it', {
  of: ['own'],
  words: ({ json }) => [...shortBench, '--json', json],
  start: {
    shell:
      '( until ls "$TMP"/concurrency-lab-run-* >/dev/null 2>&1; do sleep 0.05; done; mkdir "$CASE/out.json" ) & exec "$@"',
  },
  measures: true,
  wanted: { status: [0], says: /Record written to \S+out\.json\/\S+\.json/ },
  after: ({ json }) => {
    for (const name of readdirSync(json)) readRecord(join(json, name));
    expect(readdirSync(json)).toHaveLength(1);
  },
});
listed('own: the disk of the target fills during the run: the record goes to the Notebook', {
  of: ['own'],
  words: ({ folder }) => [...shortBench, '--json', join(folder, 'disk', 'r.json')],
  mounts: true,
  start: {
    shell: `exec unshare -m bash -c 'mkdir "$CASE/disk" && mount -t tmpfs -o size=64k tmpfs "$CASE/disk" && { ( until ls "$TMP"/concurrency-lab-run-* >/dev/null 2>&1; do sleep 0.05; done; cat /dev/zero > "$CASE/disk/filled" 2>/dev/null ) & exec "$@"; }' bash "$@"`,
  },
  measures: true,
  wanted: { status: [1], where: 'Notebook', says: /No space left/ },
});
for (const signal of ['SIGUSR1', 'SIGUSR2', 'SIGPIPE', 'SIGALRM'] as const)
  listed(`own: ${signal} in the middle of a run: it says what it measured, or is kept`, {
    of: ['own'],
    words: ({ json }) => [...longBench, '--json', json],
    start: {
      signals: [
        { signal, afterMs: 200 },
        { signal: 'SIGINT', afterMs: 1_500 },
      ],
      ...atRound,
    },
    measures: true,
    wanted: { status: [130, 138, 140, 142, 128], where: undefined },
    after: (_place, { stderr, places }) => {
      expect(places.length).toBeGreaterThan(0);
      // A person's program that signals by mistake must not open a debugger's port.
      expect(stderr).not.toMatch(/Debugger listening/);
    },
  });
listed('own: stopped with SIGTSTP for two seconds and continued: the run completes', {
  of: ['own'],
  words: ({ json }) => [...shortBench, '--json', json],
  start: {
    signals: [
      { signal: 'SIGTSTP', afterMs: 50 },
      { signal: 'SIGCONT', afterMs: 2_050 },
    ],
    signalsAfter: 'round 0 of',
  },
  measures: true,
  wanted: { status: [0], where: 'file' },
});
listed('own: standard input is a folder', {
  of: ['own'],
  words: () => ['list'],
  start: { shell: 'exec "$@" < "$CASE"' },
  wanted: { status: [0], where: 'nowhere', shows: /eggs-and-toast/ },
});
listed('own: the same record twice in one report', {
  of: ['own'],
  words: ({ record, pdf }) => ['report', record, record, '--pdf', pdf],
  wanted: { status: [0] },
  after: ({ pdf }) => {
    expect(existsSync(pdf)).toBe(true);
  },
});

// Records that come through pipes, and surroundings that are no files. Titles begin with `own: `.
for (const through of ['app', 'launcher'] as const) {
  const by = through === 'launcher' ? 'launcher: ' : '';
  listed(`own: ${by}verify <(cat record)`, {
    of: ['own'],
    words: () => ['verify'],
    start: { through, shell: '"$@" <(cat "$CASE/record.json")' },
    wanted: { status: [0], where: 'nowhere', shows: /intact/ },
  });
  listed(`own: ${by}bench --json >(cat > FILE)`, {
    of: ['own'],
    words: () => shortBench,
    start: { through, shell: '"$@" --json >(cat > "$CASE/out.json"); status=$?; sleep 0.5; exit $status' },
    measures: true,
    wanted: { status: [0], where: 'file' },
  });
}
for (const [what, shell, status, words] of [
  ['a pipe', 'cat "$CASE/record.json" | "$@"', 0, /the standard input: intact/],
  ['a file', '"$@" < "$CASE/record.json"', 0, /the standard input: intact/],
  ['nothing', '"$@" < /dev/null', 1, /the standard input: not accepted/],
  ['closed', '"$@" <&-', 1, /the standard input: not accepted/],
  ['a device without an end', '"$@" < /dev/zero', 1, /files larger than 256 MB are not read/],
] as const)
  listed(`own: verify - where the standard input is ${what}`, {
    of: ['own'],
    words: () => ['verify', '-'],
    start: { shell },
    wanted: { status: [status], where: 'nowhere' },
    after: (_place, { stdout, stderr }) => {
      expect(`${stdout}${stderr}`).toMatch(words);
    },
  });
listed('own: report - from a pipe', {
  of: ['own'],
  words: ({ pdf }) => ['report', '-', '--pdf', pdf],
  start: { shell: 'cat "$CASE/record.json" | "$@"' },
  wanted: { status: [0] },
  after: ({ pdf }) => {
    expect(existsSync(pdf)).toBe(true);
  },
});
listed('own: verify - - is a usage error', {
  of: ['own'],
  words: () => ['verify', '-', '-'],
  wanted: { status: [2], where: 'nowhere', says: /read once/ },
});
listed('own: verify - where nobody writes: SIGINT ends it', {
  of: ['own'],
  words: () => ['verify', '-'],
  start: {
    shell: 'mkfifo "$CASE/pipe"; exec 7<>"$CASE/pipe"; exec "$@" <&7',
    signals: [{ signal: 'SIGINT', afterMs: 2_000 }],
  },
  wanted: { status: [130], where: 'nowhere' },
  after: (_place, { seconds }) => {
    expect(seconds).toBeLessThan(3);
  },
});
listed('own: verify of a folder that holds a pipe: it is named, and not waited for', {
  of: ['own'],
  words: ({ folder }) => ['verify', join(folder, 'odd')],
  start: { shell: 'mkdir "$CASE/odd"; cp "$CASE/record.json" "$CASE/odd"; mkfifo "$CASE/odd/pipe.json"; exec "$@"' },
  wanted: { status: [1], where: 'nowhere', shows: /pipe\.json +not accepted +It is not a file/ },
  after: (_place, { seconds }) => {
    expect(seconds).toBeLessThan(8);
  },
});
for (const [what, make] of [
  ['a pipe', 'mkfifo "$DATA/settings.json"'],
  ['a link to a device without an end', 'ln -s /dev/zero "$DATA/settings.json"'],
  ['a file of 2 GB', 'truncate -s 2G "$DATA/settings.json"'],
  [
    'nested a hundred thousand deep',
    `printf '{"settings":{"a":%s%s}}' "$(printf '[%.0s' {1..100000})" "$(printf ']%.0s' {1..100000})" > "$DATA/settings.json"`,
  ],
] as const)
  listed(`own: doctor where the settings are ${what}`, {
    of: ['own'],
    words: () => ['doctor'],
    start: { shell: `mkdir -p "$DATA"; ${make}; exec "$@"` },
    wanted: {
      status: [0],
      where: 'nowhere',
      says: /settings file could not be read and was set aside/,
      shows: /Data folder/,
    },
  });
