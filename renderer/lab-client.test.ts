import { afterEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import { LabError } from '@core/ipc/envelope';
import { monitorPortMessage } from '@core/ipc/names';
import { asLabError, call, onMonitorPort, subscribe } from './lab-client';
import { answer, installFakeLab, refusal } from './testing/fake-lab';

describe('call', () => {
  it('gives back the bare answer and passes the input on', async () => {
    const lab = installFakeLab({ 'runs.start': () => answer({ id: '20250101T000000Z-00000001' }) });
    const request = {
      experiment: 'eggs-and-toast',
      preset: 'quick',
      prediction: { status: 'skipped', frozenAt: '2025-01-01T00:00:00Z' },
    } as const;
    await expect(call('runs.start', request)).resolves.toEqual({ id: '20250101T000000Z-00000001' });
    expect(lab.made).toEqual([{ name: 'runs.start', input: request }]);
  });

  it('throws a LabError with the code that main sent', async () => {
    installFakeLab({ 'records.remove': () => refusal('no-such-record', 'It is gone.') });
    const failure: unknown = await call('records.remove', { id: 'x' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LabError);
    expect(failure).toMatchObject({ code: 'no-such-record', message: 'It is gone.' });
  });
});

describe('subscribe', () => {
  it('hears until its end is called', () => {
    const lab = installFakeLab();
    const listener = vi.fn();
    const end = subscribe('app.command', listener);
    lab.emit('app.command', 'palette');
    end();
    lab.emit('app.command', 'monitor');
    expect(listener.mock.calls).toEqual([['palette']]);
  });

  it('ends together with its scope', () => {
    const lab = installFakeLab();
    const scope = effectScope();
    scope.run(() => subscribe('runs.changed', () => undefined));
    expect(lab.listenerCount('runs.changed')).toBe(1);
    scope.stop();
    expect(lab.listenerCount('runs.changed')).toBe(0);
  });
});

describe('onMonitorPort', () => {
  const ends: (() => void)[] = [];
  afterEach(() => ends.splice(0).forEach((end) => end()));

  function send(data: unknown, source: Window | null, ports: readonly MessagePort[]): void {
    const event = new Event('message');
    Object.assign(event, { data, source, ports });
    window.dispatchEvent(event);
  }

  function listen(): MessagePort[] {
    const heard: MessagePort[] = [];
    ends.push(onMonitorPort((port) => heard.push(port)));
    return heard;
  }

  const port = {} as MessagePort;

  it('takes one port from this window under the agreed name', () => {
    const heard = listen();
    send({ type: monitorPortMessage }, window, [port]);
    expect(heard).toEqual([port]);
  });

  it.each([
    ['another window', { type: monitorPortMessage }, null, [port]],
    ['another name', { type: 'something-else' }, window, [port]],
    ['no port', { type: monitorPortMessage }, window, []],
    ['two ports', { type: monitorPortMessage }, window, [port, port]],
    ['no object', 'lab:monitor-port', window, [port]],
    ['nothing', null, window, [port]],
  ])('ignores a message with %s', (_what, data, source, ports) => {
    const heard = listen();
    send(data, source, ports);
    expect(heard).toEqual([]);
  });
});

describe('asLabError', () => {
  it('keeps a LabError and wraps everything else with its text', () => {
    const original = new LabError('disk-full', 'Full.');
    expect(asLabError(original)).toBe(original);
    expect(asLabError(new TypeError('odd'))).toMatchObject({ code: 'internal', message: 'odd' });
    expect(asLabError('odd')).toMatchObject({ code: 'internal', message: 'odd' });
  });
});
