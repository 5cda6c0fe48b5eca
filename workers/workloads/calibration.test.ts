import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workloadCalibrationSchema } from '@core/record/events';
import { median } from '@core/statistics/quantile';
import type { Step } from '@core/protocol/step';
import { createClock } from '../measurement/clock';
import type { RunClock } from '../measurement/clock';
import { openIoServices } from '../services/io-services';
import type { IoServices } from '../services/io-services';
import { bundlePrograms } from '../services/testing/bundle-programs';
import type { BundledPrograms } from '../services/testing/bundle-programs';
import { calibrateOperation } from './calibration';
import type { Operation } from './calibration';
import { createWorkloads } from './workload-table';
import type { Workload, Workplace } from './workload';

let programs: BundledPrograms;
let folder = '';
let services: IoServices;
let place: Workplace;
const clock = createClock();

beforeAll(async () => {
  programs = await bundlePrograms('entry/http-server', 'entry/database-worker', 'entry/blocking-request');
  folder = mkdtempSync(join(tmpdir(), 'calibration-'));
  const options = { folder, database: true, programs: programs.folder, connections: 1 };
  services = await openIoServices(options, (error) => {
    throw error;
  });
  place = { worker: 'calibration', folder, services: services.address };
}, 60_000);
afterAll(async () => {
  await services.close();
  rmSync(folder, { recursive: true, force: true });
  programs.remove();
});

const calibrate = (operation: Operation, wantedMs: number, by: RunClock = clock) =>
  calibrateOperation('task', operation, wantedMs, place, by, programs.folder);

function stepOf(operation: Operation, units: number, seed: number): Step {
  const named = { task: 't', seed };
  switch (operation) {
    case 'file':
      return { ...named, kind: 'file', bytes: units };
    case 'database':
      return { ...named, kind: 'database', roundTripMs: 0, rows: units };
    case 'pbkdf2':
    case 'zlib':
      return { ...named, kind: 'threadpool', operation, units };
    default:
      return { ...named, kind: 'compute', kernel: operation, iterations: units };
  }
}

/** Median of 9 executions, after two that warm up. */
async function executeMs(operation: Operation, units: number): Promise<number> {
  const workloads = createWorkloads(place, programs.folder);
  const times = Array.from({ length: 11 }, (_, seed) => {
    const step = stepOf(operation, units, seed);
    const start = performance.now();
    (workloads[step.kind] as Workload).sync(step, {
      busy: () => undefined,
      blocked: () => undefined,
      idle: () => undefined,
    });
    return performance.now() - start;
  });
  await workloads.close();
  return median(times.slice(2));
}

/** A clock by which each execution takes what the script says, in milliseconds. */
function scripted(script: readonly number[]): RunClock {
  let nowNs = 0;
  let calls = 0;
  return {
    originNs: 0n,
    now() {
      // Read before and after each execution.
      if (calls++ % 2 === 1) nowNs += (script[(calls - 2) / 2] ?? NaN) * 1e6;
      return nowNs;
    },
  };
}

describe('calibrateOperation', () => {
  it.each<[Operation, string, number]>([
    ['knead', 'iterations', 4],
    ['mandelbrot', 'rows', 4],
    ['chase', 'steps', 4],
    ['pbkdf2', 'iterations', 4],
    ['pbkdf2', 'iterations', 0.1],
    ['zlib', 'bytes', 4],
    ['zlib', 'bytes', 0.2],
    ['file', 'bytes', 40],
    ['database', 'table-rows', 8],
    ['knead', 'iterations', 200],
    ['database', 'table-rows', 200],
  ])('finds how much of %s, in %s, takes %d ms', { timeout: 30_000, retry: 2 }, async (operation, unit, wantedMs) => {
    const calibration = await calibrate(operation, wantedMs);
    expect(v.parse(workloadCalibrationSchema, calibration)).toEqual(calibration);
    expect(calibration).toMatchObject({ name: 'task', operation, unit, wantedMs });
    // Wide, and with another try: other programs may share the cores, and a disk does what it likes.
    const tookMs = await executeMs(operation, calibration.units);
    expect(tookMs).toBeGreaterThan(wantedMs / 5);
    expect(tookMs).toBeLessThan(wantedMs * 5);
  });

  it.each<[Operation, number]>([
    ['mandelbrot', 1],
    ['file', 4096],
    ['database', 1],
    ['pbkdf2', 1],
  ])('gives the smallest size of %s where even that takes longer', async (operation, smallest) => {
    expect((await calibrate(operation, 0.000_001)).units).toBe(smallest);
  });

  it('tries at least three sizes where there is a floor', async () => {
    const { samples } = await calibrate('file', 0.000_001);
    expect([...new Set(samples.map(({ units }) => units))]).toEqual([4096, 16_384, 65_536]);
    expect(samples.length).toBeGreaterThanOrEqual(15);
  });

  it('interpolates between sizes, whatever a smaller one says that was disturbed', async () => {
    // By this clock: 1 ms to warm up, then each size sixteen times, because it is short.
    const clockOf = scripted([1, ...[3, 2, 4].flatMap((ms) => Array<number>(16).fill(ms))]);
    expect((await calibrate('file', 3, clockOf)).units).toBe((16_384 + 65_536) / 2);
  });

  it('goes on from the last two sizes, beyond 50 ms', async () => {
    const clockOf = scripted([1, ...Array<number>(32).fill(2), ...Array<number>(6).fill(50)]);
    expect((await calibrate('file', 98, clockOf)).units).toBe(65_536 + 49_152);
  });

  it('takes the median for a kernel, once two executions in a row take 20 ms', async () => {
    const clockOf = scripted([1, 25, 5, 25, 25, 10, 20, 30, 20, 20, 900, 1]);
    expect(await calibrate('knead', 50, clockOf)).toMatchObject({
      units: 5,
      samples: [10, 20, 30, 20, 20, 900, 1].map((ms) => ({ units: 2, durationNs: ms * 1e6 })),
    });
  });

  it('corrects a small size of a kernel by executions of that size', async () => {
    const clockOf = scripted([1, 25, 25, ...Array<number>(7).fill(25), ...Array<number>(15).fill(0.004)]);
    const { units, samples } = await calibrate('knead', 0.001, clockOf);
    // 25 ms for one: never less than one, even though that takes four times too long.
    expect(units).toBe(1);
    expect(samples).toHaveLength(22);
    // Eight units take 40 ms, but two of them alone 5 ms and not 10.
    const cached = scripted([1, 5, 5, 5, 25, 25, ...Array<number>(7).fill(40), ...Array<number>(15).fill(5)]);
    expect((await calibrate('knead', 10, cached)).units).toBe(4);
  });

  it('fails as the workload fails', async () => {
    const nowhere = { ...place, folder: join(folder, 'missing') };
    await expect(calibrateOperation('task', 'file', 1, nowhere, clock, programs.folder)).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});
