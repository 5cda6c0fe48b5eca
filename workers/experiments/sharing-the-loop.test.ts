import { describe, expect, it } from 'vitest';
import { sharingTheLoop as definition } from '@core/experiments/sharing-the-loop/definition';
import { resolvePlan } from '@core/record/plan';
import { sharingTheLoop } from './sharing-the-loop';

const body = sharingTheLoop(definition);

const plan = resolvePlan(definition, { preset: 'quick', seed: 5, parameters: { jobMs: 400 }, lowerPriority: true });

function workOf(id: string) {
  const condition = definition.conditions.find((one) => one.id === id);
  if (!condition) throw new Error(`no ${id}`);
  const work = body.work('job', condition, plan, { job: 7000 });
  if (!('seats' in work)) throw new Error('has no seats');
  return work;
}

describe('the work of sharing-the-loop', () => {
  it('is the same job in the same pieces under every condition', () => {
    for (const { id } of definition.conditions.filter(({ idle }) => idle !== true)) {
      const [order, ...others] = Object.values(workOf(id).seats);
      expect(others).toEqual([]);
      expect(order?.steps).toHaveLength(1);
      // 400 ms in pieces of 2 ms, each of the calibrated units.
      expect(order?.steps[0]).toMatchObject({ kind: 'compute', chunks: 200, iterations: 7000, seed: plan.seed });
    }
  });

  it.each([
    ['never', 'loop', 'sync', undefined],
    ['never-again', 'loop', 'sync', undefined],
    ['promises', 'loop', 'async', 'promise'],
    ['next-tick', 'loop', 'async', 'next-tick'],
    ['immediate', 'loop', 'async', 'immediate'],
    ['timeout', 'loop', 'async', 'timeout'],
    ['worker', 'worker-1', 'sync', undefined],
  ])('%s: on the seat %s, %s, giving way by %s, beside a heartbeat on the loop', (id, seat, mode, yields) => {
    const { seats, beats, watchLoop } = workOf(id);
    expect(Object.keys(seats)).toEqual([seat]);
    expect(seats[seat]?.mode).toBe(mode);
    expect(seats[seat]?.steps[0]).toHaveProperty('kind', 'compute');
    const [step] = seats[seat]?.steps ?? [];
    expect(step && 'yields' in step ? step.yields : undefined).toBe(yields);
    expect(beats).toEqual(['loop']);
    // A second probe on the same loop would disturb the first.
    expect(watchLoop ?? false).toBe(false);
  });

  it('is none where nothing runs, beside a heartbeat, for as long as the job and the beats around it', () => {
    const idle = definition.conditions.find((one) => one.idle);
    expect(idle && body.work('job', idle, plan, { job: 7000 })).toEqual({ idleMs: 440, beats: ['loop'] });
  });

  it('is one piece of about 2 ms to calibrate, and one execution per cell', () => {
    expect(body.calibrations?.(plan)).toEqual([{ name: 'job', operation: 'knead', wantedMs: 2 }]);
    expect(body.shortestCellMs('job', plan)).toBe(400);
    for (const condition of definition.conditions) expect(body.queues?.(condition)).toBe(false);
  });
});
