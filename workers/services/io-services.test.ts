import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createHttpClient } from '../workloads/http-client';
import { openIoServices } from './io-services';
import type { IoServices } from './io-services';
import { tokenHeader } from './requests';
import { bundlePrograms } from './testing/bundle-programs';
import type { BundledPrograms } from './testing/bundle-programs';

let programs: BundledPrograms;
let folder = '';
let services: IoServices;

function fail(error: Error): void {
  throw error;
}

beforeAll(async () => {
  programs = await bundlePrograms('entry/http-server', 'entry/database-worker');
  folder = mkdtempSync(join(tmpdir(), 'io-services-'));
  services = await openIoServices({ folder, database: true, programs: programs.folder, connections: 2 }, fail);
}, 60_000);

afterAll(async () => {
  await services.close();
  rmSync(folder, { recursive: true, force: true });
  programs.remove();
});

interface Reply {
  readonly status: number | undefined;
  readonly body: string;
}

function get(path: string, token: string | null, host = '127.0.0.1', method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = token === null ? {} : { [tokenHeader]: token };
    const outgoing = request({ host, port: services.address.port, path, headers, method }, (incoming) => {
      let body = '';
      incoming.setEncoding('latin1').on('data', (chunk: string) => (body += chunk));
      incoming.once('end', () => {
        resolve({ status: incoming.statusCode, body });
      });
    });
    outgoing.once('error', reject);
    outgoing.end();
  });
}

describe('the loopback server', () => {
  it('refuses requests without its token', async () => {
    expect(services.address.token).toMatch(/^[0-9a-f]{32}$/);
    const wrong = services.address.token.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    for (const token of [null, '', wrong]) {
      expect((await get('/wait?ms=0&seed=1', token)).status).toBe(403);
    }
    expect((await get('/wait?ms=0&seed=1', services.address.token)).status).toBe(200);
  });

  it.each([
    ['/', 'GET'],
    ['/wait', 'GET'],
    ['/wait?ms=-1&seed=1', 'GET'],
    ['/wait?ms=1e9&seed=1', 'GET'],
    ['/wait?ms=1&seed=0.5', 'GET'],
    ['/query?ms=1&seed=1', 'GET'],
    ['/query?ms=1&seed=1&rows=x', 'GET'],
    ['/other?ms=1&seed=1', 'GET'],
    ['//[bad', 'GET'],
    ['/wait?ms=1&seed=1', 'POST'],
  ])('refuses %s as %s', async (path, method) => {
    expect((await get(path, services.address.token, '127.0.0.1', method)).status).toBe(400);
  });

  it('answers the same seed alike and other seeds differently', async () => {
    const { token } = services.address;
    const bodies = await Promise.all([1, 1, 2].map((seed) => get(`/wait?ms=0&seed=${seed}`, token)));
    expect(bodies[0]?.body).toHaveLength(128);
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]?.body).not.toBe(bodies[0]?.body);
  });

  it('keeps connections, without a limit of time', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const headers = { [tokenHeader]: services.address.token };
    const answer = (): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const options = { agent, host: '127.0.0.1', port: services.address.port, path: '/wait?ms=0&seed=1', headers };
        const outgoing = request(options, (incoming) => {
          incoming.resume().once('end', () => {
            // A server that will end idle connections says when.
            resolve({ reused: outgoing.reusedSocket, limit: incoming.headers['keep-alive'] });
          });
        });
        outgoing.once('error', reject).end();
      });
    expect(await answer()).toEqual({ reused: false, limit: undefined });
    expect(await answer()).toEqual({ reused: true, limit: undefined });
    agent.destroy();
  });

  // All of 127/8 is the loopback on Linux: whoever listens on all addresses answers there.
  it.skipIf(process.platform !== 'linux')('listens on 127.0.0.1 alone', async () => {
    await expect(get('/wait?ms=0&seed=1', services.address.token, '127.0.0.2')).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
  });
});

/** The sum that the query gives, computed from the definition of the table. */
function expectedSum(first: number, count: number): number {
  let total = 0;
  for (let id = first; id < first + count; id++) {
    total += Number(((BigInt(id) * 2_654_435_761n) >> 7n) & 1_048_575n) + 'sale 000000 of the day'.length;
  }
  return total;
}

function mixed(...totals: readonly number[]): number {
  let checksum = 0x811c9dc5;
  for (const total of totals) {
    checksum = Math.imul(checksum ^ (total % 2 ** 32), 0x01000193);
    checksum = Math.imul(checksum ^ Math.floor(total / 2 ** 32), 0x01000193);
  }
  return checksum >>> 0;
}

describe('the database', () => {
  it('sums the rows of its table, and begins again after the last', async () => {
    const client = createHttpClient(services.address);
    const query = async (rows: number, seed: number): Promise<number> =>
      Number((await client.request({ kind: 'query', roundTripMs: 0, rows, seed })).toString());
    expect(await query(10, 5)).toBe(mixed(expectedSum(6, 10)));
    expect(await query(0, 5)).toBe(mixed());
    expect(await query(100, 65_535)).toBe(mixed(expectedSum(65_536, 1), expectedSum(1, 99)));
    expect(await query(70_000, 65_536 + 9)).toBe(mixed(expectedSum(10, 65_527), expectedSum(1, 4473)));
    client.close();
  });

  it('answers more queries at once than it has connections', async () => {
    const client = createHttpClient(services.address);
    const bodies = await Promise.all(
      Array.from({ length: 40 }, (_, seed) => client.request({ kind: 'query', roundTripMs: 1, rows: 1000, seed })),
    );
    expect(bodies.map(Number)).toEqual(bodies.map((_, seed) => mixed(expectedSum(seed + 1, 1000))));
    client.close();
  });

  it('says why it could not be created', async () => {
    const missing = join(folder, 'missing');
    await expect(
      openIoServices({ folder: missing, database: true, programs: programs.folder, connections: 1 }, fail),
    ).rejects.toThrow(/unable to open/i);
  });
});

describe('a thread that ends', () => {
  it('is reported once, with its error', async () => {
    const broken = mkdtempSync(join(tmpdir(), 'broken-programs-'));
    const code = `const { parentPort } = require('node:worker_threads');
      parentPort.postMessage({ port: 1, token: '' });
      parentPort.on('message', () => {});
      setTimeout(() => { throw new Error('the server broke'); }, 20);`;
    writeFileSync(join(broken, 'http-server.cjs'), code);
    const reports: Error[] = [];
    const plain = await openIoServices({ folder, database: false, programs: broken }, (error) => reports.push(error));
    await vi.waitFor(() => expect(reports).toHaveLength(1));
    await plain.close();
    expect(reports.map(({ message }) => message)).toEqual(['the server broke']);
    rmSync(broken, { recursive: true });
  });
});

describe('a server without a database', () => {
  it('answers waits and refuses queries', async () => {
    const plain = await openIoServices({ folder, database: false, programs: programs.folder }, fail);
    const client = createHttpClient(plain.address);
    expect(await client.request({ kind: 'wait', latencyMs: 1, seed: 1 })).toHaveLength(128);
    await expect(client.request({ kind: 'query', roundTripMs: 0, rows: 1, seed: 1 })).rejects.toMatchObject({
      code: 'QUERY_FAILED',
    });
    client.close();
    await plain.close();
  });
});
