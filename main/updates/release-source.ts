import * as v from 'valibot';
import type { ReleaseSource } from '@core/ipc/updates';

/** `releases` in package.json, the one place that names addresses outside this machine. */
const manifestSchema = v.object({ releases: v.object({ page: v.string(), description: v.string() }) });

/** What a build asks, and what a browser opens. */
export interface ReleaseAddresses extends ReleaseSource {
  /** Of the text that describes the newest release. */
  readonly description: URL;
}

/**
 * The addresses that a build was made with; null if it names none. An address is `https` and carries no credentials; one below
 * `.invalid`, which no name server will ever know, stands for a place that is not there yet.
 * @param manifest content of package.json
 * @param isRelease false lets a test describe a release on a loopback address without TLS
 */
export function releaseAddresses(manifest: unknown, isRelease: boolean): ReleaseAddresses | null {
  const read = v.safeParse(manifestSchema, manifest);
  if (!read.success) return null;
  const [page, description] = [addressOf(read.output.releases.page), addressOf(read.output.releases.description)];
  if (!page || !description || !isOutside(page)) return null;
  if (!isOutside(description) && (isRelease || !isLoopback(description))) return null;
  return { host: description.host, page: page.href, description };
}

function addressOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function isOutside({ protocol, hostname, username, password }: URL): boolean {
  return protocol === 'https:' && username === '' && password === '' && !/(?:^|\.)invalid\.?$/.test(hostname);
}

function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && (hostname === '127.0.0.1' || hostname === '[::1]');
}
