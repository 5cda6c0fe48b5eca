import { describe, expect, it } from 'vitest';
import { plainName, processDeltas, processOf } from './other-load';
import type { CountedProcess } from './other-load';

/** A text as /proc/<pid>/stat has it (man 5 proc). */
function stat(pid: number, name: string, parent: number, user: number, system: number, start = 100): string {
  const zeros = (count: number): string => Array.from({ length: count }, () => '0').join(' ');
  return `${pid} (${name}) R ${parent} ${zeros(9)} ${user} ${system} ${zeros(6)} ${start} ${zeros(30)}\n`;
}

function read(...texts: readonly string[]): CountedProcess[] {
  return texts.flatMap((text) => processOf(text) ?? []);
}

describe('a line of /proc/<pid>/stat', () => {
  it('is read, with any name', () => {
    expect(processOf(stat(42, 'a) R 1 (b', 7, 30, 12, 555))).toEqual({
      pid: 42,
      parent: 7,
      name: 'a) R 1 (b',
      ticks: 42,
      startTicks: 555,
    });
  });

  it('is refused where it is torn or of another form', () => {
    for (const text of ['', '42', '42 (a', '42 (a) R 1 0 0', 'x (a) R 1'])
      expect(processOf(text), text).toBeUndefined();
    expect(processOf(stat(42, 'a', 7, Number.NaN, 1))).toBeUndefined();
  });

  it('gives names without control characters', () => {
    expect(plainName('\u001b[31mred\n')).toBe('[31mred');
    expect(plainName('\u0007')).toBe('?');
  });
});

describe('what processes used between two readings', () => {
  it('names others, most first, those of one name together', () => {
    const before = read(stat(1, 'init', 0, 0, 0), stat(10, 'hog', 1, 50, 0), stat(11, 'hog', 1, 0, 0));
    const after = read(stat(1, 'init', 0, 5, 0), stat(10, 'hog', 1, 90, 10), stat(11, 'hog', 1, 20, 0));
    expect(processDeltas(before, after, [], 100)).toEqual({
      ownCores: 0,
      programs: [
        { name: 'hog', cores: 0.7 },
        { name: 'init', cores: 0.05 },
      ],
    });
  });

  it('takes ours out, with whatever descends from them', () => {
    const before = read(stat(20, 'lab', 1, 0, 0), stat(21, 'zygote', 20, 0, 0), stat(22, 'task', 21, 0, 0));
    const after = read(stat(20, 'lab', 1, 10, 0), stat(21, 'zygote', 20, 0, 0), stat(22, 'task', 21, 40, 0));
    expect(processDeltas(before, after, [20], 100)).toEqual({ ownCores: 0.5, programs: [] });
  });

  it('counts all of a process that began meanwhile, also under an id that was used before', () => {
    const before = read(stat(30, 'old', 1, 500, 0, 100));
    const after = read(stat(30, 'new', 1, 20, 0, 900), stat(31, 'other', 1, 10, 0, 901));
    expect(processDeltas(before, after, [], 100).programs).toEqual([
      { name: 'new', cores: 0.2 },
      { name: 'other', cores: 0.1 },
    ]);
  });

  it('leaves out what has gone and what used next to nothing', () => {
    const before = read(stat(40, 'gone', 1, 50, 0), stat(41, 'idle', 1, 50, 0));
    expect(processDeltas(before, read(stat(41, 'idle', 1, 51, 0)), [], 100).programs).toEqual([]);
  });
});
