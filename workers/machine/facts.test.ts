import { describe, expect, it } from 'vitest';
import { hypervisorIn, physicalCoresOf, quotaOf } from './facts';

function processor(n: number, socket: number, core: number): string {
  return `processor\t: ${n}\nphysical id\t: ${socket}\ncore id\t\t: ${core}\nflags\t\t: fpu sse hypervisor avx\n`;
}

describe('machine facts', () => {
  it('counts physical cores, not hardware threads', () => {
    const fourThreadsOnTwoCores = [processor(0, 0, 0), processor(1, 0, 1), processor(2, 0, 0), processor(3, 0, 1)];
    expect(physicalCoresOf(fourThreadsOnTwoCores.join('\n'))).toBe(2);
    expect(physicalCoresOf([processor(0, 0, 0), processor(1, 1, 0)].join('\n'))).toBe(2);
    expect(physicalCoresOf('processor\t: 0\nBogoMIPS\t: 50\n')).toBeNull();
  });

  it('tells a virtual machine from the flag, and says nothing without flags', () => {
    expect(hypervisorIn(processor(0, 0, 0))).toBe(true);
    expect(hypervisorIn('flags\t\t: fpu sse\n')).toBe(false);
    expect(hypervisorIn('Features\t: fp asimd\n')).toBeNull();
  });

  it.each([
    ['max 100000', null],
    ['-1 100000', null],
    ['150000 100000', 1.5],
    ['', null],
  ])('reads the quota %j', (text, cores) => {
    expect(quotaOf(text)).toBe(cores);
  });
});
