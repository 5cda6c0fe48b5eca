import { knead } from '@core/kernels/knead';
import { wordStride } from '@core/protocol/shared-words';
import type { SectionsStep } from '@core/protocol/step';
import { createMutex } from '../runtime/mutex';
import type { Marks, Workload, Workplace } from './workload';
import { WorkloadError } from './workload-error';

/** Computes under a lock that other threads take as well; who has to wait for it is blocked. */
export function createSectionsWorkload({ shared }: Workplace): Workload<SectionsStep> {
  function inSections({ lock, sections, units, seed }: SectionsStep, marks: Marks): number {
    if (!shared) throw new WorkloadError('NOTHING_SHARED', 'Locks need memory that the threads share.');
    const hooks = {
      onSleep: () => {
        marks.blocked('lock');
      },
      onWake: () => {
        marks.busy();
      },
    };
    const mutex = createMutex(new Int32Array(shared), lock * wordStride, hooks);
    let dough = seed;
    for (let section = 0; section < sections; section++) {
      mutex.lock();
      dough = knead(units, dough);
      mutex.unlock();
    }
    return dough >>> 0;
  }
  return { sync: inSections, async: (step, marks) => Promise.resolve(inSections(step, marks)) };
}
