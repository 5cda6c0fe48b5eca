// A Web Worker of the page: a guest of the lab process on a thread of its own inside the page's process.
import { serveGuest } from './serve-guest';

addEventListener('message', ({ data, ports }: MessageEvent<unknown>) => {
  const [port] = ports;
  const pid = typeof data === 'object' && data !== null && 'pid' in data ? Number(data.pid) : 0;
  if (port) serveGuest(port, pid);
});
