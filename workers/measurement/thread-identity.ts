import { readlinkSync } from 'node:fs';
import os from 'node:os';

/** Operating-system id of the calling thread; null where the system does not tell (`/proc/thread-self` is Linux). */
export function threadId(): number | null {
  try {
    const id = Number(readlinkSync('/proc/thread-self').split('/').pop());
    return Number.isSafeInteger(id) ? id : null;
  } catch {
    return null;
  }
}

const lowestPriority = 19;

/**
 * Lowers the calling thread's priority by 5 (Linux: this thread only; elsewhere the whole process).
 * @returns the nice value read back, null if it cannot be read
 */
export function lowerOwnPriority(): number | null {
  try {
    os.setPriority(0, Math.min(lowestPriority, os.getPriority(0) + 5));
  } catch {
    // refused by the system: the value read back below says so, and the run carries a warning
  }
  return ownPriority();
}

/** The nice value of the calling thread (Linux) or its process; null if it cannot be read. */
export function ownPriority(): number | null {
  try {
    return os.getPriority(0);
  } catch {
    return null;
  }
}
