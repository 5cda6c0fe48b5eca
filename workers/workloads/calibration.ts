import { kernels } from '@core/kernels/kernel-catalogue';
import type { KernelId } from '@core/kernels/kernel-catalogue';
import type { PoolOperation } from '@core/experiments/workbench/choice';
import type { WorkloadCalibration } from '@core/record/events';
import { median } from '@core/statistics/quantile';
import type { Step } from '@core/protocol/step';
import type { RunClock } from '../measurement/clock';
import { programsFolder } from '../services/programs';
import type { Marks, Workload, Workplace, WorkloadTable } from './workload';
import { createWorkloads } from './workload-table';

/** What can be sized: a kernel, an operation of the libuv pool, a file or a query. */
export type Operation = KernelId | PoolOperation | 'file' | 'database';

type Sample = WorkloadCalibration['samples'][number];

/** One synchronous execution, each from another seed. @returns nanoseconds */
type Measure = (units: number) => number;

/** Sizes that are tried: the smallest, and each four times the one before, up to the largest. */
interface Ladder {
  readonly smallest: number;
  readonly largest: number;
}

const units: Readonly<Record<Operation, WorkloadCalibration['unit']>> = {
  knead: 'iterations',
  mandelbrot: 'rows',
  chase: 'steps',
  pbkdf2: 'iterations',
  zlib: 'bytes',
  file: 'bytes',
  database: 'table-rows',
};

const ladders: Readonly<Record<Exclude<Operation, KernelId>, Ladder>> = {
  pbkdf2: { smallest: 1, largest: 2 ** 30 },
  zlib: { smallest: 64, largest: 2 ** 28 },
  // Below a page of the disk nothing gets smaller.
  file: { smallest: 4096, largest: 2 ** 28 },
  database: { smallest: 1, largest: 2 ** 32 },
};

const kernelSampleMs = 20;
const kernelSamples = 7;
const ladderSamples = 5;
/** Short executions are disturbed more easily, and cost little. */
const shortMs = 5;
const shortSamples = 15;
/** The ladder ends here: how time grows with size has been seen. */
const ladderTopMs = 50;

/**
 * Finds how many units one task must have to take the wanted time when it is executed alone and synchronously, in the
 * calling thread. To be called outside timed sections, at normal priority. What the time contains: for a kernel, an
 * operation of the pool or a file all of the step; for a query the request of a blocked worker over the loopback with a
 * round trip of 0: helper thread, HTTP, the way to the database thread, reading and summing.
 *
 * Kernels, whose time is proportional to their units: the units are doubled until two executions take 20 ms each, which also
 * lets the compiler optimise it; then the median of 7 executions. A size below that is corrected by the median of 15
 * executions of its own, because the memory kernel finds more of a small task in the cache. All others have a floor (setting up a stream, a flush
 * to the device, a round trip): medians of 5 executions (15 below 5 ms) at sizes that grow fourfold, at least three; a
 * median above that of a larger size is disturbed and lowered to it; linear between sizes, and beyond 50 ms on from the
 * last two.
 * @param name under which the run stores the units
 * @param wantedMs time of one execution, > 0; where even the smallest size takes longer, that size is the result
 * @throws Error as the workload throws it
 */
export async function calibrateOperation(
  name: string,
  operation: Operation,
  wantedMs: number,
  place: Workplace,
  clock: RunClock,
  programs = programsFolder(),
): Promise<WorkloadCalibration> {
  const workloads = createWorkloads(place, programs);
  try {
    let seed = 0;
    const measure: Measure = (size) => timed(stepFor(operation, size, ++seed), workloads, clock);
    const result = isKernel(operation)
      ? sizeKernel(measure, wantedMs)
      : sizeByLadder(measure, wantedMs, ladders[operation]);
    return { name, operation, unit: units[operation], wantedMs, ...result };
  } finally {
    await workloads.close();
  }
}

function isKernel(operation: Operation): operation is KernelId {
  return operation in kernels;
}

function stepFor(operation: Operation, size: number, seed: number): Step {
  const common = { task: 'calibration', seed };
  if (isKernel(operation)) return { ...common, kind: 'compute', kernel: operation, iterations: size };
  if (operation === 'file') return { ...common, kind: 'file', bytes: size };
  if (operation === 'database') return { ...common, kind: 'database', roundTripMs: 0, rows: size };
  return { ...common, kind: 'threadpool', operation, units: size };
}

const noMarks: Marks = { busy: () => undefined, blocked: () => undefined, idle: () => undefined };

function timed(step: Step, workloads: WorkloadTable, clock: RunClock): number {
  // The table has the workload of each kind under the kind's own name.
  const workload = workloads[step.kind] as Workload;
  const start = clock.now();
  workload.sync(step, noMarks);
  return clock.now() - start;
}

interface Sized {
  readonly units: number;
  readonly samples: Sample[];
}

function sizeKernel(measure: Measure, wantedMs: number): Sized {
  let size = 1;
  // The first call may also make the table that the memory kernel runs through.
  measure(size);
  const isShort = (): boolean => measure(size) < kernelSampleMs * 1e6;
  // Twice, because a disturbance can make one execution long before the compiler has seen enough of them.
  while ((isShort() || isShort()) && size < 2 ** 40) size *= 2;
  const samples = samplesAt(size, kernelSamples, measure);
  const rough = scaled(size, wantedMs, medianMs(samples));
  if (wantedMs >= kernelSampleMs) return { units: rough, samples };
  const own = samplesAt(rough, shortSamples, measure);
  return { units: scaled(rough, wantedMs, medianMs(own)), samples: [...samples, ...own] };
}

function scaled(size: number, wantedMs: number, tookMs: number): number {
  return Math.max(1, Math.round((size * wantedMs) / tookMs));
}

function sizeByLadder(measure: Measure, wantedMs: number, { smallest, largest }: Ladder): Sized {
  const samples: Sample[] = [];
  const points: Point[] = [];
  // Not part of the calibration: opens connections, starts threads, generates input.
  measure(smallest);
  for (let size = smallest; size <= largest; size *= 4) {
    const firstMs = measure(size) / 1e6;
    const taken = samplesAt(size, firstMs < shortMs ? shortSamples : ladderSamples, measure);
    const ms = medianMs(taken);
    samples.push(...taken);
    points.push({ size, ms });
    if (points.length >= 3 && ms >= Math.min(wantedMs, ladderTopMs)) break;
  }
  const size = Math.round(sizeAt(wantedMs, monotone(points)));
  return { units: Math.min(largest, Math.max(smallest, size)), samples };
}

/** Disturbances only make times longer: no size can take longer than a larger one. */
function monotone(points: readonly Point[]): Point[] {
  return points.map(({ size }, index) => ({ size, ms: Math.min(...points.slice(index).map(({ ms }) => ms)) }));
}

interface Point {
  readonly size: number;
  readonly ms: number;
}

/** Linear between the two points around the wanted time, or along the line of the last two. */
function sizeAt(wantedMs: number, points: readonly Point[]): number {
  const above = points.findIndex(({ ms }) => ms >= wantedMs);
  if (above === 0) return points[0]?.size ?? 0;
  const index = above === -1 ? points.length - 1 : above;
  const [low, high] = [points[index - 1], points[index]];
  if (!low || !high) return 0;
  const msPerUnit = (high.ms - low.ms) / (high.size - low.size);
  // A size that costs nothing more: the larger one is as near as it gets.
  return msPerUnit === 0 ? high.size : low.size + (wantedMs - low.ms) / msPerUnit;
}

function samplesAt(size: number, times: number, measure: Measure): Sample[] {
  return Array.from({ length: times }, () => ({ units: size, durationNs: measure(size) }));
}

function medianMs(samples: readonly Sample[]): number {
  return median(samples.map(({ durationNs }) => durationNs)) / 1e6;
}
