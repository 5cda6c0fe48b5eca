import { pbkdf2, pbkdf2Sync } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate, deflateSync } from 'node:zlib';
import type { PoolStep } from '@core/protocol/step';
import { checksumOf, extended, startOf, textPeriod } from './seeded-bytes';
import type { ByteBlock } from './seeded-bytes';
import type { Workload } from './workload';

const password = 'how do you like your eggs';
const keyBytes = 32;

const deflateInPool = promisify<Buffer, Buffer>(deflate);
const pbkdf2InPool = promisify(pbkdf2);

/**
 * Work that Node does in the caller's thread when asked synchronously, and in the libuv pool when asked asynchronously:
 * `pbkdf2` (SHA-256, salt from the seed) and `zlib` (deflate of text that shrinks to about a half).
 */
export function createThreadpoolWorkload(): Workload<PoolStep> {
  let period: ByteBlock | undefined;
  let text: ByteBlock | undefined;

  /** Cut out of one block: nothing is generated in a timed step, unless its size is larger than any before it. */
  function textFor(bytes: number, seed: number): Buffer {
    period ??= textPeriod();
    if (!text || text.length < period.length + bytes) text = extended(period, bytes);
    const start = startOf(seed, period);
    return text.subarray(start, start + bytes);
  }

  return {
    sync({ operation, units, seed }, marks) {
      marks.busy();
      return checksumOf(
        operation === 'zlib'
          ? deflateSync(textFor(units, seed))
          : pbkdf2Sync(password, saltOf(seed), units, keyBytes, 'sha256'),
      );
    },
    async async({ operation, units, seed }, marks) {
      marks.busy();
      const result =
        operation === 'zlib'
          ? deflateInPool(textFor(units, seed))
          : pbkdf2InPool(password, saltOf(seed), units, keyBytes, 'sha256');
      marks.idle();
      const bytes = await result.finally(() => {
        marks.busy();
      });
      return checksumOf(bytes);
    },
  };
}

function saltOf(seed: number): Buffer {
  const salt = Buffer.alloc(16, 'salt of the eggs');
  salt.writeUInt32LE(seed >>> 0);
  return salt;
}
