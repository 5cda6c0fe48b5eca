import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trialCount } from '@core/analysis/trials';
import { possibleAndObserved as define, trials } from '@core/experiments/possible-and-observed/definition';
import { possibleOutcomes } from '@core/experiments/possible-and-observed/possible';
import type { UpdatesStep } from '@core/protocol/step';
import type { CellAccount } from '@core/protocol/worker';
import { resolvePlan } from '@core/record/plan';
import { bundlePrograms, type BundledPrograms } from '../services/testing/bundle-programs';
import { bodyOf } from './bodies';

const definition = define(2);
const plan = resolvePlan(definition, { preset: 'quick', seed: 5, parameters: {}, lowerPriority: true });

function stepsOf(id: string): readonly UpdatesStep[] {
  const condition = definition.conditions.find((one) => one.id === id);
  if (!condition) throw new Error(`no ${id}`);
  const work = bodyOf(definition).work('outcomes', condition, plan, {});
  if (!('seats' in work)) throw new Error('has no seats');
  return Object.values(work.seats).flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'updates' ? step : [])),
  );
}

describe('the work of possible-and-observed', () => {
  it.each([
    ['no-lock', 'load-store'],
    ['lock', 'mutex'],
    ['lock-again', 'mutex'],
  ])('%s: one update of each thread in a trial, by %s', (id, way) => {
    const steps = stepsOf(id);
    expect(steps.map(({ place }) => place)).toEqual([0, 1]);
    for (const step of steps) expect(step).toMatchObject({ way, updates: 1, adders: 2, trials });
    // The same offsets under every condition, and others for the other thread.
    expect(steps.map(({ offsets }) => offsets?.seed)).toEqual([5, 6]);
  });
});

describe('trials on real threads', () => {
  // 100,000 of each were run once: POSSIBLE_TRIALS=100000.
  const count = Number(process.env['POSSIBLE_TRIALS'] ?? 2000);
  let programs: BundledPrograms;
  beforeAll(async () => {
    programs = await bundlePrograms('workloads/testing/updates-thread');
  }, 30_000);
  afterAll(() => {
    programs.remove();
  });

  async function observed(condition: string) {
    const shared = new SharedArrayBuffer(definition.conditions[0]?.sharedBytes ?? 0);
    const findings = await Promise.all(
      stepsOf(condition).map(async (step) => {
        const workerData = { worker: `${condition}/${step.task}`, shared, step: { ...step, trials: count } };
        const thread = new Worker(join(programs.folder, 'updates-thread.cjs'), { workerData });
        const [told] = (await once(thread, 'message')) as [Pick<CellAccount, 'trials'>];
        await thread.terminate();
        return told;
      }),
    );
    const [told] = findings.flatMap((one) => one.trials ?? []);
    if (!told) throw new Error('nobody told the trials');
    return told;
  }

  it.each(possibleOutcomes().map((possible) => [possible.condition, possible] as const))(
    '%s: whatever comes out is possible',
    async (condition, { outcomes }) => {
      const told = await observed(condition);
      if (process.env['POSSIBLE_TRIALS'] !== undefined) console.log(condition, JSON.stringify(told));
      expect(trialCount(told)).toBe(count);
      const possible = outcomes.map(({ counter }) => String(counter));
      for (const { outcome } of told.outcomes) expect(possible).toContain(outcome);
    },
    20_000 + count,
  );

  it.runIf(availableParallelism() > 1)('without a lock both outcomes occur', { retry: 3 }, async () => {
    const told = await observed('no-lock');
    expect(told.outcomes.map(({ outcome }) => outcome)).toEqual(['1', '2']);
  });
});
