import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, relative } from 'node:path';
import { pageAnswer } from '../../../main/window/page-answer';
import { root } from '../../support/electron-program';

export interface PageServer {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves the built page from a list of its files on a free port of the loopback, with the headers that the app's own
 * scheme gives it. The loopback counts as a secure place, so the page is isolated as in the app.
 */
export async function servePage(): Promise<PageServer> {
  const folder = join(root, 'out', 'renderer');
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`/${relative(folder, file)}`, file]),
  );

  async function answerFor(path: string): Promise<{ status: number } & ReturnType<typeof pageAnswer>> {
    // A browser asks for it by itself, the app's window does not.
    if (path === '/favicon.ico') return { status: 204, ...pageAnswer('') };
    const file = files.get(path);
    if (file === undefined) return { status: 404, ...pageAnswer('not found') };
    const body = await readFile(file);
    return { status: 200, ...pageAnswer(extname(file) === '.html' ? body.toString('utf8') : body, extname(file)) };
  }

  const server = createServer((request, response) => {
    void answerFor(new URL(request.url ?? '/', 'http://127.0.0.1').pathname).then(({ status, headers, content }) => {
      response.writeHead(status, { ...headers }).end(content);
    });
  });
  // A test that keeps this process busy for a while must not cost the page its connection.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
