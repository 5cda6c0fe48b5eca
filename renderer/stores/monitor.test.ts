import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { monitorPortMessage } from '@core/ipc/names';
import { loadSample } from '../charts/load-samples.fixture';
import { answer, installFakeLab, refusal } from '../testing/fake-lab';

import { useMonitorStore } from './monitor';

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
