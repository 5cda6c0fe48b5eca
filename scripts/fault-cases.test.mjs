import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './common.mjs';
import { fileOf, listedCases, missingTitles } from './fault-cases.mjs';

const named = listedCases.flatMap(({ id, tests }) => tests.map((test) => /** @type {const} */ ([id, test])));

describe('the cases of the reviews', () => {
  it('name at least one test each, and no id twice', () => {
    for (const { id, tests } of listedCases) expect(tests, id).not.toHaveLength(0);
    expect(new Set(listedCases.map(({ id }) => id)).size).toBe(listedCases.length);
  });

  it.each(named.filter(([, test]) => fileOf(test) !== undefined))('%s: %s is there', (_id, test) => {
    const { file, title } = fileOf(test) ?? { file: '', title: '' };
    expect(existsSync(path.join(root, file)), file).toBe(true);
    // A title may be put together from several pieces; what is named is one of them.
    expect(readFileSync(path.join(root, file), 'utf8')).toContain(title);
  });

  it('tells titles of the suite that no test has', () => {
    const titles = named.filter(([, test]) => fileOf(test) === undefined).map(([, test]) => `${test} and more`);
    expect(missingTitles(titles)).toEqual([]);
    expect(missingTitles(titles.filter((title) => !title.startsWith('B05')))).toEqual([
      'B7: "B05" begins no title of the fault suite',
      'B05: "B05" begins no title of the fault suite',
    ]);
  });
});
