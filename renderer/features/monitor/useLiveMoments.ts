import { shallowRef, watch } from 'vue';
import type { ShallowRef } from 'vue';
import { delayRateHz } from '@core/ipc/monitor';
import type { SeriesName } from './details-history';
import { peaks } from './moment-series';
import type { Moment } from './moment-series';
import { useDetailsStore } from './details-store';
import { useMonitorStore } from './monitor-store';

/** Points that a line may have on the screen. */
const mostDrawn = 240;

/** Seconds of which one point of a line is the largest value; 0 where every point is drawn. */
export function binSecondsOf(seconds: number): number {
  return seconds * delayRateHz > mostDrawn ? seconds / mostDrawn : 0;
}

export interface ShownMoments {
  /** The moment at the right edge of the time axis, on the monitor's clock. */
  readonly newest: number;
  readonly lines: readonly (readonly Moment[])[];
  /** The newest value of each line; undefined if it has none that is newer than two seconds. */
  readonly current: readonly (number | undefined)[];
}

export interface LiveMomentsInput {
  readonly names: readonly SeriesName[];
  readonly seconds: () => number;
  readonly isPaused: () => boolean;
  readonly divideBy?: number;
  /**
   * At which samples of the machine's load the lines move on: those whose number leaves `rest` when divided by `every`.
   * Charts of one page take turns, so that no sample draws them all.
   */
  readonly turn: { readonly every: number; readonly rest: number };
}

const staleSeconds = 2;

/**
 * What the lines of a chart show at present. Follows the samples of the machine's load, all charts on one time axis;
 * stands still while paused.
 */
export function useLiveMoments({ names, seconds, isPaused, divideBy = 1, turn }: LiveMomentsInput): {
  readonly shown: Readonly<ShallowRef<ShownMoments>>;
} {
  const details = useDetailsStore();
  const monitor = useMonitorStore();
  let newest = 0;
  const shown = shallowRef(read());

  watch([() => Math.floor((monitor.version - turn.rest) / turn.every), isPaused, seconds], () => {
    if (!isPaused() || shown.value.lines.length === 0) newest = monitor.series.points.at(-1)?.seconds ?? 0;
    shown.value = read();
  });

  return { shown };

  function read(): ShownMoments {
    newest ||= monitor.series.points.at(-1)?.seconds ?? 0;
    const bin = binSecondsOf(seconds());
    const lines = names.map((name) => {
      const points = details.history.series[name].since(newest - seconds());
      const until = points.filter((point) => point.seconds <= newest);
      const scaled =
        divideBy === 1 ? until : until.map((one) => ({ seconds: one.seconds, value: one.value / divideBy }));
      return peaks(scaled, bin);
    });
    const current = lines.map((points) => {
      const last = points.at(-1);
      return last && last.seconds > newest - staleSeconds ? last.value : undefined;
    });
    return { newest, lines, current };
  }
}
