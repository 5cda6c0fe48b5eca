import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { manifests, product, releaseDescription } from './channels.mjs';

const of = { ...product(), version: '1.2.3', homepage: 'https://lab.example' };
const names = ['x64-setup.exe', 'arm64.dmg', 'x64.dmg', 'x64.tar.gz', 'arm64.tar.gz'].map(
  (end) => `concurrency-lab-1.2.3-${end}`,
);
const sums = new Map(names.map((name, n) => [name, String(n).repeat(64)]));

describe('manifests of the channels', () => {
  const made = manifests(of, sums);

  it('name the files of the release, with their checksums', () => {
    const all = Object.values(made).join('\n').replaceAll('#{version}', '1.2.3');
    for (const [name, sum] of sums) {
      expect(all).toContain(sum);
      if (!name.endsWith('.dmg')) expect(all).toContain(`https://lab.example/releases/download/v1.2.3/${name}`);
    }
  });

  it('are YAML with the fields that winget and Flathub ask for', () => {
    const yaml = Object.entries(made).filter(([name]) => /\.ya?ml$/.test(name));
    expect(yaml).toHaveLength(4);
    for (const [name, text] of yaml) {
      const parsed = /** @type {Record<string, unknown>} */ (load(text));
      const wanted = name.startsWith('ConcurrencyLab')
        ? ['PackageIdentifier', 'PackageVersion', 'ManifestType', 'ManifestVersion']
        : ['id', 'runtime', 'runtime-version', 'sdk', 'command', 'finish-args', 'modules'];
      expect(Object.keys(parsed), name).toEqual(expect.arrayContaining(wanted));
    }
    expect(load(made['ConcurrencyLab.ConcurrencyLab.installer.yaml'] ?? '')).toMatchObject({
      Scope: 'user',
      Installers: [{ Architecture: 'x64', InstallerSha256: '0'.repeat(64) }],
    });
  });

  it('are not made of a release that lacks a file', () => {
    expect(() => manifests(of, new Map([...sums].slice(1)))).toThrow('has no file concurrency-lab-1.2.3-x64-setup.exe');
  });
});

describe('the description of a release', () => {
  const changelog =
    '# Changelog\n\n## 1.2.3 (2027-01-31)\n\n- A "lesson": #1\n- Two\n\n## 1.2.3-rc.1\n\n- A candidate\n\n## 1.2\n';
  const now = new Date('2027-01-31T10:00:00.000Z');

  it('says version, date and what the changelog says of exactly that version', () => {
    expect(load(releaseDescription('1.2.3', changelog, now))).toEqual({
      version: '1.2.3',
      releaseDate: '2027-01-31T10:00:00.000Z',
      releaseNotes: '- A "lesson": #1\n- Two',
    });
    expect(load(releaseDescription('1.2.3-rc.1', changelog, now))).toMatchObject({ releaseNotes: '- A candidate' });
  });

  it('is not made without such a section', () => {
    expect(() => releaseDescription('1.2.4', changelog, now)).toThrow('no section "## 1.2.4"');
  });
});
