import { request as requestOverTls } from 'node:https';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { LabError } from '@core/ipc/envelope';
import { visible } from '@core/texts/visible';

// Node's own client: Chromium's can find no address (security/ways-out.ts), and stays so. What it gives is bounded in time, in
// size and to one host; nothing is sent but the address itself and the program's name.

/** What bounds one question, redirects included. */
export interface ReadLimits {
  readonly withinMs: number;
  readonly mostBytes: number;
  readonly mostRedirects: number;
}

export const standardLimits: ReadLimits = { withinMs: 10_000, mostBytes: 65_536, mostRedirects: 3 };

/**
 * The text at an address.
 * @param end ends the question; its reason is thrown
 * @throws LabError `release-unknown`, saying why there is no text
 */
export async function readFromHost(address: URL, end: AbortSignal, limits = standardLimits): Promise<string> {
  const limit = new AbortController();
  const forward = (): void => {
    limit.abort(end.reason);
  };
  const seconds = limits.withinMs / 1000;
  const late = unknown(
    `${address.host} did not answer within ${seconds} s. Try again later, or open the release page.`,
  );
  const timer = setTimeout(() => {
    limit.abort(late);
  }, limits.withinMs);
  end.addEventListener('abort', forward);
  try {
    end.throwIfAborted();
    let next = address;
    for (let redirects = 0; redirects <= limits.mostRedirects; redirects += 1) {
      const answer = await ask(next, limit.signal, limits.mostBytes);
      if (typeof answer === 'string') return answer;
      next = answer;
    }
    throw unknown(`${address.host} sends the question from one address to the next without an answer.`);
  } catch (error) {
    if (limit.signal.aborted) throw limit.signal.reason;
    throw error instanceof LabError ? error : unreachable(address.host, error);
  } finally {
    clearTimeout(timer);
    end.removeEventListener('abort', forward);
  }
}

/** The text, or the address at the same host that is named instead of it. */
function ask(address: URL, signal: AbortSignal, mostBytes: number): Promise<string | URL> {
  return new Promise((resolve, reject) => {
    const start = address.protocol === 'https:' ? requestOverTls : request;
    const asked = start(address, {
      signal,
      // No connection is kept.
      agent: false,
      // Whatever the environment says (NODE_TLS_REJECT_UNAUTHORIZED).
      rejectUnauthorized: true,
      headers: { accept: '*/*', 'user-agent': 'Concurrency Lab' },
    });
    asked.on('error', reject);
    asked.on('response', (response) => {
      receive(response, address, mostBytes)
        .then(resolve, reject)
        .finally(() => asked.destroy());
    });
    asked.end();
  });
}

async function receive(response: IncomingMessage, address: URL, mostBytes: number): Promise<string | URL> {
  const { statusCode: status = 0, headers } = response;
  if (status >= 300 && status < 400 && headers.location !== undefined) return redirected(headers.location, address);
  if (status !== 200)
    throw unknown(`${address.host} has no description of a release: it answered with status ${status}.`);
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostBytes) {
      throw unknown(
        `${address.host} answered with more than ${mostBytes / 1024} KiB, which no description of a release has.`,
      );
    }
    parts.push(part);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    throw unknown(`What ${address.host} answered is no text, so it describes no release.`);
  }
}

/** @throws LabError if the question would go to another host, or without TLS */
function redirected(location: string, from: URL): URL {
  let to: URL;
  try {
    to = new URL(location, from);
  } catch {
    throw unknown(`${from.host} sends the question on to what is no address.`);
  }
  if (to.origin === from.origin) return to;
  throw unknown(
    `${from.host} sends the question on to ${visible(to.origin).slice(0, 100)}, which this program does not ask. Open the release page instead.`,
  );
}

const noNetwork: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH']);

function unreachable(host: string, error: unknown): LabError {
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no reason given';
  if (noNetwork.has(code)) {
    return unknown(`No way to ${host} was found (${code}). Is this machine connected to the network?`);
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_|^ERR_TLS/.test(code)) {
    return unknown(`${host} has no certificate that this program trusts (${code}), so nothing was read.`);
  }
  return unknown(`${host} could not be asked (${code}). Try again later, or open the release page.`);
}

function unknown(message: string): LabError {
  return new LabError('release-unknown', message);
}
