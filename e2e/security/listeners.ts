import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';

/** One port on every address of this machine, by UDP and by TCP, that remembers who came. */
export interface Listeners {
  readonly port: number;
  /** This machine's addresses as they stand in a URL, loopback first. */
  readonly addresses: readonly string[];
  /** `udp` or `tcp` with the address that was called. */
  readonly heard: readonly string[];
  close(): Promise<void>;
}

export async function openListeners(): Promise<Listeners> {
  const heard: string[] = [];
  const found = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  // A link-local address needs its interface beside it, which a URL cannot name.
  const usable = found.filter(({ address }) => !address.toLowerCase().startsWith('fe80'));
  const hasVersion6 = usable.some(({ family }) => family === 'IPv6');
  const server = createServer((socket) => {
    heard.push(`tcp ${socket.localAddress?.replace('::ffff:', '') ?? ''}`);
    socket.on('error', () => undefined);
    // What nobody reads never ends, and the server would wait for it.
    socket.resume();
    socket.end();
  });
  server.listen(0, hasVersion6 ? '::' : '0.0.0.0');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sockets = [createSocket('udp4'), ...(hasVersion6 ? [createSocket({ type: 'udp6', ipv6Only: true })] : [])];
  for (const socket of sockets) {
    socket.on('message', (_message, from) => heard.push(`udp from ${from.address}`));
    socket.bind(port);
    await once(socket, 'listening');
  }
  return {
    port,
    addresses: usable.map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address)),
    heard,
    async close() {
      for (const socket of sockets) socket.close();
      server.close();
      await once(server, 'close');
    },
  };
}
