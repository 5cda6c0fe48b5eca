import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

/**
 * Titles of the windows that are shown on a local X display, read by the protocol itself: no program of the system is needed.
 * @param display for example `:99`
 * @returns none where the display does not answer (it may have ended meanwhile)
 */
export async function shownWindows(display: string): Promise<readonly string[]> {
  const number = /^:(\d+)/.exec(display)?.[1];
  if (number === undefined) return [];
  try {
    const name = `/tmp/.X11-unix/X${number}`;
    return await askForWindows(await connected(`\0${name}`).catch(() => connected(name)));
  } catch {
    return [];
  }
}

async function connected(path: string): Promise<Socket> {
  const socket = connect(path);
  await once(socket, 'connect');
  return socket;
}

const headerBytes = 32;
const viewable = 2;
const windowName = 39;

async function askForWindows(socket: Socket): Promise<readonly string[]> {
  const read = reader(socket);
  try {
    // Little-endian, version 11.0, no authorisation.
    socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    const start = await read(8);
    if (start[0] !== 1) return [];
    const setup = await read(start.readUInt16LE(6) * 4);
    const vendorBytes = Math.ceil(setup.readUInt16LE(16) / 4) * 4;
    const root = setup.readUInt32LE(headerBytes + vendorBytes + (setup[21] ?? 0) * 8);
    const titles: string[] = [];
    for (const window of words(await ask(socket, read, request(15, root)))) {
      if ((await ask(socket, read, request(3, window)))[26] !== viewable) continue;
      const name = await ask(socket, read, request(20, window, windowName, 0, 0, 64));
      titles.push(name.subarray(headerBytes, headerBytes + name.readUInt32LE(16)).toString('utf8'));
    }
    return titles;
  } finally {
    socket.destroy();
  }
}

function request(opcode: number, ...parts: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + parts.length * 4);
  bytes.writeUInt8(opcode, 0);
  bytes.writeUInt16LE(bytes.length / 4, 2);
  for (const [at, part] of parts.entries()) bytes.writeUInt32LE(part, 4 + at * 4);
  return bytes;
}

/** A reply, or an error of 32 bytes that reads as an empty one: the window has gone meanwhile. */
async function ask(socket: Socket, read: (bytes: number) => Promise<Buffer>, bytes: Buffer): Promise<Buffer> {
  socket.write(bytes);
  const head = await read(headerBytes);
  if (head[0] !== 1) return Buffer.alloc(headerBytes);
  return Buffer.concat([head, await read(head.readUInt32LE(4) * 4)]);
}

/** The windows of a QueryTree reply. */
function words(reply: Buffer): readonly number[] {
  return Array.from({ length: reply.readUInt16LE(16) }, (_, at) => reply.readUInt32LE(headerBytes + at * 4));
}

function reader(socket: Socket): (bytes: number) => Promise<Buffer> {
  let held = Buffer.alloc(0);
  let more: () => void = () => undefined;
  let gone = false;
  socket.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk]);
    more();
  });
  for (const event of ['close', 'error', 'timeout'] as const)
    socket.on(event, () => {
      gone = true;
      more();
    });
  socket.setTimeout(2_000);
  return async (bytes) => {
    while (held.length < bytes) {
      if (gone) throw new Error('the display is gone');
      await new Promise<void>((resolve) => (more = resolve));
    }
    const taken = held.subarray(0, bytes);
    held = held.subarray(bytes);
    return taken;
  };
}
