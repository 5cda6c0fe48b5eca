import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './common.mjs';

const folder = path.join(root, 'docs', 'images');
const files = readdirSync(folder);
const pictures = files.filter((name) => name.endsWith('.png'));
const linked = [...readFileSync(path.join(root, 'README.md'), 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(
  ([, target]) => target ?? '',
);

describe('the pictures of the README', () => {
  it('are all linked once, and there is none for any other link', () => {
    expect(linked.length).toBeGreaterThan(0);
    expect([...linked].sort()).toEqual(pictures.map((name) => `docs/images/${name}`).sort());
  });

  it('have their texts beside them, and nothing else is there', () => {
    const expected = pictures.flatMap((name) => [name, name.replace(/png$/, 'txt')]);
    expect([...files].sort()).toEqual(expected.sort());
  });

  it.each(pictures)('%s is small, and the picture that its texts were read on', (name) => {
    const bytes = readFileSync(path.join(folder, name));
    expect(bytes.length).toBeLessThan(150_000);
    const [first] = readFileSync(path.join(folder, name.replace(/png$/, 'txt')), 'utf8').split('\n');
    expect(first).toBe(`sha256 ${createHash('sha256').update(bytes).digest('hex')}`);
  });
});
