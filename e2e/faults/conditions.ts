import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultPlace, FaultStart } from '../support/fault-case';
import type { FaultCommand, Where } from './commands';

/** What the documents promise for a command under a condition. */
export interface Expected {
  /** One of these exit statuses. */
  readonly status: readonly number[];
  /** Where the record is if the command made one. */
  readonly where?: Where | undefined;
  /** What standard error must hold. */
  readonly says?: RegExp | undefined;
  /** What standard output must hold. */
  readonly shows?: RegExp | undefined;
  /** A window is what was asked for. */
  readonly isWindow?: boolean;
}

/** A part of the system that does not do what it should, as a person may meet it. */
export interface Condition {
  readonly name: string;
  /** Entries of the two reviews. */
  readonly of: readonly string[];
  readonly shell: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly prepare?: (place: FaultPlace) => void;
  readonly signals?: FaultStart['signals'];
  /** The run is so long that it is disturbed in the middle. */
  readonly disturbs?: boolean;
  /** Only root can make it so. */
  readonly mounts?: boolean;
  /** @returns undefined where the condition means nothing to the command */
  expect(command: FaultCommand): Expected | undefined;
}

const plain = 'exec "$@"';
const ok = ({ keeps }: FaultCommand): Expected => ({ status: [0], where: keeps });

/** The text of a run that is measuring. */
export const measuringText = 'round 1 of';

/** Results cannot be written to standard output: a run's record goes to the Notebook if it was to go there, or nowhere. */
function outputLost(says: RegExp): Condition['expect'] {
  return (command) => {
    if (!command.speaks) return ok(command);
    const toNotebook = command.measures && (command.keeps === 'stdout' || command.keeps === 'nowhere');
    return { status: [1], where: toNotebook ? 'Notebook' : command.keeps, says };
  };
}

/** Nobody can be told anything: a run ends, and what was measured is kept. */
function tellingLost(command: FaultCommand): Expected {
  if (command.measures) return { status: [1], where: command.keeps === 'nowhere' ? 'Notebook' : command.keeps };
  // Only who has something to say finds out.
  return { status: command.speaks && command.name !== 'doctor' ? [0] : [0, 1] };
}

/** The runtime puts /dev/null where a stream is closed. A record there is kept nowhere: it goes to the Notebook. */
function thrownAway(command: FaultCommand): Expected {
  return { status: [0], where: command.keeps === 'stdout' ? 'Notebook' : command.keeps };
}

/** Both at once; a short text may have been taken by a pipe before its reader went. */
function mayBeLost(command: FaultCommand): Expected {
  const lost = outputLost(/./)(command);
  const where = command.keeps === 'nowhere' ? undefined : lost?.where;
  return command.keeps === 'stdout' ? { status: [1], where: 'Notebook' } : { status: [0, 1], where };
}

function ended(status: readonly number[]): Condition['expect'] {
  return ({ measures, keeps }) =>
    measures
      ? { status, where: keeps === 'nowhere' || keeps === 'stdout' ? undefined : keeps }
      : // It may have been over before.
        { status: [0, ...status] };
}

function refused(says: RegExp, status = 1): Condition['expect'] {
  return () => ({ status: [status], where: 'nowhere', says });
}

/** Mounts an own file system over a folder, for the case alone, and keeps what is in it for who looks afterwards. */
function mounted(folder: string, options: string, fill = 'true'): string {
  const inside = `mkdir -p "${folder}" && mount -t tmpfs -o ${options} tmpfs "${folder}" && { ${fill}; "$@"; s=$?; cp -r "$DATA" "$CASE/seen" 2>/dev/null; exit $s; }`;
  return `exec unshare -m bash -c '${inside}' bash "$@"`;
}

/** A data folder that takes nothing: a run goes on only where its record goes elsewhere. */
function withoutDataFolder(says: RegExp): Condition['expect'] {
  return (command) => {
    if (!command.measures || command.keeps === 'file') return ok(command);
    return { status: [1], where: 'nowhere', says };
  };
}

export const streamConditions: readonly Condition[] = [
  { name: 'nothing in the way', of: [], shell: plain, expect: ok },
  {
    name: 'standard output on a full disk',
    of: ['B3', 'B02'],
    shell: 'exec "$@" > /dev/full',
    expect: outputLost(/No space left for the standard output/),
  },
  { name: 'standard output closed', of: ['B02'], shell: 'exec "$@" >&-', expect: thrownAway },
  { name: 'standard output thrown away', of: ['own'], shell: 'exec "$@" > /dev/null', expect: thrownAway },
  { name: 'standard error on a full disk', of: ['B3'], shell: 'exec "$@" 2> /dev/full', expect: tellingLost },
  { name: 'standard error closed', of: ['B44'], shell: 'exec "$@" 2>&-', expect: ok },
  {
    name: 'standard output and error closed',
    of: ['B02'],
    shell: 'exec "$@" >&- 2>&-',
    expect: thrownAway,
  },
  { name: 'standard input closed', of: ['B44'], shell: 'exec "$@" <&-', expect: ok },
  {
    name: 'reader of standard output gone before it begins',
    of: ['B4'],
    shell: '"$@" | true; exit ${PIPESTATUS[0]}',
    expect: outputLost(/standard output cannot be written \(EPIPE\)/),
  },
  {
    name: 'reader of standard output gone after 100 bytes',
    of: ['B4', 'B02'],
    shell: '"$@" | head -c 100 > /dev/null; exit ${PIPESTATUS[0]}',
    expect: mayBeLost,
  },
  {
    name: 'reader of standard output gone late',
    of: ['B4'],
    shell: '"$@" | head -c 30000 > /dev/null; exit ${PIPESTATUS[0]}',
    expect: mayBeLost,
  },
  {
    name: 'reader of standard error gone',
    of: ['B40'],
    shell: '"$@" 2>&1 >/dev/null | head -n 1 > /dev/null; exit ${PIPESTATUS[0]}',
    disturbs: true,
    expect: (command) =>
      command.measures && command.keeps !== 'stdout'
        ? { status: [1], where: command.keeps === 'nowhere' ? 'Notebook' : command.keeps }
        : undefined,
  },
  {
    name: 'terminal closed',
    of: ['B01'],
    shell: `exec python3 "$SUPPORT/closing-terminal.py" "$CASE/screen" "$UNTIL" "$WITHIN" "$@"`,
    disturbs: true,
    expect: (command) => {
      if (command.keeps === 'stdout') return { status: [130], where: 'Notebook' };
      // Before the runtime has its handlers the system itself ends it.
      if (!command.measures) return { status: [0, 1, 129, 130] };
      return { status: [130], where: command.keeps === 'nowhere' ? 'Notebook' : command.keeps };
    },
  },
];

export const folderConditions: readonly Condition[] = [
  {
    name: 'TMPDIR is not there',
    of: ['B6', 'B04'],
    shell: 'TMPDIR="$CASE/nothing" exec "$@"',
    expect: refused(/TMPDIR.*is not there/),
  },
  {
    name: 'TMPDIR is relative',
    of: ['B6', 'B04'],
    shell: 'TMPDIR=tmp exec "$@"',
    expect: refused(/TMPDIR.*is not absolute/),
  },
  {
    name: 'TMPDIR is a file',
    of: ['B6'],
    shell: 'touch "$CASE/file"; TMPDIR="$CASE/file" exec "$@"',
    expect: refused(/TMPDIR.*is not a folder/),
  },
  { name: 'TMPDIR is empty text', of: ['B04'], shell: 'TMPDIR= exec "$@"', expect: ok },
  {
    name: 'TMPDIR is read-only',
    of: ['B04'],
    shell: mounted('$TMP', 'ro'),
    mounts: true,
    expect: refused(/TMPDIR.*(EROFS|cannot be written)/),
  },
  {
    name: 'TMPDIR is full',
    of: ['B8', 'B04'],
    shell: mounted('$TMP', 'size=256k', 'cat /dev/zero > "$TMP/filled" 2>/dev/null'),
    mounts: true,
    expect: (command) =>
      command.measures ? { status: [1], where: 'nowhere', says: /No space left/ } : { status: [0, 1] },
  },
  {
    name: 'data folder is read-only',
    of: ['B8', 'B29'],
    shell: mounted('$DATA', 'ro'),
    mounts: true,
    expect: withoutDataFolder(/data folder.*cannot be written \(EROFS\)/),
  },
  {
    name: 'data folder is full',
    of: ['B8'],
    shell: mounted('$DATA', 'size=128k,nr_inodes=64', 'cat /dev/zero > "$DATA/filled" 2>/dev/null'),
    mounts: true,
    expect: withoutDataFolder(/No space left/),
  },
  {
    name: 'data folder fills during the run',
    of: ['B5', 'B8'],
    shell: mounted('$DATA', 'size=48k'),
    mounts: true,
    expect: (command) => {
      if (!command.measures) return ok(command);
      return { status: [1], where: command.keeps === 'file' ? 'file' : undefined, says: /No space left/ };
    },
  },
  {
    name: 'data folder is a file',
    of: ['B8'],
    shell: 'touch "$DATA"; exec "$@"',
    expect: withoutDataFolder(/data folder.*cannot be written/),
  },
  {
    name: 'data folder is a link to itself',
    of: ['B8'],
    shell: 'ln -s "$DATA" "$DATA"; exec "$@"',
    expect: withoutDataFolder(/data folder.*cannot be written/),
  },
  {
    name: 'records in the data folder is a file',
    of: ['B8'],
    shell: 'mkdir -p "$DATA"; touch "$DATA/records"; exec "$@"',
    expect: withoutDataFolder(/data folder.*cannot be written/),
  },
  {
    name: 'active in the data folder is a file',
    of: ['B8'],
    shell: 'mkdir -p "$DATA"; touch "$DATA/active"; exec "$@"',
    expect: withoutDataFolder(/data folder.*cannot be written/),
  },
];

export const signalConditions: readonly Condition[] = [
  ...(['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal): Condition => ({
    name: signal,
    of: ['B35', 'B2'],
    shell: plain,
    signals: [{ signal, afterMs: 200 }],
    disturbs: true,
    expect: (command) => {
      // Before the runtime has its handlers the system itself ends it.
      if (!command.measures) return { status: [0, 130, 129, 143] };
      return { status: [130], where: command.keeps === 'nowhere' ? 'Notebook' : command.keeps };
    },
  })),
  {
    name: 'two SIGINTs',
    of: ['B2'],
    shell: plain,
    signals: [
      { signal: 'SIGINT', afterMs: 200 },
      { signal: 'SIGINT', afterMs: 800 },
    ],
    disturbs: true,
    expect: ended([130]),
  },
];

/** Set-up would install some, which is not the subject here. */
export const noFonts: Condition = {
  name: 'no fonts',
  of: ['B11'],
  shell: `exec unshare -m bash -c 'for f in /usr/share/fonts /usr/local/share/fonts; do [ ! -d $f ] || mount -t tmpfs tmpfs $f; done; mount --bind /bin/false /usr/bin/apt-get; HOME="$CASE" XDG_CACHE_HOME="$CASE/cache" XDG_DATA_HOME="$CASE" "$@"' bash "$@"`,
  mounts: true,
  expect: (command) => {
    if (command.name === 'doctor') return { status: [0], shows: /^Fonts .*fonts-dejavu-core/m };
    if (!command.prints) return ok(command);
    const where = command.measures && command.keeps === 'nowhere' ? 'Notebook' : command.keeps;
    return { status: [1], where, says: /fonts-dejavu-core/ };
  },
};

export const launcherConditions: readonly Condition[] = [
  { name: 'dead DISPLAY', of: ['B07'], shell: 'DISPLAY=:987 exec "$@"', expect: ok },
  {
    name: 'dead WAYLAND_DISPLAY',
    of: ['B07'],
    shell: 'unset DISPLAY; WAYLAND_DISPLAY=wayland-9 exec "$@"',
    expect: ok,
  },
  { name: 'ELECTRON_RUN_AS_NODE', of: ['B08'], shell: 'ELECTRON_RUN_AS_NODE=1 exec "$@"', expect: ok },
  {
    name: 'NODE_OPTIONS that the runtime refuses',
    of: ['B08'],
    shell: 'NODE_OPTIONS=--openssl-legacy-provider exec "$@"',
    expect: ok,
  },
  {
    name: 'NODE_OPTIONS of an editor that would debug the app',
    of: ['B08'],
    shell: '"$@"; s=$?; [ -e "$CASE/loaded" ] && exit 99; exit $s',
    prepare: ({ folder }) => {
      const loads = `if (process.versions.electron) require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'loaded'))}, '');`;
      writeFileSync(join(folder, 'bootloader.cjs'), loads);
    },
    env: { NODE_OPTIONS: '--require ./bootloader.cjs' },
    expect: ok,
  },
  {
    name: 'XDG_CONFIG_HOME is relative',
    of: ['B28'],
    // The rule is to ignore it: the data are below HOME then.
    shell: 'HOME="$CASE" XDG_CONFIG_HOME=rel/cfg exec "$@"',
    expect: (command) => ({ status: [0], where: command.keeps === 'Notebook' ? undefined : command.keeps }),
  },
  noFonts,
  ...(['size=1m', 'size=8m', 'ro'] as const).map((options): Condition => ({
    name: `shared memory (/dev/shm) with ${options}`,
    of: ['B12'],
    shell: `exec unshare -m bash -c 'mount -t tmpfs -o ${options} tmpfs /dev/shm && exec "$@"' bash "$@"`,
    mounts: true,
    expect: ok,
  })),
  {
    name: '64 open files',
    of: ['Low', 'B26'],
    shell: 'exec prlimit --nofile=64:64 "$@"',
    expect: refused(/Only 64 files may be open/),
  },
  {
    name: 'address space of 4 GB',
    of: ['Low', 'B30'],
    shell: 'exec prlimit --as=4000000000 "$@"',
    expect: () => ({ status: [1], where: 'nowhere', says: /address space/ }),
  },
  {
    name: 'files of 20,000 bytes at most',
    of: ['Low'],
    shell: 'exec prlimit --fsize=20000 "$@"',
    expect: () => ({ status: [1], where: 'nowhere', says: /max file size 20000/ }),
  },
  {
    name: 'small stack',
    of: ['Low'],
    shell: 'exec prlimit --stack=262144 "$@"',
    expect: (command) => ({ status: [0, 1], where: command.measures ? undefined : 'nowhere' }),
  },
  {
    name: 'no user namespaces for an ordinary user',
    of: ['B31'],
    shell: `exec unshare --user --map-user=1000 --map-group=1000 --keep-caps bash -c 'echo 0 > /proc/sys/user/max_user_namespaces && exec setpriv --inh-caps=-all --ambient-caps=-all "$@"' bash "$@"`,
    mounts: true,
    expect: refused(/may not make user namespaces.*max_user_namespaces/),
  },
];
