import { delayRateHz } from '@core/ipc/monitor';
import type { DelaySample, LoadSample, ProcessesSample } from '@core/ipc/monitor';
import { processTree } from '@core/monitor/process-tree';
import type { ProcessTree } from '@core/monitor/process-tree';
import { ClockOffset, FrameWindows } from './frame-windows';
import { MomentSeries } from './moment-series';

/** Ten minutes, and room for a gap between any two points. */
const historySeconds = 600;
const limits = (rateHz: number): ConstructorParameters<typeof MomentSeries>[0] => ({
  historySeconds,
  mostPoints: 2 * rateHz * historySeconds,
  gapSeconds: 1.6 / rateHz,
});
/** Shares of a core are taken over about this long: one tick of 10 ms is then half a percent. In ms. */
const shareMs = 2_000;
const toleranceMs = 100;

/** Series that the page draws beside the load of the cores, each on the monitor's clock. */
export const seriesNames = ['main', 'lab', 'frames', 'memoryUsed', 'memoryApp'] as const;
export type SeriesName = (typeof seriesNames)[number];

/** What the page knows about processes and delays, in bounded memory; ms for delays and frames, bytes for memory. */
export class DetailsHistory {
  readonly series: Readonly<Record<SeriesName, MomentSeries>> = {
    main: new MomentSeries(limits(delayRateHz)),
    lab: new MomentSeries(limits(delayRateHz)),
    frames: new MomentSeries(limits(delayRateHz)),
    memoryUsed: new MomentSeries(limits(4)),
    memoryApp: new MomentSeries(limits(delayRateHz)),
  };
  #recent: ProcessesSample[] = [];
  #frames = new FrameWindows();
  #offset = new ClockOffset();
  #lastAtMs = 0;
  #total = 0;

  /** Samples of processes that are kept, and the newest of them. */
  get recent(): readonly ProcessesSample[] {
    return this.#recent;
  }

  /** Bytes of the machine's memory. */
  get memoryTotal(): number {
    return this.#total;
  }

  takeLoad({ atMs, memoryUsedBytes, memoryTotalBytes }: LoadSample, pageMs: number): void {
    // A restarted monitor has a new clock: the old times mean nothing on it.
    if (atMs < this.#lastAtMs) this.#beginAnew();
    this.#lastAtMs = atMs;
    this.#offset.arrived(atMs, pageMs);
    this.#total = memoryTotalBytes;
    this.series.memoryUsed.add(atMs / 1000, memoryUsedBytes);
  }

  takeProcesses(sample: ProcessesSample): void {
    if (sample.sequence <= (this.#recent.at(-1)?.sequence ?? -1)) this.#recent = [];
    const oldest = sample.atMs - shareMs - toleranceMs;
    this.#recent = [...this.#recent.filter(({ atMs }) => atMs >= oldest), sample];
    const known = sample.processes.map(({ memoryBytes }) => memoryBytes).filter((bytes) => bytes !== null);
    if (known.length > 0)
      this.series.memoryApp.add(
        sample.atMs / 1000,
        known.reduce((sum, bytes) => sum + bytes, 0),
      );
  }

  takeDelay({ of, atMs, longestMs }: DelaySample): void {
    this.series[of].add(atMs / 1000, longestMs);
  }

  takeFrame(pageMs: number, intervalMs: number): void {
    const longestMs = this.#frames.add(pageMs, intervalMs);
    const seconds = this.#offset.seconds(pageMs);
    if (longestMs !== undefined && seconds !== undefined && seconds >= 0) this.series.frames.add(seconds, longestMs);
  }

  /** The processes of the newest sample; undefined before the first. */
  tree(): ProcessTree | undefined {
    const newest = this.#recent.at(-1);
    const [oldest] = this.#recent;
    return newest && processTree(newest, oldest === newest ? undefined : oldest);
  }

  #beginAnew(): void {
    for (const name of seriesNames) this.series[name].clear();
    this.#recent = [];
    this.#offset = new ClockOffset();
    this.#frames = new FrameWindows();
  }
}
