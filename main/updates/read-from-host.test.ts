import dns from 'node:dns';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { createServer as createServerOverTls } from 'node:https';
import { createServer as createSocketServer } from 'node:net';
import type { AddressInfo, Server as SocketServer } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LabError } from '@core/ipc/envelope';
import { readFromHost, standardLimits } from './read-from-host';
import { selfSigned } from './testing/self-signed';

const servers: (Server | SocketServer)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await Promise.all(
    servers.splice(0).map(
      (server) =>
        new Promise((resolve) => {
          if ('closeAllConnections' in server) server.closeAllConnections();
          server.close(resolve);
        }),
    ),
  );
});

/** Listens on the loopback and gives the port. */
async function listen(server: Server | SocketServer): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function serve(answer: RequestListener): Promise<{ readonly address: URL; readonly asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const port = await listen(
    createServer((question, response) => {
      asked.push(question);
      answer(question, response);
    }),
  );
  return { address: new URL(`http://127.0.0.1:${port}/latest.yml`), asked };
}

const never = new AbortController().signal;
const read = (address: URL, limits = {}): Promise<string> =>
  readFromHost(address, never, { ...standardLimits, ...limits });
const text =
  (said: string | Buffer): RequestListener =>
  (_question, response) => {
    response.end(said);
  };

describe('a question to a host', () => {
  it('gives its text, asks once, and says no more than what the program is called', async () => {
    const { address, asked } = await serve(text('version: 1.0.0 – ü'));
    expect(await read(address)).toBe('version: 1.0.0 – ü');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ method: 'GET', url: '/latest.yml' });
    expect(asked[0]?.headers).toEqual({
      host: address.host,
      accept: '*/*',
      'user-agent': 'Concurrency Lab',
      connection: 'close',
    });
  });

  it.each([301, 302, 307, 308])('follows a redirect (%d) to the same host', async (status) => {
    const { address, asked } = await serve((question, response) => {
      if (question.url === '/moved.yml') response.end('moved');
      else response.writeHead(status, { location: 'moved.yml' }).end();
    });
    expect(await read(address)).toBe('moved');
    expect(asked.map(({ url }) => url)).toEqual(['/latest.yml', '/moved.yml']);
  });

  it('does not follow a redirect to another host or port, nor away from a loopback server to the network', async () => {
    const other = await serve(text('version: 9.9.9'));
    for (const location of [
      other.address.href,
      'http://lab.example/latest.yml',
      'file:///etc/passwd',
      '//localhost/',
    ]) {
      const { address } = await serve((_question, response) => response.writeHead(302, { location }).end());
      await expect(read(address)).rejects.toThrow('which this program does not ask');
    }
    expect(other.asked).toEqual([]);
  });

  it('does not go round in circles', async () => {
    const { address, asked } = await serve((_question, response) =>
      response.writeHead(302, { location: '/latest.yml' }).end(),
    );
    await expect(read(address)).rejects.toThrow('from one address to the next without an answer');
    expect(asked).toHaveLength(standardLimits.mostRedirects + 1);
  });

  it.each([204, 304, 403, 404, 500, 503])('takes nothing but a full answer for one (%d)', async (status) => {
    const { address } = await serve((_question, response) => response.writeHead(status).end());
    await expect(read(address)).rejects.toThrow(`it answered with status ${status}`);
  });

  it('takes what has exactly the most bytes, and reads no further in what has more', async () => {
    const exact = await serve(text('x'.repeat(1_000)));
    expect(await read(exact.address, { mostBytes: 1_000 })).toHaveLength(1_000);
    const one = await serve(text('x'.repeat(1_001)));
    await expect(read(one.address, { mostBytes: 1_000 })).rejects.toThrow('answered with more than');

    let closed: Promise<void> | undefined;
    const endless = await serve((_question, response) => {
      closed = new Promise((resolve) => response.on('close', resolve));
      pour(response);
    });
    await expect(read(endless.address)).rejects.toThrow('answered with more than 64 KiB');
    await closed;
  });

  it('ends what takes too long: no answer, a trickle, and redirects together', async () => {
    const silent = await serve(() => undefined);
    await expect(read(silent.address, { withinMs: 200 })).rejects.toThrow('did not answer within 0.2 s');

    let closed: Promise<void> | undefined;
    const trickle = await serve((_question, response) => {
      const drip = setInterval(() => response.write('x'), 20);
      closed = new Promise((resolve) =>
        response.on('close', () => {
          clearInterval(drip);
          resolve();
        }),
      );
    });
    await expect(read(trickle.address, { withinMs: 200 })).rejects.toThrow('did not answer within 0.2 s');
    await closed;

    const slow = await serve((_question, response) => {
      setTimeout(() => response.writeHead(302, { location: '/again' }).end(), 150);
    });
    await expect(read(slow.address, { withinMs: 400, mostRedirects: 99 })).rejects.toThrow('did not answer within');
  });

  it('ends when it is told to, also before it has begun, with the reason', async () => {
    const { address, asked } = await serve(() => undefined);
    const end = new AbortController();
    const reading = readFromHost(address, end.signal);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    const reason = new LabError('release-unknown', 'A run begins.');
    end.abort(reason);
    await expect(reading).rejects.toBe(reason);
    await expect(readFromHost(address, end.signal)).rejects.toBe(reason);
    expect(asked).toHaveLength(1);
  });

  it('says who could not be asked, and why', async () => {
    const gone = await serve(text(''));
    await new Promise((resolve) => servers.pop()?.close(resolve));
    await expect(read(gone.address)).rejects.toMatchObject({
      code: 'release-unknown',
      message: `${gone.address.host} could not be asked (ECONNREFUSED). Try again later, or open the release page.`,
    });
  });

  it.each(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH'])(
    'asks about the network where no way is found (%s)',
    async (code) => {
      // What the system says without a network; a real name would be looked up outside this machine.
      const lookup = vi.spyOn(dns, 'lookup').mockImplementation((...given: unknown[]) => {
        const answer = given.at(-1) as (error: Error) => void;
        queueMicrotask(() => answer(Object.assign(new Error(code), { code })));
      });
      await expect(read(new URL('https://lab.example/latest.yml'))).rejects.toThrow(
        `No way to lab.example was found (${code}). Is this machine connected to the network?`,
      );
      expect(lookup).toHaveBeenCalledOnce();
    },
  );

  it('says so when the connection breaks in the middle, or nobody speaks HTTP', async () => {
    const broken = await serve((_question, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('version');
      setTimeout(() => response.destroy(), 20);
    });
    await expect(read(broken.address)).rejects.toThrow('could not be asked (ECONNRESET)');
    const port = await listen(createSocketServer((socket) => socket.resume().end('hello\r\n\r\n')));
    await expect(read(new URL(`http://127.0.0.1:${port}/`))).rejects.toThrow(/could not be asked \(HPE_/);
    await expect(read(new URL(`https://127.0.0.1:${port}/`))).rejects.toThrow(
      /could not be asked \((?:EPROTO|ERR_SSL)/,
    );
  });

  it('takes bytes that are no text for no answer', async () => {
    const { address } = await serve(text(Buffer.from([0x76, 0xff, 0xfe, 0x00])));
    await expect(read(address)).rejects.toThrow('is no text');
  });

  it('believes no certificate that nobody vouches for, whatever the environment says', async () => {
    const answer = vi.fn((_question: IncomingMessage, response: ServerResponse) => response.end('version: 9.9.9'));
    const port = await listen(createServerOverTls(selfSigned(), answer));
    const address = new URL(`https://127.0.0.1:${port}/latest.yml`);
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    // The proof that the certificate is one, and that the environment would have been heard.
    expect(await (await fetch(address)).text()).toBe('version: 9.9.9');
    answer.mockClear();
    await expect(read(address)).rejects.toThrow(
      'has no certificate that this program trusts (DEPTH_ZERO_SELF_SIGNED_CERT)',
    );
    expect(answer).not.toHaveBeenCalled();
  });
});

/** Writes until the reader goes away. */
function pour(response: ServerResponse): void {
  const more = (): void => {
    while (!response.destroyed && response.write('x'.repeat(16_384)));
  };
  response.on('drain', more);
  more();
}
