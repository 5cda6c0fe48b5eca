import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/electron-program';
import { expect, test } from './probe';

/** Files that exist and that no address may lead to: beside the served folder, above it, and of the system. */
const secrets = ['main/index.cjs', '../package.json', '../../../../../../../../../etc/passwd'];

const climbs: Readonly<Record<string, (path: string) => string>> = {
  plain: (path) => `lab://app/../${path}`,
  'within a folder': (path) => `lab://app/assets/../../${path}`,
  'encoded dots': (path) => `lab://app/%2e%2e/${path}`,
  'encoded dots in a folder': (path) => `lab://app/assets/%2e%2e/%2E%2E/${path}`,
  'encoded slash': (path) => `lab://app/..%2f${path.replaceAll('/', '%2f')}`,
  'all encoded': (path) => `lab://app/%2e%2e%2f${path.replaceAll('.', '%2e').replaceAll('/', '%2f')}`,
  'encoded twice': (path) => `lab://app/..%252f${path.replaceAll('/', '%252f')}`,
  backslash: (path) => `lab://app/..\\${path.replaceAll('/', '\\')}`,
  'encoded backslash': (path) => `lab://app/..%5c${path.replaceAll('/', '%5c')}`,
  'mixed slashes': (path) => `lab://app/assets/..\\..%5c${path}`,
  'four dots': (path) => `lab://app/....//${path}`,
  'overlong dots': (path) => `lab://app/%c0%ae%c0%ae/${path}`,
  'full-width dots': (path) => `lab://app/%EF%BC%8E%EF%BC%8E/${path}`,
  'a semicolon': (path) => `lab://app/..;/${path}`,
  'a zero byte before': (path) => `lab://app/%00/../../${path}`,
  'a zero byte after': (path) => `lab://app/..%2f${path}%00.html`,
  'a broken encoding': (path) => `lab://app/%E0%A4%A/..%2f${path}`,
  'below a file': (path) => `lab://app/index.html%2f..%2f..%2f${path}`,
  'double slash': (path) => `lab://app//..//${path}`,
  'an absolute path': (path) => `lab://app/${join(root, 'out', path)}`,
  'an absolute path, doubled': (path) => `lab://app//${join(root, 'out', path)}`,
  'a path with a drive': (path) => `lab://app/C:%5c..%5c${path}`,
  'a file address inside': (path) => `lab://app/file:///${join(root, 'out', path)}`,
  'another host': (path) => `lab://other/../${path}`,
  'the path as host': (path) => `lab://..%2f${path.replaceAll('/', '%2f')}`,
  'no host': (path) => `lab:///${join(root, 'out', path)}`,
};

test('no address leads to a file that is not part of the window', { tag: '@short' }, async ({ app, page }) => {
  for (const path of secrets) expect(existsSync(join(root, 'out', path)), path).toBe(true);
  const addresses = Object.entries(climbs).flatMap(([name, climb]) =>
    secrets.map((path) => [`${name}: ${path}`, climb(path)] as const),
  );
  expect(Object.keys(climbs).length).toBeGreaterThanOrEqual(20);
  // From main, where no policy stands before the protocol, and from the page.
  const fromMain = await app.evaluate(async ({ net }, all) => {
    const statuses: Record<string, string | number> = {};
    for (const [name, address] of all) {
      try {
        const response = await net.fetch(address);
        statuses[name] = response.ok ? `served: ${(await response.text()).slice(0, 40)}` : response.status;
      } catch {
        statuses[name] = 'refused';
      }
    }
    return statuses;
  }, addresses);
  const fromPage = await page.evaluate(async (all) => {
    const statuses: Record<string, string | number> = {};
    for (const [name, address] of all) {
      try {
        const response = await fetch(address);
        statuses[name] = response.ok ? `served: ${(await response.text()).slice(0, 40)}` : response.status;
      } catch {
        statuses[name] = 'refused';
      }
    }
    return statuses;
  }, addresses);
  for (const statuses of [fromMain, fromPage]) {
    expect(Object.keys(statuses)).toHaveLength(addresses.length);
    for (const [name, status] of Object.entries(statuses)) expect([404, 'refused'], name).toContain(status);
    // Most of them must have come as far as the protocol, or this would prove nothing about it.
    expect(Object.values(statuses).filter((status) => status === 404).length).toBeGreaterThan(addresses.length / 2);
  }
});

test(
  'what is not on the list does not exist, and the list is what the window needs',
  { tag: '@short' },
  async ({ page }) => {
    const status = (path: string): Promise<number> =>
      page.evaluate(async (to) => (await fetch(to)).status, `lab://app/${path}`);
    for (const path of ['index.html', '', 'index.html?x=../../main/index.cjs'])
      expect(await status(path), path).toBe(200);
    for (const path of [
      'INDEX.HTML',
      'index',
      'index.html/',
      'index.html.',
      'assets',
      'assets/',
      'main/index.cjs',
      'page/',
      '__proto__',
      'constructor',
      '%',
    ]) {
      expect(await status(path), path).toBe(404);
    }
  },
);

test('only reading is possible', { tag: '@short' }, async ({ page }) => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']) {
    const status = await page.evaluate(
      async (by) => (await fetch('lab://app/index.html', { method: by })).status,
      method,
    );
    expect(status, method).toBe(404);
  }
});
