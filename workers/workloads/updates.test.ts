import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areOfOneCounter, provenOrder } from '@core/analysis/proven-order';
import { updatesLostIn } from '@core/analysis/trials';
import { counterBytes } from '@core/protocol/shared-words';
import type { UpdatesStep, UpdateWay } from '@core/protocol/step';
import type { CellAccount } from '@core/protocol/worker';
import { bundlePrograms, type BundledPrograms } from '../services/testing/bundle-programs';

let programs: BundledPrograms;
beforeAll(async () => {
  programs = await bundlePrograms('workloads/testing/updates-thread');
}, 30_000);
afterAll(() => {
  programs.remove();
});

type Findings = Pick<CellAccount, 'trials' | 'logs'>;

/** Executes a way on as many threads as it needs, as the lab does. */
async function run(way: UpdateWay, choice: Partial<UpdatesStep> = {}): Promise<readonly Findings[]> {
  const shared = new SharedArrayBuffer(counterBytes);
  const alone = ['across-await', 'one-step', 'promise-lock'].includes(way);
  const places: UpdatesStep['place'][] = alone ? [0] : way === 'owner' ? [0, 1, 'owner'] : [0, 1];
  return Promise.all(
    places.map(async (place) => {
      const step: UpdatesStep = {
        task: 'task-1',
        kind: 'updates',
        way,
        place,
        adders: 2,
        updates: 1000,
        trials: 30,
        ...choice,
      };
      const workerData = { worker: `${way}/${String(place)}`, shared, step };
      const thread = new Worker(join(programs.folder, 'updates-thread.cjs'), { workerData });
      const [findings] = (await once(thread, 'message')) as [Findings];
      await thread.terminate();
      return findings;
    }),
  );
}

function lossesIn(findings: readonly Findings[]) {
  const told = findings.flatMap(({ trials }) => (trials ? [trials] : []));
  expect(told, 'told by one of them').toHaveLength(1);
  return told[0] && updatesLostIn({ trials: told[0] });
}

describe('updates of a counter', () => {
  // A thousand trials of each were run once: UPDATE_TRIALS=1000.
  const trials = Number(process.env['UPDATE_TRIALS'] ?? 30);

  it.each(['atomic', 'mutex', 'owner', 'one-step', 'promise-lock'] as const)(
    '%s: loses none',
    async (way) => {
      expect(lossesIn(await run(way, { trials }))).toEqual({ trials, lossy: 0, updates: 2000 * trials, lost: 0 });
    },
    20_000 + 100 * trials,
  );

  it('across an await: exactly every second one is lost, in every trial', async () => {
    expect(lossesIn(await run('across-await'))).toEqual({ trials: 30, lossy: 30, updates: 60_000, lost: 30_000 });
  });

  it.runIf(availableParallelism() > 1)('unprotected threads lose some of them', { retry: 3 }, async () => {
    const losses = lossesIn(await run('plain', { updates: 20_000, trials: 100 }));
    expect(losses?.lost).toBeGreaterThan(0);
    expect(losses?.lost).toBeLessThan(2_000_000);
  });

  it.each(['load-store', 'mutex', 'across-await'] as const)(
    '%s: writes down what one counter went through',
    async (way) => {
      const findings = await run(way, { updates: 300, trials: 20, logs: true });
      const logs = findings.flatMap((one) => one.logs ?? []);
      expect(logs.map(({ adder, reads }) => [adder, reads.length])).toEqual([
        [0, 300],
        [1, 300],
      ]);
      expect(areOfOneCounter(logs)).toBe(true);
      const { proven, collision } = provenOrder(logs);
      if (way === 'mutex') expect([proven.length, collision.length]).toEqual([600, 0]);
      if (way === 'across-await') expect([proven.length, collision.length]).toEqual([0, 2]);
    },
  );
});
