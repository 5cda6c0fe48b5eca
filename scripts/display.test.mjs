import { once } from 'node:events';
import { createServer } from 'node:net';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { displayRefuses } from './display.mjs';

const accepted = 1;
const failed = 0;
const number = 40_000 + (process.pid % 20_000);
const noKey = { DISPLAY: `:${number}`, XAUTHORITY: '/nowhere/Xauthority' };

/**
 * An X server that answers the opening of every client with this.
 * @param {number} answer
 * @param {() => Promise<void>} work
 */
async function withServer(answer, work) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.write(Buffer.from([answer, 0, 11, 0, 0, 0, 0, 0])));
  });
  server.listen(`\0/tmp/.X11-unix/X${number}`);
  await once(server, 'listening');
  try {
    await work();
  } finally {
    server.close();
  }
}

describe.runIf(process.platform === 'linux')('a display', () => {
  it('that turns away who has no key refuses', async () => {
    await withServer(failed, async () => {
      expect(await displayRefuses(noKey)).toBe(true);
    });
  });

  it('that lets everybody in does not', async () => {
    await withServer(accepted, async () => {
      expect(await displayRefuses(noKey)).toBe(false);
    });
  });

  it('is not asked where there is a key, or Wayland', async () => {
    await withServer(failed, async () => {
      expect(await displayRefuses({ ...noKey, XAUTHORITY: import.meta.filename })).toBe(false);
      expect(await displayRefuses({ ...noKey, WAYLAND_DISPLAY: 'wayland-0' })).toBe(false);
    });
  });

  it('that is not there is another matter', async () => {
    expect(await displayRefuses(noKey)).toBe(false);
    expect(await displayRefuses({})).toBe(false);
  });
});
