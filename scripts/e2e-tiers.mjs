// The tiers of the end-to-end tests, and a check that every test belongs to exactly one: a test without a tag would never
// run, one with two would run twice.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { isStarted, root } from './common.mjs';
import { missingTitles } from './fault-cases.mjs';

/**
 * Tags of the tests and names of Playwright's projects: `short` is run by `npm test`, `rest` and `packaged` (which needs the
 * packaged program) by `npm run test:all` too, `installed` (a clean Debian) and `long` by `npm run test:long` alone; `faults` is the fault suite (`npm run test:faults`), of which
 * some cases are `short`.
 */
export const tiers = /** @type {const} */ (['short', 'rest', 'packaged', 'installed', 'long', 'faults']);

/** @typedef {{ title: string, file: string, tags: readonly string[] }} Spec */
/** @typedef {{ specs?: readonly Spec[], suites?: readonly Suite[] }} Suite as Playwright reports it */

/**
 * @param {readonly Suite[]} suites
 * @returns {readonly Spec[]}
 */
function specsOf(suites) {
  return suites.flatMap((suite) => [...(suite.specs ?? []), ...specsOf(suite.suites ?? [])]);
}

/**
 * @param {readonly Spec[]} specs every test that there is
 * @returns {{ counts: Readonly<Record<string, number>>, wrong: readonly string[] }} tests by tier, and what is wrong with the others
 */
export function sortedByTier(specs) {
  const wrong = [];
  const counts = Object.fromEntries(tiers.map((name) => [name, 0]));
  for (const { title, file, tags } of specs) {
    const own = tags.map((tag) => tag.replace(/^@/, '')).filter((tag) => tag in counts);
    const [tier, ...others] = own;
    if (tier === undefined || others.length > 0)
      wrong.push(`${file}: "${title}" belongs to ${own.length === 0 ? 'no tier' : own.join(' and ')}`);
    else counts[tier] = (counts[tier] ?? 0) + 1;
  }
  return { counts, wrong };
}

if (isStarted(import.meta.url)) {
  const playwright = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const listed = spawnSync(
    process.execPath,
    [playwright, 'test', '--list', '--reporter=json', '-c', 'e2e/every-test.config.ts'],
    { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  /** @type {unknown} */
  const parsed = JSON.parse(listed.stdout);
  const report = /** @type {{ suites: readonly Suite[], errors: readonly { message: string }[] }} */ (parsed);
  const specs = specsOf(report.suites);
  const { counts, wrong } = sortedByTier(specs);
  const missing = missingTitles(specs.filter(({ file }) => file.startsWith('faults/')).map(({ title }) => title));
  const problems = [...report.errors.map(({ message }) => message), ...wrong, ...missing];
  for (const problem of problems) console.error(problem);
  const sum = Object.values(counts).reduce((total, count) => total + count, 0);
  console.log(`end-to-end tests by tier: ${tiers.map((name) => `${name} ${counts[name] ?? 0}`).join(', ')}`);
  if (sum === 0 || problems.length > 0) process.exitCode = 1;
}
