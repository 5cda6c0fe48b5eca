import { describe, expect, it } from 'vitest';
import type { ProcessesSample } from '@core/ipc/monitor';
import { loadSample } from '../../charts/load-samples.fixture';
import { DetailsHistory, seriesNames } from './details-history';

function processes(sequence: number, cpuSeconds: number): ProcessesSample {
  const one = { pid: 7, role: 'main', detail: '', cpuSeconds, memoryBytes: 1e6, threads: [] } as const;
  return { type: 'processes', sequence, atMs: 500 * sequence, source: 'proc', processes: [{ ...one, threads: [] }] };
}

describe('DetailsHistory', () => {
  it('takes shares over the last two seconds, not over the last sample alone', () => {
    const history = new DetailsHistory();
    // Half a core: 0.25 s in every half second, until it stops with the last sample.
    for (let n = 0; n <= 8; n++) history.takeProcesses(processes(n, 0.25 * Math.min(n, 7)));
    const tree = history.tree();
    expect(tree?.shareSeconds).toBe(2);
    expect(tree?.share).toBeCloseTo(0.375);
  });

  it('begins anew with a restarted monitor', () => {
    const history = new DetailsHistory();
    history.takeLoad(loadSample(100), 30_000);
    history.takeProcesses(processes(50, 1));
    history.takeDelay({ type: 'delay', of: 'main', atMs: 25_000, count: 1, medianMs: 1, longestMs: 2 });
    history.takeLoad(loadSample(1), 31_000);
    expect(history.series.main.points).toEqual([]);
    expect(history.tree()).toBeUndefined();
    history.takeProcesses(processes(0, 1));
    expect(history.recent).toHaveLength(1);
  });

  it('puts frames on the clock of the monitor, and shows a blocked page as a gap and one long interval', () => {
    const history = new DetailsHistory();
    history.takeLoad(loadSample(0, [0], 0), 1_000);
    for (let now = 1_000; now <= 2_000; now += 20) history.takeFrame(now, 20);
    history.takeFrame(4_000, 2_000);
    expect(history.series.frames.points).toEqual([
      { seconds: 0.5, value: 20 },
      { seconds: 1, value: 20 },
      { seconds: 2, value: Number.NaN },
      { seconds: 3, value: 2_000 },
    ]);
  });

  it('stays bounded through an hour of samples', () => {
    const history = new DetailsHistory();
    const sizes = (): number[] => [
      ...seriesNames.map((name) => history.series[name].points.length),
      history.recent.length,
    ];
    const hour = (from: number): void => {
      for (let n = from; n < from + 4 * 3_600; n++) {
        history.takeLoad(loadSample(n), 250 * n + 3);
        history.takeFrame(250 * n + 3, 16);
        if (n % 2 === 1) continue;
        history.takeProcesses(processes(n / 2, n / 1_000));
        history.takeDelay({ type: 'delay', of: 'main', atMs: 250 * n, count: 10, medianMs: 0.5, longestMs: 1 });
      }
    };
    hour(0);
    const after = sizes();
    expect(after).toEqual([1_201, 0, 1_201, 2_401, 1_201, 5]);
    hour(4 * 3_600);
    expect(sizes()).toEqual(after);
  });
});
