import { describe, expect, it } from 'vitest';
import { LabError } from '@core/ipc/envelope';
import type { RunState } from '@core/ipc/payloads';
import { createStress } from './stress';

interface Locks {
  taken: number;
  released: number;
}

function lockOf(locks: Locks): () => { release: () => void } {
  return () => {
    locks.taken += 1;
    return { release: () => (locks.released += 1) };
  };
}

const idle: RunState = { phase: 'idle' };
// Only the phase is looked at.
const running = { phase: 'running' } as RunState;
const stopping = { phase: 'stopping' } as RunState;

describe('stress', () => {
  it.each([running, stopping])('is refused during a run ($phase), without touching the lock', (state) => {
    const locks = { taken: 0, released: 0 };
    const stress = createStress(() => state, lockOf(locks));
    for (const attempt of [stress.allow, stress.blockMain]) {
      expect(attempt).toThrow(expect.objectContaining({ code: 'run-active' }));
    }
    expect(locks).toEqual({ taken: 0, released: 0 });
  });

  it('is refused while another program measures on this machine', () => {
    const busy = (): never => {
      throw new LabError('machine-busy', 'Another run is measuring on this machine.');
    };
    const stress = createStress(() => idle, busy);
    expect(stress.allow).toThrow(expect.objectContaining({ code: 'machine-busy' }));
    expect(stress.blockMain).toThrow(expect.objectContaining({ code: 'machine-busy' }));
  });

  it('really blocks, and gives the lock back', () => {
    const locks = { taken: 0, released: 0 };
    const startMs = performance.now();
    const { blockedMs } = createStress(() => idle, lockOf(locks)).blockMain();
    expect(blockedMs).toBeGreaterThan(500);
    expect(performance.now() - startMs).toBeGreaterThanOrEqual(blockedMs);
    expect(locks).toEqual({ taken: 1, released: 1 });
  });
});
