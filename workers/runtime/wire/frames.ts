// Messages as bytes on a stream: what `child_process` calls advanced serialization, with large memory beside it.
import { Deserializer, Serializer } from 'node:v8';
import { isPlain } from './plain';

/**
 * One frame: length of the message and of the memory that belongs to it (both unsigned 32 bits, little endian; the highest bit of
 * the first is set where the message is JSON), the message by V8's structured clone serialization or as JSON, then the memory as
 * it is.
 */
export const headBytes = 8;
const jsonBit = 0x80000000;

/** Longest message, and most memory beside it, in bytes; what announces more is no frame of ours. */
export const longestMessage = 256 * 2 ** 20;
export const mostMemory = 2 ** 30;

const placeholder = Buffer.alloc(headBytes);

/**
 * The bytes of a message. Its memory is not copied here: it is to be written right behind them.
 * @param memoryBytes length of the memory that follows
 * @throws Error if the message cannot be cloned, RangeError if it or the memory is too long
 */
export function frameOf(message: unknown, memoryBytes = 0): Buffer {
  if (memoryBytes === 0 && isPlain(message)) return jsonFrameOf(message);
  const serializer = new Serializer();
  serializer.writeRawBytes(placeholder);
  serializer.writeHeader();
  serializer.writeValue(message);
  const bytes = serializer.releaseBuffer();
  const length = bytes.length - headBytes;
  if (length > longestMessage) throw new RangeError(`A message of ${length} bytes is too long to be sent.`);
  if (memoryBytes > mostMemory) throw new RangeError(`${memoryBytes} bytes are too many to be sent at once.`);
  bytes.writeUInt32LE(length, 0);
  bytes.writeUInt32LE(memoryBytes, 4);
  return bytes;
}

/** A small plain message is sooner text than V8's format: making a serializer costs more than what it writes. */
function jsonFrameOf(message: unknown): Buffer {
  const text = JSON.stringify(message);
  const bytes = Buffer.allocUnsafe(headBytes + 3 * text.length);
  const length = bytes.write(text, headBytes);
  bytes.writeUInt32LE(jsonBit + length, 0);
  bytes.writeUInt32LE(0, 4);
  return bytes.subarray(0, headBytes + length);
}

/** Takes a stream apart into messages. Whoever reads asks where the next bytes go, so that memory is written once. */
export interface FrameReader {
  /** Where the next bytes of the stream are to be read into; never empty. */
  readonly space: () => Uint8Array;
  /** `length` bytes were read into the beginning of what `space` gave. @throws RangeError if they are no frame of ours */
  readonly filled: (length: number) => void;
  /** Bytes that came in a buffer of their own. @throws RangeError if they are no frame of ours */
  readonly push: (chunk: Uint8Array) => void;
}

/**
 * @param onFrame called for every whole frame, in order, with the message and its memory (null where it has none)
 * @param longest of a message in bytes, asked at each frame: little is taken from who has not said yet who it is
 */
export function createFrameReader(
  onFrame: (message: unknown, memory: ArrayBuffer | null) => void,
  longest: () => number = () => longestMessage,
): FrameReader {
  let buffer: Buffer = Buffer.alloc(64 * 1024);
  let used = 0;
  /** The memory that is being read, with the message that it belongs to. */
  let memory: { readonly bytes: Uint8Array<ArrayBuffer>; got: number; readonly message: unknown } | undefined;

  function makeRoom(needed: number): void {
    if (buffer.length >= needed) return;
    const larger = Buffer.alloc(Math.max(needed, 2 * buffer.length));
    buffer.copy(larger, 0, 0, used);
    buffer = larger;
  }

  function tookMemory(length: number): void {
    if (!memory) return;
    memory.got += length;
    if (memory.got < memory.bytes.length) return;
    const { message, bytes } = memory;
    memory = undefined;
    onFrame(message, bytes.buffer);
  }

  /** Takes whole frames out of the buffer. */
  function take(): void {
    let at = 0;
    while (used - at >= headBytes) {
      const head = buffer.readUInt32LE(at);
      const isJson = head >= jsonBit;
      const length = isJson ? head - jsonBit : head;
      const memoryBytes = buffer.readUInt32LE(at + 4);
      if (length > longest() || memoryBytes > mostMemory) throw new RangeError('What came is no message of the lab.');
      const end = at + headBytes + length;
      if (end > used) {
        makeRoom(headBytes + length);
        break;
      }
      const message = isJson
        ? (JSON.parse(buffer.toString('utf8', at + headBytes, end)) as unknown)
        : messageIn(buffer.subarray(at + headBytes, end));
      at = end;
      if (memoryBytes === 0) {
        onFrame(message, null);
        continue;
      }
      memory = { bytes: new Uint8Array(memoryBytes), got: 0, message };
      const here = Math.min(memoryBytes, used - at);
      memory.bytes.set(buffer.subarray(at, at + here));
      at += here;
      tookMemory(here);
      if (here < memoryBytes) break;
    }
    if (at > 0) buffer.copy(buffer, 0, at, used);
    used -= at;
  }

  function space(): Uint8Array {
    return memory ? memory.bytes.subarray(memory.got) : buffer.subarray(used);
  }

  function filled(length: number): void {
    if (memory) {
      tookMemory(length);
      return;
    }
    used += length;
    take();
    // There is always room for the beginning of the next frame.
    makeRoom(used + headBytes);
  }

  return {
    space,
    filled,
    push(chunk) {
      for (let at = 0; at < chunk.length;) {
        const room = space();
        const part = chunk.subarray(at, at + room.length);
        room.set(part);
        filled(part.length);
        at += part.length;
      }
    },
  };
}

/** @throws Error if these bytes are no message */
function messageIn(bytes: Uint8Array): unknown {
  const deserializer = new Deserializer(bytes);
  deserializer.readHeader();
  return deserializer.readValue() as unknown;
}
