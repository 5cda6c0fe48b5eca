import { describe, expect, it } from 'vitest';
import { classifyExit } from './exit-classification';

const facts = { asked: false, spawned: true, code: 1, goneReason: undefined, stderrTail: '' };

describe('classifyExit', () => {
  it.each([
    ['an asked end', { asked: true }, 'killed'],
    ['exit code 0 that nobody asked for', { code: 0 }, 'worker-crashed'],
    ['a crash', { goneReason: 'crashed', code: 139 }, 'worker-crashed'],
    ['a kill from outside', { goneReason: 'killed', code: 0 }, 'killed'],
    ['memory, by the event', { goneReason: 'oom' }, 'out-of-memory'],
    [
      'memory, by the last words',
      { goneReason: 'crashed', stderrTail: 'FATAL ERROR: heap limit Allocation' },
      'out-of-memory',
    ],
    ['a failed launch', { goneReason: 'launch-failed' }, 'launch-failed'],
    ['an end before spawn', { spawned: false }, 'launch-failed'],
  ])('%s', (_name, given, reason) => {
    expect(classifyExit({ ...facts, ...given }).reason).toBe(reason);
  });

  it('quotes the last line of stderr', () => {
    expect(classifyExit({ ...facts, stderrTail: 'a\nError: no such thing\n' }).message).toContain('no such thing');
  });
});
