import { origin } from '../window/app-protocol';

interface Frame {
  readonly url: string;
}

/** True for the main frame of a page of ours. Newer runtimes give null for a frame that has gone: not trusted. */
export function isTrustedFrame(frame: Frame | null | undefined, mainFrame: Frame): boolean {
  if (!frame || frame !== mainFrame) return false;
  try {
    // A custom scheme's `origin` is "null" in Node's URL: compare scheme and host.
    const { protocol, host } = new URL(frame.url);
    return `${protocol}//${host}` === origin;
  } catch {
    return false;
  }
}
