import { createRandom } from '@core/statistics/random';

/** A block of bytes that every worker makes alike; the seed of a task chooses where in it the task's input begins. */
export type ByteBlock = Buffer<ArrayBuffer>;

/** Length of one period of the text: four times what `deflate` remembers, so that it does not notice the repetition. */
const textBytes = 2 ** 17;
const randomBytes = 2 ** 20;

/** Random bytes: no file system and no device can make them smaller. */
export function randomPeriod(): ByteBlock {
  const random = createRandom(40_013);
  const words = new Uint32Array(randomBytes / 4);
  for (let index = 0; index < words.length; index++) words[index] = random.integer(2 ** 32);
  return Buffer.from(words.buffer);
}

/** Words of 3 to 9 letters with spaces between them, short numbers of words being common: deflates to about a half. */
export function textPeriod(): ByteBlock {
  const random = createRandom(40_031);
  const letter = (): string => String.fromCharCode(97 + random.integer(26));
  const words = Array.from({ length: 2048 }, () => Array.from({ length: 3 + random.integer(7) }, letter).join(''));
  const text = Buffer.alloc(textBytes, ' ');
  for (let at = 0; at < textBytes;) {
    // Of two numbers the smaller: the first words of the list come up more often than the last.
    const word = words[Math.min(random.integer(words.length), random.integer(words.length))] ?? '';
    at += text.write(word, at, 'latin1') + 1;
  }
  return text;
}

/**
 * A block that repeats its period until an input of `bytes` can begin anywhere in the first one.
 * @param bytes a whole number >= 0
 */
export function extended(period: ByteBlock, bytes: number): ByteBlock {
  return Buffer.alloc(period.length + bytes, period);
}

/** The checksum of no bytes. */
export const checksumStart = 0x811c9dc5;

/** Where in the period the input of a task begins. */
export function startOf(seed: number, period: ByteBlock): number {
  return (Math.imul(seed, 0x9e3779b1) >>> 8) % period.length;
}

/**
 * FNV-1a, one step per 32-bit word and then per remaining byte. Words are read in the order of the machine's bytes, which
 * is little-endian on every machine that Electron runs on.
 * @param before the checksum so far, where bytes come in pieces (each a multiple of 4 long but the last)
 * @returns an unsigned 32-bit checksum
 */
export function checksumOf(bytes: Uint8Array, before = checksumStart): number {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >>> 2);
  let checksum = before | 0;
  for (const word of words) checksum = Math.imul(checksum ^ word, 0x01000193);
  for (const byte of aligned.subarray(words.length * 4)) checksum = Math.imul(checksum ^ byte, 0x01000193);
  return checksum >>> 0;
}
