import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../support/electron-program';
import { expect, test, watchViolations } from './probe';

interface Attempt {
  /** What the page's report must name as the rule that stopped it. */
  readonly stoppedBy: RegExp;
  /** Carried out in the page. `outside` is the address of a server that must not be reached. */
  readonly act: (outside: string) => unknown;
}

const script = /^(script-src|script-src-elem|script-src-attr|require-trusted-types-for)\b/;
const connect = /^connect-src\b/;

// What a debugger evaluates may use eval whatever the policy says: attempts at it are made from a timer of the page's own.
const attempts: Readonly<Record<string, Attempt>> = {
  eval: { stoppedBy: script, act: () => setTimeout(() => void (0, eval)('globalThis.harm = 1')) },
  'the Function constructor': {
    stoppedBy: script,
    act: () => setTimeout(() => void Reflect.apply(Reflect.construct(Function, ['globalThis.harm = 1']), window, [])),
  },
  'a timer with code as text': {
    stoppedBy: script,
    act: () => setTimeout(() => void Reflect.apply(setTimeout, window, ['globalThis.harm = 1', 0])),
  },
  'an inline script': {
    stoppedBy: script,
    act() {
      const element = document.createElement('script');
      element.append(document.createTextNode('globalThis.harm = 1'));
      document.body.append(element);
    },
  },
  'an inline event handler': {
    stoppedBy: script,
    act() {
      const element = document.createElement('img');
      element.setAttribute('onerror', 'globalThis.harm = 1');
      element.src = 'data:,';
    },
  },
  'a javascript: address': {
    stoppedBy: script,
    act() {
      const element = document.createElement('a');
      element.href = 'javascript:globalThis.harm = 1';
      document.body.append(element);
      element.click();
      element.remove();
    },
  },
  'a module from a data: address': {
    stoppedBy: script,
    act() {
      const address: string = 'data:text/javascript,globalThis.harm = 1';
      return import(address);
    },
  },
  'a module from outside': { stoppedBy: script, act: (outside) => import(`${outside}/module.js`) },
  'markup written as text': {
    stoppedBy: /^require-trusted-types-for\b/,
    act: () => (document.createElement('div').innerHTML = '<img src=x onerror="globalThis.harm = 1">'),
  },
  'a Trusted Types policy of its own': {
    stoppedBy: /^trusted-types\b/,
    act: () =>
      (
        window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): object } }
      ).trustedTypes.createPolicy('any', {}),
  },
  'a frame from outside': { stoppedBy: /^frame-src\b/, act: (outside) => frame(`${outside}/frame`) },
  'a frame of the app itself': { stoppedBy: /^frame-src\b/, act: () => frame('lab://app/index.html') },
  'a frame from a data: address': {
    stoppedBy: /^frame-src\b/,
    act: () => frame('data:text/html,<script>top.harm = 1</script>'),
  },
  'a plug-in': {
    stoppedBy: /^(object-src|require-trusted-types-for)\b/,
    act(outside) {
      const element = document.createElement('object');
      element.data = `${outside}/object`;
      document.body.append(element);
    },
  },
  'fetch to the web': { stoppedBy: connect, act: (outside) => fetch(`${outside}/fetch`, { mode: 'no-cors' }) },
  'fetch of a file': { stoppedBy: connect, act: () => fetch('file:///etc/passwd') },
  'fetch of a data: address': { stoppedBy: connect, act: () => fetch('data:text/plain,x') },
  'fetch to another host of the scheme': { stoppedBy: connect, act: () => fetch('lab://other/index.html') },
  XMLHttpRequest: {
    stoppedBy: connect,
    act(outside) {
      const request = new XMLHttpRequest();
      request.open('GET', `${outside}/xhr`);
      request.send();
    },
  },
  'a beacon': { stoppedBy: connect, act: (outside) => navigator.sendBeacon(`${outside}/beacon`, 'x') },
  'a web socket': { stoppedBy: connect, act: (outside) => new WebSocket(`${outside.replace('http', 'ws')}/socket`) },
  'an event stream': { stoppedBy: connect, act: (outside) => new EventSource(`${outside}/events`) },
  'a picture from outside': { stoppedBy: /^img-src\b/, act: (outside) => (new Image().src = `${outside}/picture.png`) },
  'a style sheet from outside': {
    stoppedBy: /^style-src(-elem)?\b/,
    act: (outside) => link('stylesheet', `${outside}/style.css`),
  },
  'an inline style sheet': {
    stoppedBy: /^style-src(-elem)?\b/,
    act() {
      const element = document.createElement('style');
      element.append('body { visibility: hidden }');
      document.head.append(element);
    },
  },
  'a font from outside': {
    stoppedBy: /^font-src\b/,
    act: (outside) => new FontFace('outside', `url(${outside}/font.woff2)`).load(),
  },
  'a film from outside': {
    stoppedBy: /^media-src\b/,
    act: (outside) => (document.createElement('video').src = `${outside}/film`),
  },
  'a page fetched in advance': {
    stoppedBy: /^(default-src|prefetch-src)\b/,
    act: (outside) => link('prefetch', `${outside}/next`),
  },
  'a form sent outside': {
    stoppedBy: /^form-action\b/,
    act(outside) {
      const form = document.createElement('form');
      form.action = `${outside}/form`;
      document.body.append(form);
      form.submit();
      form.remove();
    },
  },
  'another base address': {
    stoppedBy: /^base-uri\b/,
    act(outside) {
      const element = document.createElement('base');
      element.href = `${outside}/`;
      document.head.append(element);
      element.remove();
    },
  },
};

declare global {
  /** Helpers of the attempts, put into the page by the tests. */
  function frame(address: string): void;
  function link(rel: string, address: string): void;
}

test.beforeEach(async ({ page }) => {
  await watchViolations(page);
  await page.evaluate(() => {
    globalThis.frame = (address) => {
      const element = document.createElement('iframe');
      element.src = address;
      document.body.append(element);
      setTimeout(() => element.remove(), 100);
    };
    globalThis.link = (rel, address) => {
      const element = document.createElement('link');
      element.rel = rel;
      element.href = address;
      document.head.append(element);
    };
  });
});

for (const [name, { stoppedBy, act }] of Object.entries(attempts)) {
  test(`the policy stops ${name}`, { tag: '@short' }, async ({ page, outside }) => {
    // An attempt may throw or reject; what counts is the page's report, and that nothing came of it.
    await page.evaluate(act, outside.url).catch(() => undefined);
    await expect.poll(() => page.evaluate(() => window.violations)).toContainEqual(expect.stringMatching(stoppedBy));
    expect(outside.requests).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.body).visibility)).toBe('visible');
  });
}

test('the policy stops a worker whose code the page made up', { tag: '@short' }, async ({ page }) => {
  // On a page without scripts of its own the app's policy name is free: the attempt gets past Trusted Types.
  await page.goto('lab://app/report.html');
  await watchViolations(page);
  const outcome = await page.evaluate(async () => {
    const { trustedTypes } = window as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };
    };
    const blob = URL.createObjectURL(new Blob(['postMessage("ran")'], { type: 'text/javascript' }));
    const trusted = trustedTypes.createPolicy('lab', { createScriptURL: (url: string) => url }).createScriptURL(blob);
    return new Promise((resolve) => {
      try {
        const worker = new Worker(trusted);
        worker.onmessage = () => resolve('ran');
        worker.onerror = () => resolve('stopped');
      } catch {
        resolve('stopped'); // older runtimes refuse at once
      }
    });
  });
  expect(outcome).toBe('stopped');
  await expect
    .poll(() => page.evaluate(() => window.violations))
    .toContainEqual(expect.stringMatching(/^worker-src blob/));
  await page.goto('lab://app/index.html');
});

test(
  'every response carries the policy and its companions, with a nonce of its own',
  { tag: '@short' },
  async ({ page }) => {
    const folder = join(root, 'out', 'renderer');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
    expect(files).toContain('index.html');
    expect(files.length).toBeGreaterThan(5);
    const nonces = new Set<string>();
    for (const path of [...files, 'no-such-file', 'page/0123456789abcdef01234567']) {
      const headers = await page.evaluate(
        async (to) => Object.fromEntries((await fetch(to)).headers),
        `lab://app/${path}`,
      );
      const policy = headers['content-security-policy'] ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).toContain("require-trusted-types-for 'script'");
      expect(policy, path).not.toMatch(/unsafe|https?:|\*|strict-dynamic/);
      nonces.add(/'nonce-([\w+/=]{20,})'/.exec(policy)?.[1] ?? 'none');
      expect(headers, path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
      });
    }
    expect(nonces.size).toBe(files.length + 2);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  },
);
