import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { releaseAddresses } from './release-source';

const of = (page: string, description: string): unknown => ({ releases: { page, description } });
const page = 'https://lab.example/releases';
const description = 'https://lab.example:8443/releases/latest.yml';

describe('the addresses that a build names', () => {
  it('are a page, and who is asked', () => {
    const found = releaseAddresses(of(page, description), true);
    expect(found).toMatchObject({ page, host: 'lab.example:8443' });
    expect(found?.description.href).toBe(description);
  });

  it('are none while those of package.json stand for a place that is not there yet, and nothing but the place is missing', () => {
    const text = readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8');
    expect(releaseAddresses(JSON.parse(text), true)).toBeNull();
    expect(releaseAddresses(JSON.parse(text.replaceAll('example.invalid', 'lab.example')), true)).not.toBeNull();
  });

  it.each([
    ['no such field', {}],
    ['no manifest', undefined],
    ['a page alone', { releases: { page } }],
    ['what is no address', of(page, 'latest.yml')],
    ['a page without TLS', of('http://lab.example/releases', description)],
    ['a description without TLS', of(page, 'http://lab.example/latest.yml')],
    ['a description on this machine', of(page, 'http://127.0.0.1:8000/latest.yml')],
    ['a page on this machine', of('http://127.0.0.1:8000/', description)],
    ['a file', of(page, 'file:///etc/passwd')],
    ['a page that is a program', of('javascript:alert(1)', description)],
    ['credentials', of(page, 'https://me:secret@lab.example/latest.yml')],
    ['a place that is not there', of(page, 'https://invalid./latest.yml')],
  ])('are none with %s', (_name, manifest) => {
    expect(releaseAddresses(manifest, true)).toBeNull();
  });

  it('may describe a release on a loopback address in a test flavour, never elsewhere without TLS', () => {
    const local = of(page, 'http://127.0.0.1:8000/latest.yml');
    expect(releaseAddresses(local, false)?.host).toBe('127.0.0.1:8000');
    expect(releaseAddresses(of(page, 'http://127.0.0.1.lab.example/latest.yml'), false)).toBeNull();
    expect(releaseAddresses(of('http://127.0.0.1:8000/', description), false)).toBeNull();
  });
});
