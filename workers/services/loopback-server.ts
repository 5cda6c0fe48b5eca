import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRandom } from '@core/statistics/random';
import type { ServiceAddress } from '@core/protocol/services';
import { wholeMilliseconds } from '../workloads/whole-milliseconds';
import { requestOf, tokenHeader } from './requests';
import type { ServiceRequest } from './requests';

/** Answers a query. @returns the checksum of the rows */
export type Query = (rows: number, seed: number) => Promise<number>;

export interface LoopbackServer {
  readonly address: ServiceAddress;
  /** Ends all connections. Settles when the port is closed. */
  close(): Promise<void>;
}

const bodyWords = 32;

/**
 * Starts a server on a free port of 127.0.0.1 that answers only who knows its token. It never closes a connection by
 * itself: one that was made in the warm-up is there until the end of the run.
 * @param query null for a server without a database
 */
export async function startLoopbackServer(query: Query | null): Promise<LoopbackServer> {
  const token = randomBytes(16).toString('hex');
  const server = createServer({ noDelay: true, requestTimeout: 0, headersTimeout: 0 }, (incoming, outgoing) => {
    if (incoming.headers[tokenHeader] === token) serve(incoming, outgoing, query);
    else refuse(outgoing, 403, 'WRONG_TOKEN', 'This server answers the lab alone.');
  });
  server.keepAliveTimeout = 0;
  server.timeout = 0;
  server.maxRequestsPerSocket = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0, backlog: 1024 }, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: { port, token },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function serve({ method, url = '' }: IncomingMessage, outgoing: ServerResponse, query: Query | null): void {
  const request = method === 'GET' ? requestOf(url) : null;
  if (!request) {
    refuse(outgoing, 400, 'BAD_REQUEST', 'This is no request of the lab.');
    return;
  }
  const waitMs = wholeMilliseconds(request.kind === 'wait' ? request.latencyMs : request.roundTripMs);
  if (waitMs === 0) void answer(request, outgoing, query);
  else setTimeout(() => void answer(request, outgoing, query), waitMs);
}

async function answer(request: ServiceRequest, outgoing: ServerResponse, query: Query | null): Promise<void> {
  if (request.kind === 'wait') {
    finish(outgoing, 200, bodyFor(request.seed));
    return;
  }
  try {
    if (!query) throw new Error('This run has no database.');
    finish(outgoing, 200, String(await query(request.rows, request.seed)));
  } catch (error) {
    const { code, message } = error as Error & { readonly code?: unknown };
    refuse(outgoing, 500, typeof code === 'string' ? code : 'QUERY_FAILED', message);
  }
}

/** Bytes that depend on the seed, so that a reply that belongs to another request is found out. */
function bodyFor(seed: number): Buffer {
  const random = createRandom(seed);
  const words = Uint32Array.from({ length: bodyWords }, () => random.integer(2 ** 32));
  return Buffer.from(words.buffer);
}

function refuse(outgoing: ServerResponse, status: number, code: string, message: string): void {
  finish(outgoing, status, JSON.stringify({ code, message }));
}

function finish(outgoing: ServerResponse, status: number, body: string | Buffer): void {
  outgoing.writeHead(status, { 'Content-Length': Buffer.byteLength(body) });
  outgoing.end(body);
}
