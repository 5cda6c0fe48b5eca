import { expect, it } from 'vitest';
import { parseHostPort } from './host-port';

it('reads what comes with a port, and nothing else', () => {
  const about = { type: 'lab:host-port', host: 'renderer', worker: 'renderer/host', pid: 12 };
  expect(parseHostPort(about)).toEqual(about);
  for (const other of [
    null,
    { ...about, type: 'lab:monitor-port' },
    { ...about, host: 'main' },
    { ...about, worker: '../x' },
    { ...about, pid: -1 },
  ]) {
    expect(parseHostPort(other)).toBeUndefined();
  }
});
