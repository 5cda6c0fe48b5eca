import { Agent, request as openRequest } from 'node:http';
import type { Socket } from 'node:net';
import type { ServiceAddress } from '@core/protocol/services';
import { pathOf, tokenHeader } from '../services/requests';
import type { ServiceRequest } from '../services/requests';
import { WorkloadError } from './workload-error';

/** Keep-alive connections to the loopback server. */
export interface HttpClient {
  /**
   * @param onReply called as soon as the reply begins, or has failed
   * @returns the body of the reply
   * @throws Error with the system's code (ECONNREFUSED, ECONNRESET), or a WorkloadError with the code of the server
   */
  request(request: ServiceRequest, onReply?: () => void): Promise<Buffer>;
  /** Most connections open at once since this was last asked: established ones, counted by their own events. */
  mostConnections(): number;
  /** Ends all connections. */
  close(): void;
}

/** More than the tasks that can be in flight: no connection is ever given up, and no task waits for one. */
const mostSockets = 1024;

export function createHttpClient({ port, token }: ServiceAddress): HttpClient {
  const agent = new Agent({ keepAlive: true, noDelay: true, maxSockets: mostSockets, maxFreeSockets: mostSockets });
  const headers = { [tokenHeader]: token };
  const known = new WeakSet<Socket>();
  let [open, most] = [0, 0];

  /** Once for every connection: from when it is established until it is closed. */
  function count(socket: Socket): void {
    if (known.has(socket)) return;
    known.add(socket);
    const opened = (): void => {
      open++;
      most = Math.max(most, open);
      socket.once('close', () => {
        open--;
      });
    };
    if (socket.connecting) socket.once('connect', opened);
    else opened();
  }

  return {
    request: (asked, onReply) =>
      new Promise((resolve, reject) => {
        const failed = (error: Error): void => {
          onReply?.();
          reject(error);
        };
        const outgoing = openRequest({ agent, host: '127.0.0.1', port, path: pathOf(asked), headers }, (incoming) => {
          onReply?.();
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.once('error', failed);
          incoming.once('end', () => {
            const body = Buffer.concat(chunks);
            if (incoming.statusCode === 200) resolve(body);
            else failed(refusal(body));
          });
        });
        outgoing.once('socket', count);
        outgoing.once('error', failed);
        outgoing.end();
      }),
    mostConnections() {
      const found = most;
      most = open;
      return found;
    },
    close: () => {
      agent.destroy();
    },
  };
}

/** The error that the server put into words. */
function refusal(body: Buffer): WorkloadError {
  try {
    const { code, message } = JSON.parse(body.toString('utf8')) as { readonly code: string; readonly message: string };
    return new WorkloadError(code, message);
  } catch {
    return new WorkloadError('BAD_REPLY', 'The loopback server sent something that is no reply of its own.');
  }
}
