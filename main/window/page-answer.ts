import { randomBytes } from 'node:crypto';
import { contentSecurityPolicy } from './content-security-policy';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const noncePlaceholder = /__LAB_NONCE__/g;

export interface PageAnswer {
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A file of the page as it is sent: with every protective header, and in text a fresh style nonce in place of its
 * placeholder. Knows nothing of Electron, so that tests can serve the page by the same policy.
 * @param extension of the file, with its dot; plain text without one
 */
export function pageAnswer(body: string | Uint8Array, extension = ''): PageAnswer {
  const nonce = randomBytes(16).toString('base64');
  return {
    content: typeof body === 'string' ? body.replace(noncePlaceholder, nonce) : new Uint8Array(body),
    headers: {
      'content-type': types[extension] ?? 'text/plain; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(nonce),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  };
}
