import { describe, expect, it } from 'vitest';
import { readDescription } from './release-description';

const relationOf = (named: string, own: string): string => readDescription(`version: ${named}`, own, 'h').relation;

describe('the order of versions', () => {
  // Ascending, as https://semver.org (item 11) orders them.
  const ascending = [
    ...['0.9.9', '1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2', '1.0.0-beta.11'],
    ...['1.0.0-rc.1', '1.0.0-rc.2', '1.0.0-rc.10', '1.0.0', '1.0.1', '1.2.0', '1.10.0', '2.0.0-rc.1', '2.0.0'],
  ];

  it('is that of semantic versioning, candidates included', () => {
    for (const [n, named] of ascending.entries()) {
      for (const [m, own] of ascending.entries()) {
        const wanted = n > m ? 'newer' : n < m ? 'older' : 'same';
        expect(`${named} against ${own}: ${relationOf(named, own)}`).toBe(`${named} against ${own}: ${wanted}`);
      }
    }
  });

  it('takes a build of the same version for the same', () => {
    expect(relationOf('1.0.0+linux', '1.0.0')).toBe('same');
  });
});

describe('a description', () => {
  it('is what electron-builder writes', () => {
    const text = `version: 1.1.0
files:
  - url: concurrency-lab-1.1.0-x64-setup.exe
    sha512: kGbYzPZ5ZlA==
    size: 91234567
path: concurrency-lab-1.1.0-x64-setup.exe
sha512: kGbYzPZ5ZlA==
releaseNotes: |
  Two new lessons.

  - Mended: a name.
releaseDate: '2027-01-31T23:30:00.000Z'
`;
    expect(readDescription(text, '1.0.0', 'h')).toEqual({
      version: '1.1.0',
      own: '1.0.0',
      relation: 'newer',
      isCandidate: false,
      date: '2027-01-31',
      notes: 'Two new lessons.\n\n- Mended: a name.',
    });
  });

  it('may say no more than a version, and calls a candidate one', () => {
    expect(readDescription('version: "v1.1.0-rc.2"', '1.0.0', 'h')).toEqual({
      version: '1.1.0-rc.2',
      own: '1.0.0',
      relation: 'newer',
      isCandidate: true,
      date: null,
      notes: '',
    });
  });

  it.each(['2027-13-45', '31.1.2027', 'soon', '', '2027'])('has no date in "%s"', (date) => {
    expect(readDescription(`version: 1.1.0\nreleaseDate: "${date}"`, '1.0.0', 'h').date).toBeNull();
  });

  it('shows what would steer the eye as its code, keeps lines, and puts several notes under their versions', () => {
    const notes = 'one\\u001b[2Jtwo\\r\\n\\tthree \\u202e<b>four</b>';
    expect(readDescription(`version: 2.0.0\nreleaseNotes: "${notes}"`, '1.0.0', 'h').notes).toBe(
      'one\\u001b[2Jtwo\n  three \\u202e<b>four</b>',
    );
    const several = 'releaseNotes: [{ version: 2.0.0, note: b }, { version: 1.5.0, note: a }]';
    expect(readDescription(`version: 2.0.0\n${several}`, '1.0.0', 'h').notes).toBe('2.0.0\nb\n\n1.5.0\na');
  });

  it.each(['{ text: a }', '[[a]]', '[a]', '[{ note: [a] }]', ''])('has no notes in %s', (notes) => {
    const text = `version: 2.0.0\nreleaseNotes: ${notes}\nreleaseDate: [2027-01-31]`;
    expect(readDescription(text, '1.0.0', 'h')).toMatchObject({ version: '2.0.0', date: null });
    expect(readDescription(text, '1.0.0', 'h').notes).toBe('');
  });

  it('shortens long notes and says so', () => {
    const { notes } = readDescription(`version: 2.0.0\nreleaseNotes: ${'word '.repeat(5_000)}`, '1.0.0', 'h');
    expect(notes.length).toBeLessThan(4_010);
    expect(notes).toMatch(/ …$/);
  });

  it.each([
    ['nothing', '', 'it names no version'],
    ['a page', '<!doctype html><title>404</title><p>version: 2.0.0', 'it names no version'],
    ['broken YAML', 'version: [1.0.0', 'it names no version'],
    ['a list', '- version: 2.0.0', 'it names no version'],
    ['no version', 'releaseDate: 2027-01-31', 'it names no version'],
    ['a version that is a list', 'version: [2, 0, 0]', 'it names no version'],
    ['half a version', 'version: 2.0', '"2.0" is no version'],
    ['a word', 'version: latest', '"latest" is no version'],
    ['a version that steers a terminal', 'version: "2.0.0\\e[2J"', '"2.0.0\\u001b[2J" is no version'],
    ['a huge version', `version: 2.0.0-${'x'.repeat(2_000)}`, 'is no version'],
    ['code', 'version: !!js/function "function () {}"', 'it names no version'],
    ['an alias, of which a few make gigabytes', 'version: &a 2.0.0\nreleaseNotes: *a', 'it names no version'],
    ['a deep nest', `version: ${'['.repeat(30_000)}`, 'it names no version'],
  ])('is not found in %s', (_name, text, why) => {
    const read = (): unknown => readDescription(text, '1.0.0', 'lab.example');
    expect(read).toThrow(expect.objectContaining({ code: 'release-unknown' }));
    expect(read).toThrow('What lab.example answered describes no release: ');
    expect(read).toThrow(why);
  });
});
