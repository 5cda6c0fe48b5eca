// The Web Worker of the page: a thread of its own inside the page's process. It is a guest of the lab process where it is
// given a port, otherwise it computes what the page asks for.
import { isKneadRequest, kneadAnswer } from './knead-request';
import { serveGuest } from './serve-guest';

addEventListener('message', ({ data, ports }: MessageEvent<unknown>) => {
  const [port] = ports;
  if (isKneadRequest(data)) {
    postMessage(kneadAnswer(data));
    return;
  }
  const pid = typeof data === 'object' && data !== null && 'pid' in data ? Number(data.pid) : 0;
  if (port) serveGuest(port, pid);
});
