import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeMeasuringLock } from './measuring-lock';
import { ownIdentity, ownPlace, processStart } from './process-identity';
import type { Owner } from './process-identity';
import { buildContender, startContender } from './testing/contender';
import type { Contender } from './testing/contender';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** Sets the last change of a file to so many seconds ago. */
function age(file: string, seconds: number): void {
  const then = new Date(Date.now() - seconds * 1_000);
  utimesSync(file, then, then);
}

function leave(owner: Partial<Owner>, secondsAgo = 0): void {
  writeFileSync(path, JSON.stringify({ ...ownIdentity('left behind'), ...owner }));
  age(path, secondsAgo);
}

function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

function expectTaken(): void {
  const lock = takeMeasuringLock('next', path);
  expect(readFileSync(path, 'utf8')).toContain('"next"');
  expect(() => takeMeasuringLock('another', path)).toThrow(/next, process \d+, since/);
  lock.release();
  expect(existsSync(path)).toBe(false);
  expect(existsSync(`${path}.turn`)).toBe(false);
}

describe('measuring lock', () => {
  it('is held by one, says by whom, and is free again after release', () => {
    const lock = takeMeasuringLock('eggs-and-toast in the window', path);
    expect(() => takeMeasuringLock('another', path)).toThrow(/eggs-and-toast in the window, process \d+, since \d{4}-/);
    lock.release();
    takeMeasuringLock('another', path).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not released by one that does not hold it', () => {
    const lock = takeMeasuringLock('first', path);
    writeFileSync(path, JSON.stringify({ ...ownIdentity('other'), pid: 1 }));
    lock.release();
    expect(existsSync(path)).toBe(true);

    unlinkSync(path);
    const again = takeMeasuringLock('second', path);
    unlinkSync(path);
    writeFileSync(path, 'somebody else');
    again.release();
    expect(existsSync(path)).toBe(true);
  });

  it('gives a sign of life, by its open file and not by its name', () => {
    const lock = takeMeasuringLock('first', path);
    age(path, 3_600);
    lock.signOfLife();
    expect(Date.now() - statSync(path).mtimeMs).toBeGreaterThan(3_000_000);
    const nowMs = performance.now();
    vi.spyOn(performance, 'now').mockReturnValue(nowMs + 11_000);
    lock.signOfLife();
    vi.restoreAllMocks();
    return vi
      .waitFor(() => {
        expect(Math.abs(Date.now() - statSync(path).mtimeMs)).toBeLessThan(5_000);
      })
      .finally(() => {
        lock.release();
      });
  });

  it('shows control characters of what a lock says', () => {
    leave({ what: 'red \u001b[31m and\u202e \n two lines' });
    expect(() => takeMeasuringLock('next', path)).toThrow(/red \\u001b\[31m and\\u202e \\u000a two lines, process/);
  });

  it('says which folder another taker left behind, after a short while', () => {
    leave({ pid: deadPid() });
    mkdirSync(`${path}.turn`);
    const startMs = performance.now();
    expect(() => takeMeasuringLock('next', path)).toThrow(`delete ${path}.turn`);
    expect(performance.now() - startMs).toBeLessThan(2_000);
    age(`${path}.turn`, 6);
    expectTaken();
  });
});

describe('what is no live run does not block', () => {
  const here = ownPlace();

  it.each<[string, () => void]>([
    ['a process that has ended', () => leave({ pid: deadPid() })],
    ['an older program, whose process has ended', () => leave({ pid: deadPid(), place: undefined })],
    ['a pid that belongs to a later process', () => leave({ processStart: '1' })],
    ['pid 1 with a start that does not fit', () => leave({ pid: 1, processStart: '123456789' })],
    ['pid 0', () => leave({ pid: 0 })],
    ['a pid that cannot be', () => leave({ pid: 2 ** 40 })],
    ['pid 1 with its true start, and no sign of life', () => leave({ pid: 1, processStart: processStart(1) }, 700)],
    ['pid 1 with its true start, dated in the future', () => leave({ pid: 1, processStart: processStart(1) }, -86_400)],
    ['this machine before its last start', () => leave({ place: { ...here, boot: 'an earlier one' } })],
    ['another container without a sign of life', () => leave({ place: { ...here, pidNamespace: 'pid:[1]' } }, 61)],
    ['another machine without a sign of life', () => leave({ place: { ...here, host: 'x', boot: 'y' } }, 61)],
    ['another container, dated in the future', () => leave({ place: { ...here, pidNamespace: 'pid:[1]' } }, -3_600)],
    [
      'garbage',
      () => {
        writeFileSync(path, '{"pid":');
        age(path, 1);
      },
    ],
    [
      'garbage, dated in the future',
      () => {
        writeFileSync(path, '\u0000\u0001');
        age(path, -3_600);
      },
    ],
    [
      'an empty file',
      () => {
        writeFileSync(path, '');
        age(path, 1);
      },
    ],
    [
      'a long file',
      () => {
        writeFileSync(path, '{"pid":1,'.repeat(10_000));
        age(path, 1);
      },
    ],
    ['a link that leads nowhere', () => symlinkSync(join(folder, 'nowhere'), path)],
    ['a link to itself', () => symlinkSync(path, path)],
    ['a folder', () => mkdirSync(path)],
    ['a pipe', () => spawnSync('mkfifo', [path])],
    [
      'an old folder of a taker',
      () => {
        leave({ pid: deadPid() });
        mkdirSync(`${path}.turn`);
        age(`${path}.turn`, 6);
      },
    ],
    [
      'one dated in the future',
      () => {
        leave({ pid: deadPid() });
        mkdirSync(`${path}.turn`);
        age(`${path}.turn`, -60);
      },
    ],
    [
      'a file in its place',
      () => {
        leave({ pid: deadPid() });
        writeFileSync(`${path}.turn`, '');
        age(`${path}.turn`, 6);
      },
    ],
  ])('%s', (_name, prepare) => {
    prepare();
    expectTaken();
  });

  it('a link to the lock of a live run, which is not followed', () => {
    const elsewhere = join(folder, 'elsewhere');
    writeFileSync(elsewhere, JSON.stringify(ownIdentity('alive')));
    symlinkSync(elsewhere, path);
    expectTaken();
    expect(readFileSync(elsewhere, 'utf8')).toContain('alive');
  });

  it('a folder with something in it, which is kept', () => {
    mkdirSync(path);
    writeFileSync(join(path, 'precious'), 'x');
    expectTaken();
    const [moved = ''] = readdirSync(folder);
    expect(moved).toMatch(/^lock\.moved-/);
    expect(readdirSync(join(folder, moved))).toEqual(['precious']);
  });
});

describe('what may be a live run is never taken over', () => {
  const here = ownPlace();

  it.each<[string, Partial<Owner>, number, RegExp]>([
    ['of this process', {}, 0, /left behind, process \d+, since/],
    ['of a process that has been busy for minutes', {}, 300, /left behind, process \d+, since/],
    [
      'of another container',
      { pid: 4_000_000, place: { ...here, pidNamespace: 'pid:[1]' } },
      30,
      /cannot be looked at/,
    ],
    [
      'of another machine',
      { place: { ...here, host: 'x\u0007y', boot: 'z' } },
      30,
      /process \d+ of "x\\u0007y", since/,
    ],
  ])('a lock %s', (_name, owner, secondsAgo, message) => {
    leave(owner, secondsAgo);
    expect(() => takeMeasuringLock('next', path)).toThrow(message);
    expect(lstatSync(path).isFile()).toBe(true);
  });

  it('one that is just being made where that takes two steps', () => {
    writeFileSync(path, '');
    expect(() => takeMeasuringLock('next', path)).toThrow('just about to measure');
  });
});

describe('many processes at once', () => {
  const processes = 60;
  let program = '';
  let programFolder = '';
  let contenders: Contender[] = [];
  beforeAll(async () => {
    programFolder = mkdtempSync(join(tmpdir(), 'lab-contender-'));
    chmodSync(programFolder, 0o755);
    program = await buildContender(programFolder);
    chmodSync(program, 0o644);
  });
  afterEach(async () => {
    await Promise.all(contenders.map((one) => one.kill()));
    contenders = [];
  });
  afterAll(() => {
    rmSync(programFolder, { recursive: true, force: true });
  });

  it('300 tries: each time exactly one wins, whatever was left behind', { timeout: 240_000 }, async () => {
    contenders = Array.from({ length: processes }, () => startContender(program));
    expect(new Set(await Promise.all(contenders.map((one) => one.ask('release'))))).toEqual(new Set(['released']));
    const dead = deadPid();
    const before: readonly [string, () => void][] = [
      ['nothing', () => undefined],
      ['a dead lock', () => leave({ pid: dead })],
      [
        'a dead lock and an old turn',
        () => {
          leave({ pid: dead });
          mkdirSync(`${path}.turn`);
          age(`${path}.turn`, 6);
        },
      ],
      ['a link', () => symlinkSync(join(folder, 'nowhere'), path)],
      ['a folder', () => mkdirSync(path)],
    ];
    for (const [name, prepare] of before) {
      prepare();
      const answers = await Promise.all(contenders.map((one) => one.ask(`take ${path}`)));
      expect(
        answers.filter((answer) => answer === 'won'),
        name,
      ).toHaveLength(1);
      expect(
        answers.filter((answer) => answer !== 'won' && !answer.startsWith('refused: An')),
        name,
      ).toEqual([]);
      await Promise.all(contenders.map((one) => one.ask('release')));
      expect(readdirSync(folder), name).toEqual([]);
    }
  });

  it('a lock whose holder was killed is taken over', async () => {
    const [holder] = (contenders = [startContender(program)]);
    expect(await holder?.ask(`take ${path}`)).toBe('won');
    expect(() => takeMeasuringLock('next', path)).toThrow(`a contender, process ${holder?.pid}`);
    await holder?.kill();
    expectTaken();
  });

  const isRoot = process.getuid?.() === 0;
  const unshare = ['unshare', '-p', '-f', '--mount-proc'];
  const hasNamespaces = isRoot && spawnSync(unshare[0] ?? '', [...unshare.slice(1), 'true']).status === 0;

  it.runIf(hasNamespaces)(
    'another PID namespace: a live run keeps lock and folders, a dead one blocks for a minute',
    async () => {
      const env = { ...process.env, TMPDIR: folder };
      const [here, there] = (contenders = [
        startContender(program, { env }),
        startContender(program, { env }, unshare),
      ]);
      if (!here || !there) throw new Error('no contenders');
      const own = await here.ask('folder concurrency-lab-run-');
      const other = await there.ask('folder concurrency-lab-run-');
      expect(await here.ask(`take ${path}`)).toBe('won');
      expect(await there.ask(`take ${path}`)).toMatch(
        /^refused: Another run is measuring .* cannot be looked at from here/,
      );
      await there.ask('tidy concurrency-lab-run-');
      await here.ask('tidy concurrency-lab-run-');
      expect([existsSync(own), existsSync(other)]).toEqual([true, true]);

      await here.kill();
      // Nobody there can know that it has ended; nobody gives signs of life for it either.
      expect(await there.ask(`take ${path}`)).toMatch(/^refused: /);
      age(path, 61);
      expect(await there.ask(`take ${path}`)).toBe('won');
      await there.ask('tidy concurrency-lab-run-');
      expect(existsSync(own)).toBe(true);
      age(own, 8 * 86_400);
      await there.ask('tidy concurrency-lab-run-');
      expect([existsSync(own), existsSync(other)]).toEqual([false, true]);
    },
  );

  it.runIf(isRoot && process.platform === 'linux')(
    'what another user left in a shared folder does not block',
    async () => {
      chmodSync(folder, 0o1777);
      leave({ pid: deadPid() });
      mkdirSync(`${path}.turn`);
      age(`${path}.turn`, 60);
      const [nobody] = (contenders = [startContender(program, { uid: 65_534, gid: 65_534 })]);
      expect(await nobody?.ask(`take ${path}`)).toBe('won');
      expect(existsSync(`${path}.2`)).toBe(true);
      // Who could remove it sees all the same that somebody measures.
      expect(() => takeMeasuringLock('next', path)).toThrow(`a contender, process ${nobody?.pid}`);
      expect(await nobody?.ask('release')).toBe('released');
      expectTaken();
    },
  );
});
