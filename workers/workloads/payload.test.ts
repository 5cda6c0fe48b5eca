import { describe, expect, it } from 'vitest';
import { makePayload, payloadChecksum, releasePayload } from './payload';

describe('payloads', () => {
  it('have the same content however they are passed, another for another seed', () => {
    const [clone, shared, other] = [
      makePayload({ way: 'clone', bytes: 4096, seed: 7 }),
      makePayload({ way: 'shared', bytes: 4096, seed: 7 }),
      makePayload({ way: 'clone', bytes: 4096, seed: 8 }),
    ];
    expect(shared).toBeInstanceOf(SharedArrayBuffer);
    expect(clone).toBeInstanceOf(ArrayBuffer);
    expect(payloadChecksum(clone)).toBe(payloadChecksum(shared));
    expect(payloadChecksum(clone)).not.toBe(payloadChecksum(other));
  });

  it('are read to the last word', () => {
    const data = makePayload({ way: 'clone', bytes: 1024, seed: 1 });
    const before = payloadChecksum(data);
    const words = new Uint32Array(data);
    words[255] = (words[255] ?? 0) ^ 1;
    expect(payloadChecksum(data)).not.toBe(before);
  });

  it('have the checksum of FNV-1a over words', () => {
    // By hand: (0x811c9dc5 ^ 0) * 0x01000193 mod 2^32 = 0x050c5d1f.
    expect(payloadChecksum(new ArrayBuffer(4))).toBe(0x050c5d1f);
  });

  it('give their memory back; shared memory stays, and a second time does no harm', () => {
    const data = makePayload({ way: 'clone', bytes: 1024, seed: 1 });
    releasePayload(data);
    expect(data.byteLength).toBe(0);
    releasePayload(data);
    const shared = makePayload({ way: 'shared', bytes: 1024, seed: 1 });
    releasePayload(shared);
    expect(shared.byteLength).toBe(1024);
  });

  it('are freed at once: their memory comes back without a garbage collection', () => {
    const bytes = 16 * 2 ** 20;
    const before = process.memoryUsage().rss;
    let most = 0;
    for (let n = 0; n < 40; n++) {
      releasePayload(makePayload({ way: 'clone', bytes, seed: n }));
      most = Math.max(most, process.memoryUsage().rss - before);
    }
    // 640 MiB were made; kept ones would all be there.
    expect(most).toBeLessThan(8 * bytes);
  });

  it('share one memory for each size, written anew each time', () => {
    const [first, second] = [1, 2].map((seed) => makePayload({ way: 'shared', bytes: 2048, seed }));
    expect(second).toBe(first);
    expect(makePayload({ way: 'shared', bytes: 4096, seed: 1 })).not.toBe(first);
    const [asFirst, asSecond] = [1, 2].map((seed) => makePayload({ way: 'clone', bytes: 2048, seed }));
    expect(payloadChecksum(second ?? new ArrayBuffer(4))).toBe(payloadChecksum(asSecond ?? new ArrayBuffer(4)));
    expect(payloadChecksum(second ?? new ArrayBuffer(4))).not.toBe(payloadChecksum(asFirst ?? new ArrayBuffer(4)));
  });
});
