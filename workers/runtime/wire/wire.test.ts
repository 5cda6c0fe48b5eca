import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createExchange } from './exchange';
import { createFrameReader, frameOf, mostMemory } from './frames';
import { joinExchange } from './join';
import { createWire } from './wire';
import type { Wire } from './wire';

/** The bytes of a message and of its memory, as they are on the wire. */
function bytesOf(message: unknown, memory?: ArrayBuffer): Buffer {
  return Buffer.concat([frameOf(message, memory?.byteLength), new Uint8Array(memory ?? new ArrayBuffer(0))]);
}

describe('frames', () => {
  it('come out as they went in, however the stream is cut', () => {
    const messages = fc.array(
      fc.record({
        message: fc.record({ n: fc.integer(), text: fc.string({ maxLength: 200 }), list: fc.array(fc.double()) }),
        memory: fc.option(fc.uint8Array({ minLength: 1, maxLength: 5000 }), { nil: undefined }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        messages,
        fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1 }),
        fc.boolean(),
        (sent, cuts, pushes) => {
          const got: unknown[] = [];
          const reader = createFrameReader((message, memory) => {
            got.push({ message, memory: memory ? new Uint8Array(memory) : undefined });
          });
          const stream = Buffer.concat(
            sent.map(({ message, memory }) => bytesOf(message, memory && new Uint8Array(memory).buffer)),
          );
          for (let at = 0, cut = 0; at < stream.length; cut++) {
            const wanted = cuts[cut % cuts.length] ?? 1;
            if (pushes) {
              reader.push(stream.subarray(at, at + wanted));
              at += wanted;
            } else {
              // As the operating system does it: into the space that is offered, as much as fits.
              const space = reader.space();
              const part = stream.subarray(at, at + Math.min(wanted, space.length));
              space.set(part);
              reader.filled(part.length);
              at += part.length;
            }
          }
          expect(got).toEqual(sent.map(({ message, memory }) => ({ message, memory })));
        },
      ),
    );
  });

  it('refuse what is longer than any message, before room is made for it', () => {
    const reader = createFrameReader(() => undefined);
    const head = Buffer.alloc(8);
    head.writeUInt32LE(0xffffffff, 0);
    expect(() => {
      reader.push(head);
    }).toThrow('no message of the lab');
    expect(() => frameOf({}, mostMemory + 1)).toThrow(RangeError);
    expect(() => frameOf({ run: () => undefined })).toThrow('could not be cloned');
  });
});

describe('the exchange', () => {
  let folder: string;
  const wires: (Wire | undefined)[] = [];
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'exchange-'))));
  afterEach(() => {
    for (const wire of wires.splice(0)) wire?.close();
    rmSync(folder, { recursive: true });
  });

  function events() {
    return { connected: vi.fn<(wire: Wire) => void>(), received: vi.fn(), lost: vi.fn() };
  }

  it('joins a worker that knows its token; messages and memory arrive in order, one per turn', async () => {
    const exchange = createExchange(folder);
    const at = events();
    const way = await exchange.expect('worker-1', at);
    expect(way).not.toBeNull();
    const got: unknown[] = [];
    const there = await joinExchange('worker-1', way ?? { path: '', token: '' }, (message, memory) => {
      got.push(message, memory?.byteLength);
      // Who waited for the first message asks for the next one in a microtask.
      queueMicrotask(() => got.push('turn'));
    });
    wires.push(there);
    await vi.waitFor(() => {
      expect(at.connected).toHaveBeenCalledOnce();
    });
    const [here] = at.connected.mock.calls[0] ?? [];
    wires.push(here);
    const written = vi.fn();
    here?.send({ n: 1 });
    here?.send({ n: 2 }, new ArrayBuffer(5_000_000), written);
    here?.send({ n: 3 });
    await vi.waitFor(() => {
      expect(got).toEqual([{ n: 1 }, undefined, 'turn', { n: 2 }, 5_000_000, 'turn', { n: 3 }, undefined, 'turn']);
    });
    expect(written).toHaveBeenCalledOnce();
    there?.send({ n: 4 });
    await vi.waitFor(() => {
      expect(at.received).toHaveBeenCalledWith({ n: 4 });
    });
    there?.close();
    await vi.waitFor(() => {
      expect(at.lost).toHaveBeenCalledOnce();
    });
  });

  it('takes nobody with a wrong token, an unknown name, a second time, or with more than a greeting', async () => {
    const exchange = createExchange(folder);
    const at = events();
    const way = (await exchange.expect('worker-1', at)) ?? { path: '', token: '' };
    const ended = async (...said: readonly Uint8Array[]): Promise<void> => {
      const socket = connect(way.path);
      socket.on('error', () => undefined);
      const gone = new Promise((resolve) => socket.on('close', resolve));
      for (const bytes of said) socket.write(bytes);
      await gone;
    };
    await ended(bytesOf({ worker: 'worker-1', token: '0'.repeat(32) }));
    await ended(bytesOf({ worker: 'worker-2', token: way.token }));
    await ended(bytesOf('x'.repeat(5000)));
    await ended(Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'));
    expect(at.connected).not.toHaveBeenCalled();
    const socket = connect(way.path);
    const wire = createWire(socket);
    wires.push(wire);
    wire.send({ worker: 'worker-1', token: way.token });
    await vi.waitFor(() => {
      expect(at.connected).toHaveBeenCalledOnce();
    });
    await ended(bytesOf({ worker: 'worker-1', token: way.token }));
    expect(at.lost).not.toHaveBeenCalled();
    // Later bytes that are no message end the connection and are said.
    socket.write(Buffer.alloc(64, 0xff));
    await vi.waitFor(() => {
      expect(at.lost).toHaveBeenCalledOnce();
    });
  });

  it('leaves the relays in place where a socket cannot be made', async () => {
    expect(await createExchange(join(folder, 'not-there')).expect('worker-1', events())).toBeNull();
    expect(await createExchange(join(folder, 'x'.repeat(120))).expect('worker-1', events())).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
    expect(await joinExchange('worker-1', { path: join(folder, 'none'), token: '' }, () => undefined)).toBeUndefined();
  });
});
