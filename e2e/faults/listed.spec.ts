import { expect, test } from '@playwright/test';
import { existsSync, linkSync, lstatSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultPlace } from '../support/fault-case';
import { readRecord } from '../support/records';
import { shortBench } from './commands';
import { atRound, listed, longBench, refusedUsage } from './listed-case';

test.skip(process.platform !== 'linux', 'conditions are made with tools of Linux');

for (const words of [
  ['--list'],
  ['--doctor'],
  ['--save'],
  ['--version'],
  ['-v'],
  ['--json', 'x.json', 'run', 'eggs-and-toast'],
])
  listed(`B03 launcher: "${words.join(' ')}" is a usage error and opens no window`, {
    of: ['B03'],
    words: () => words,
    start: { through: 'launcher' },
    wanted: { ...refusedUsage, says: /A command comes first/ },
  });

const isUnharmed = (place: FaultPlace): void => {
  expect(readRecord(place.record).cells.length).toBeGreaterThan(0);
};
for (const [how, make] of [
  ['its own input', ({ record }: FaultPlace) => record],
  [
    'a hard link to its input',
    ({ record, folder }: FaultPlace) => (linkSync(record, join(folder, 'hard')), join(folder, 'hard')),
  ],
  [
    'a link to its input',
    ({ record, folder }: FaultPlace) => (symlinkSync(record, join(folder, 'soft')), join(folder, 'soft')),
  ],
  ['its input by another path', ({ folder }: FaultPlace) => join(folder, 'records', '..', 'record.json')],
] as const)
  listed(`B05 report into ${how} is refused, and the record is unharmed`, {
    of: ['B05', 'B7'],
    words: (place) => ['report', place.record, '--pdf', make(place)],
    wanted: { ...refusedUsage, says: /--pdf/ },
    after: isUnharmed,
  });

listed('B05 record and report into one file are refused before the run', {
  of: ['B05', 'B7'],
  words: ({ json }) => [...shortBench, '--json', json, '--pdf', json],
  wanted: { ...refusedUsage, says: /--pdf/ },
});

for (const [what, options] of [
  ['--json with an empty name', ['--json', '']],
  ['--pdf with an empty name', ['--pdf', '']],
  ['--pdf with a name that is too long', ['--pdf', 'n'.repeat(300)]],
  ['--json below a file', ['--json', '/dev/null/r.json']],
  ['--json in a folder that is not there', ['--json', 'no/such/r.json']],
] as const)
  listed(`B06 ${what} is refused before the run`, {
    of: ['B06', 'B7'],
    words: () => [...shortBench, ...options],
    wanted: { ...refusedUsage, says: /--(?:json|pdf)/ },
  });

listed('B06 a name of 250 characters is written', {
  of: ['B06'],
  words: ({ folder }) => [...shortBench, '--json', join(folder, 'n'.repeat(250))],
  measures: true,
  wanted: { status: [0] },
  after: ({ folder }) => {
    readRecord(join(folder, 'n'.repeat(250)));
  },
});

listed('B38 a record written to a link goes where the link leads, and the link stays', {
  of: ['B38'],
  words: ({ folder }) => [...shortBench, '--json', join(folder, 'link.json')],
  prepare: ({ json, folder }) => {
    symlinkSync(json, join(folder, 'link.json'));
  },
  measures: true,
  wanted: { status: [0], where: 'file' },
  after: ({ folder }) => {
    expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true);
  },
});

listed('B39 --json refuses to replace a file, before the run', {
  of: ['B39'],
  words: ({ record }) => [...shortBench, '--json', record],
  wanted: { ...refusedUsage, says: /exists and is not empty.*--force/ },
  after: isUnharmed,
});
listed('B39 --json --force replaces it', {
  of: ['B39'],
  words: ({ json }) => [...shortBench, '--json', json, '--force'],
  prepare: ({ json }) => {
    writeFileSync(json, 'something else');
  },
  measures: true,
  wanted: { status: [0], where: 'file' },
});
listed('B39 a refused plan makes no folder', {
  of: ['B39'],
  words: ({ json }) => ['run', 'eggs-and-toast', 'noise-floor', '--set', 'foo=1', '--json', json],
  wanted: refusedUsage,
  after: ({ json }) => {
    expect(existsSync(json)).toBe(false);
  },
});

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  listed(`B35 ${signal} ends verify of 20,000 records in the middle`, {
    of: ['B35'],
    words: ({ record }) => ['verify', ...Array.from({ length: 20_000 }, () => record)],
    start: { signals: [{ signal, afterMs: 2_000 }] },
    wanted: { status: [130] },
    after: (_place, { stdout, seconds }) => {
      expect(stdout.match(/intact/g)?.length ?? 0).toBeLessThan(20_000);
      expect(seconds).toBeLessThan(3);
    },
  });

for (const signal of ['SIGKILL', 'SIGQUIT'] as const)
  listed(`B40 launcher: ended by ${signal}, it takes the run along, and the record is kept`, {
    of: ['B40'],
    words: ({ json }) => [...longBench, '--json', json],
    start: { through: 'launcher', signals: [{ signal, afterMs: 200 }], ...atRound, leaveMs: 10_000 },
    measures: true,
    wanted: { status: [137, 131, 128], where: 'file' },
  });

for (const signal of ['SIGKILL', 'SIGTERM'] as const)
  listed(`B9 window on a private display: ${signal} of the launcher leaves nothing behind`, {
    of: ['B9'],
    words: () => [],
    start: {
      through: 'window',
      shell: 'unset DISPLAY WAYLAND_DISPLAY; exec "$@"',
      signals: [{ signal, afterMs: 5_000 }],
      leaveMs: 10_000,
    },
    wanted: { status: [137, 143, 0, 130], isWindow: true },
  });

listed('B09 window: read-only data folder: says that no lock could be made, ends with 1', {
  of: ['B09'],
  words: () => [],
  mounts: true,
  start: {
    through: 'window',
    shell: `unset DISPLAY WAYLAND_DISPLAY; exec unshare -m bash -c 'mkdir -p "$DATA" && mount -t tmpfs -o ro tmpfs "$DATA" && exec "$@"' bash "$@"`,
  },
  wanted: { status: [1], says: /No lock could be made/ },
});
listed('B09 window: TMPDIR with a name that is too long for a socket: opens', {
  of: ['B09'],
  words: () => [],
  start: {
    through: 'window',
    shell: 'unset DISPLAY WAYLAND_DISPLAY; mkdir -p "$CASE/$LONG"; TMPDIR="$CASE/$LONG" exec "$@"',
    env: { LONG: `${'d'.repeat(120)}/tmp` },
    signals: [{ signal: 'SIGTERM', afterMs: 6_000 }],
    leaveMs: 10_000,
  },
  wanted: { status: [0, 143], isWindow: true },
});

listed('B07 launcher: frames are measured on the display that answers', {
  of: ['B07'],
  words: ({ json }) => [...shortBench, '--watch-window', '--json', json],
  start: { through: 'launcher' },
  measures: true,
  wanted: { status: [0], where: 'file', isWindow: true },
  after: ({ json }) => {
    expect(readRecord(json).environment.virtualDisplay).toBeUndefined();
  },
});
for (const [what, more, shell] of [
  ['frames are measured on a private display where DISPLAY is dead', ['--watch-window'], 'DISPLAY=:987 exec "$@"'],
  ['what measures no frames uses a private display though DISPLAY answers', [], 'exec "$@"'],
] as const)
  listed(`B07 launcher: ${what}, and the record says so`, {
    of: ['B07'],
    words: ({ json }) => [...shortBench, ...more, '--json', json],
    start: { through: 'launcher', shell },
    measures: true,
    wanted: { status: [0], where: 'file', isWindow: more.length > 0 },
    after: ({ json }) => {
      expect(readRecord(json).environment.virtualDisplay).toBe(true);
    },
  });

listed('B07 launcher: no display and no Xvfb: names the package, ends with 2', {
  of: ['B07'],
  words: () => ['list'],
  start: { through: 'launcher', shell: 'unset DISPLAY WAYLAND_DISPLAY; PATH="$CASE/bin" exec "$@"' },
  prepare: ({ folder }) => {
    mkdirSync(join(folder, 'bin'));
    for (const program of ['/usr/bin/ldd', '/bin/bash', '/bin/sh'])
      symlinkSync(program, join(folder, 'bin', program.split('/').at(-1) ?? ''));
  },
  wanted: { status: [2], says: /Xvfb.*package xvfb/ },
});

// Related cases that neither review lists.
listed('own: a pipe under --json that nobody reads: SIGINT ends it, and names the journal', {
  of: ['own'],
  words: ({ folder }) => [...shortBench, '--json', join(folder, 'pipe')],
  start: {
    shell: 'mkfifo "$CASE/pipe"; exec "$@"',
    signals: [{ signal: 'SIGINT', afterMs: 2_000 }],
    signalsAfter: 'Computing intervals',
  },
  measures: true,
  wanted: { status: [130], where: 'journal', says: /journal of run/ },
});
