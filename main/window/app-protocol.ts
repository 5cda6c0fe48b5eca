import { app, protocol } from 'electron';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { pageAnswer } from './page-answer';

export const scheme = 'lab';
export const host = 'app';
export const origin = `${scheme}://${host}`;

/** Address of the window's page: in development that of the bundler's server, which no packaged program looks for. */
export function homePage(): string {
  const development = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  return development ?? `${origin}/index.html`;
}

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, corsEnabled: true } },
  ]);
}

/** Pages that exist only in memory, such as a report that is being printed. */
export interface AppProtocol {
  /** Serves this HTML until it is taken away. @returns its address and the way to take it away */
  addPage(html: string): { readonly url: string; remove(): void };
  /** Path of the report's stylesheet among the built files. */
  readonly reportStylesheet: string;
}

/**
 * Serves the built window from a list of its files: a path that is not on the list does not exist, so no path can lead
 * anywhere else. GET only.
 */
export function serveApp(folder: string): AppProtocol {
  const files = new Map(listFiles(folder).map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]));
  const pages = new Map<string, string>();

  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.host !== host) return answer(404, 'not found');
    const path = url.pathname === '/' ? '/index.html' : url.pathname;
    const page = pages.get(path);
    if (page !== undefined) return answer(200, page, '.html');
    const file = files.get(path);
    if (file === undefined) return answer(404, 'not found');
    const body = await readFile(file);
    return answer(200, extname(file) === '.html' ? body.toString('utf8') : body, extname(file));
  });

  const stylesheet = [...files.keys()].find((path) => /^\/assets\/report-[\w-]+\.css$/.test(path));
  return {
    reportStylesheet: stylesheet ?? '/assets/report.css',
    addPage(html) {
      const path = `/page/${randomBytes(12).toString('hex')}`;
      pages.set(path, html);
      return { url: `${origin}${path}`, remove: () => pages.delete(path) };
    },
  };
}

function answer(status: number, body: string | Uint8Array, extension?: string): Response {
  const { content, headers } = pageAnswer(body, extension);
  return new Response(content, { status, headers });
}

/** All files below a folder. (`readdir` with `recursive` is silently ignored on Node 18.15.) */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}
