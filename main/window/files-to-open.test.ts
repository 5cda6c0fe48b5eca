import { describe, expect, it } from 'vitest';
import { filesAmong, filesToOpen } from './files-to-open';

describe('files to open', () => {
  it('are all words of a start, as absolute paths', () => {
    expect(filesToOpen(['a.labrun', '/b/C.LABRUN'], '/home/me')).toEqual(['/home/me/a.labrun', '/b/C.LABRUN']);
  });

  it('may be addresses, as desktops pass them', () => {
    expect(filesToOpen(['file:///home/j%C3%BCrgen/my%20run.labrun'], '/')).toEqual(['/home/jürgen/my run.labrun']);
  });

  it('an address of another machine is no local file, and opens nothing by accident', () => {
    expect(filesToOpen(['file://elsewhere/a.labrun'], '/home')).toEqual(['/home/file:/elsewhere/a.labrun']);
  });

  it('switches of the runtime do not matter', () => {
    expect(filesToOpen(['--ozone-platform=x11', 'a.labrun'], '/')).toEqual(['/a.labrun']);
  });

  it('of a further start stand among its switches and the tree that it was started from', () => {
    expect(filesAmong(['/electron', '--a=b.labrun', '/tree', 'a.labrun', 'file:///b.labrun'], '/x')).toEqual([
      '/x/a.labrun',
      '/b.labrun',
    ]);
  });

  it.each([[], ['list'], ['verify', 'a.labrun'], ['a.json'], ['--help']])('%j is none', (...words: string[]) => {
    expect(filesToOpen(words, '/')).toBeUndefined();
  });
});
