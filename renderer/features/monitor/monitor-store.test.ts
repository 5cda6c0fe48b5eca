import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { monitorPortMessage } from '@core/ipc/names';
import { loadSample } from '../../charts/load-samples.fixture';
import { answer, installFakeLab, refusal } from '../../testing/fake-lab';
import { useDetailsStore } from './details-store';
import { useMonitorStore } from './monitor-store';

/** The page's end of a port, driven by hand. */
class FakePort {
  onmessage: ((message: { readonly data: unknown }) => void) | null = null;
  isClosed = false;
  start(): void {
    // Real ports hold messages back until then; this one has none.
  }
  close(): void {
    this.isClosed = true;
  }
}

function handOver(port: FakePort): void {
  const event = new Event('message');
  Object.assign(event, { data: { type: monitorPortMessage }, source: window, ports: [port] });
  window.dispatchEvent(event);
}

describe('monitor store', () => {
  beforeEach(() => setActivePinia(createPinia()));

  it('collects the samples of the port', () => {
    installFakeLab();
    const monitor = useMonitorStore();
    const port = new FakePort();
    handOver(port);
    expect(monitor.status).toBe('connected');
    port.onmessage?.({ data: loadSample(1) });
    port.onmessage?.({ data: loadSample(2) });
    expect(monitor.version).toBe(2);
    expect(monitor.series.points).toHaveLength(2);
  });

  it('counts what is no sample and draws none of it', () => {
    installFakeLab();
    const monitor = useMonitorStore();
    const port = new FakePort();
    handOver(port);
    const broken = [{ ...loadSample(1), perCore: [1.5] }, { ...loadSample(1), sequence: -1 }, 'load', null];
    for (const data of broken) port.onmessage?.({ data });
    expect(monitor.rejected).toBe(4);
    expect(monitor.version).toBe(0);
    expect(monitor.series.points).toEqual([]);
  });

  it('takes processes and delays, each only if it is exactly that', () => {
    installFakeLab();
    const monitor = useMonitorStore();
    const details = useDetailsStore();
    const port = new FakePort();
    handOver(port);
    const one = { pid: 7, role: 'main', detail: '', cpuSeconds: 1.5, memoryBytes: 1e6, threads: [] };
    const processes = { type: 'processes', sequence: 0, atMs: 500, source: 'proc', processes: [one] };
    const delay = { type: 'delay', of: 'main', atMs: 500, count: 10, medianMs: 0.5, longestMs: 3 };
    const thread = { tid: 8, role: 'worker', condition: 'threads', seat: 'egg', cpuSeconds: 1 };
    const broken = [
      { ...processes, source: 'guess' },
      { ...processes, processes: [{ ...one, cpuSeconds: -1 }] },
      { ...processes, processes: [{ ...one, role: 'cook' }] },
      { ...processes, processes: [{ ...one, pid: 0 }] },
      { ...processes, processes: [{ ...one, threads: [{ ...thread, tid: 1.5 }] }] },
      { ...processes, processes: [{ ...one, memoryBytes: Number.POSITIVE_INFINITY }] },
      { ...delay, of: 'page' },
      { ...delay, longestMs: Number.NaN },
      { ...delay, count: 0 },
      { type: 'pong', n: 1 },
    ];
    for (const data of broken) port.onmessage?.({ data });
    expect([monitor.rejected, details.processesVersion, details.delaysVersion]).toEqual([broken.length, 0, 0]);
    port.onmessage?.({ data: { ...processes, processes: [{ ...one, threads: [thread] }] } });
    port.onmessage?.({ data: delay });
    expect([monitor.rejected, details.processesVersion, details.delaysVersion]).toEqual([broken.length, 1, 1]);
    expect(details.history.tree()?.cpuSeconds).toBe(1.5);
    expect(details.history.series.main.points).toEqual([{ seconds: 0.5, value: 3 }]);
  });

  it('stays bounded through an hour of samples', () => {
    installFakeLab();
    const monitor = useMonitorStore();
    const port = new FakePort();
    handOver(port);
    for (let n = 0; n < 4 * 3_600; n++) port.onmessage?.({ data: loadSample(n) });
    expect(monitor.version).toBe(4 * 3_600);
    expect(monitor.series.points).toHaveLength(4 * 600 + 1);
  });

  it('closes the old port when a new one arrives', () => {
    installFakeLab();
    useMonitorStore();
    const [first, second] = [new FakePort(), new FakePort()];
    handOver(first);
    handOver(second);
    expect([first.isClosed, second.isClosed]).toEqual([true, false]);
  });

  it('says why the monitor cannot be reached, and tries again when asked', async () => {
    let fails = true;
    installFakeLab({
      'monitor.connect': () => (fails ? refusal('launch-failed', 'It did not start.') : answer(undefined)),
    });
    const monitor = useMonitorStore();
    await monitor.connect();
    expect([monitor.status, monitor.error?.message]).toEqual(['failed', 'It did not start.']);
    fails = false;
    await monitor.connect();
    expect([monitor.status, monitor.error]).toEqual(['waiting', undefined]);
  });
});
