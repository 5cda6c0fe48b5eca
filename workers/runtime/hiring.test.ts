import { describe, expect, it } from 'vitest';
import type { WorkerOptions } from '@core/protocol/worker';
import { createClock } from '../measurement/clock';
import { hireSeat } from './hiring';
import type { HiringContext } from './hiring';
import type { WorkerHandle } from './worker-handle';

describe('hiring a seat', () => {
  const hired: WorkerOptions[] = [];
  const context: HiringContext = {
    clock: createClock(),
    options: {
      originNs: '0',
      lowerPriority: false,
      folder: null,
      services: null,
      memoryLimitMb: null,
      shared: new SharedArrayBuffer(8),
    },
    agency: {
      hire: (options) => {
        hired.push(options);
        return Promise.resolve({ id: options.worker } as WorkerHandle);
      },
      invite: () => Promise.reject(new Error('nobody is invited')),
      receive: () => undefined,
      openExchange: () => undefined,
    },
    report: () => undefined,
    python: { interpreters: {}, planned: [], folder: '', lowerPriority: false },
  };

  it('gives each successor a name of its own, and no process the memory that threads share', async () => {
    const seat = { id: 'worker-1', kind: 'process', hired: true } as const;
    const names = [];
    for (const successor of [undefined, 1, 2]) names.push((await hireSeat('c', seat, context, successor)).handle.id);
    expect(names).toEqual(['c/worker-1', 'c/worker-1/2', 'c/worker-1/3']);
    for (const options of hired) expect(options).not.toHaveProperty('shared');
  });
});
