// `npm test`: the check that people run. `npm run test:all` goes on with everything else, `npm run test:long` is for the
// tests that take hours. `npm test -- unit e2e` runs a part, `npm run check` all that needs no window.
// After a further `--`, arguments go to the runner: `npm test -- e2e -- -g cancel`.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { SetupError, root } from './common.mjs';
import { withDisplay } from './display.mjs';
import { keepLongResults } from './long-results.mjs';
import { prepare, runScript } from './prepare.mjs';
import { stageLine } from './stage-line.mjs';
import { closingLine } from './test-counts.mjs';
import { plans, stages } from './test-stages.mjs';

const split = process.argv.indexOf('--', 2);
const given = process.argv.slice(2, split < 0 ? undefined : split);
const extra = split < 0 ? [] : process.argv.slice(split + 1);
const tier = given.includes('--all') ? 'all' : given.includes('--long') ? 'long' : 'short';
const asked = given.filter((one) => !['--all', '--long'].includes(one));

/** @returns {Set<string>} the stages asked for, and those that they need */
function chosenStages() {
  const unknown = asked.find((name) => name !== 'check' && !(name in stages));
  const all = Object.keys(stages);
  if (unknown) throw new SetupError(`There is no stage "${unknown}". Choose from: check, ${all.join(', ')}`);
  const [only] = asked;
  if (extra.length > 0 && !(only && asked.length === 1 && stages[only]?.takesArguments)) {
    const runners = all.filter((name) => stages[name]?.takesArguments);
    throw new SetupError(
      `Arguments after a second -- are for one runner. Type: npm test -- ${runners.join('|')} -- <arguments>`,
    );
  }
  const still = plans.short.flat(3).filter((name) => stages[name]?.isStill);
  const named = asked.length === 0 ? plans[tier].flat(3) : asked.flatMap((name) => (name === 'check' ? still : [name]));
  return new Set(named.flatMap((name) => [...neededBy(name), name]));
}

/**
 * @param {string} name
 * @returns {readonly string[]}
 */
function neededBy(name) {
  return (stages[name]?.needs ?? []).flatMap((other) => [...neededBy(other), other]);
}

/** @returns {readonly import('./test-stages.mjs').Rows[]} */
function planOf(/** @type {ReadonlySet<string>} */ chosen) {
  if (asked.length === 0) return plans[tier];
  // Whatever was asked for, in the order in which it makes sense.
  const every = [...plans.all.flat(), ...plans.long.flat()];
  const seen = new Set();
  return [
    every.map((lanes) =>
      lanes.map((lane) =>
        lane.filter((name) => {
          const isNew = chosen.has(name) && !seen.has(name);
          seen.add(name);
          return isNew;
        }),
      ),
    ),
  ];
}

await runScript(async () => {
  const chosen = chosenStages();
  const needsApp = [...chosen].some((name) => !stages[name]?.isStill);
  const setUpFrom = performance.now();
  await prepare({ runtime: needsApp, tests: true });
  console.log(`[set-up] ${((performance.now() - setUpFrom) / 1000).toFixed(1)} s, not part of the stages' budgets`);
  mkdirSync(path.join(root, 'test-results'), { recursive: true });
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopped.abort());
  /** @type {Map<string, import('./test-counts.mjs').Counts & { seconds: number }>} */
  const results = new Map();
  /** @type {string[]} */
  const overruns = [];
  /** @type {string[]} */
  const failures = [];
  const hasFailed = () => [...results.values()].some(({ failed }) => failed > 0);

  const runStage = async (/** @type {string} */ name, /** @type {NodeJS.ProcessEnv} */ env) => {
    const stage = stages[name];
    if (!stage || stopped.signal.aborted) return;
    const broken = (stage.needs ?? []).find((other) => results.get(other)?.failed !== 0);
    if (broken) {
      console.log(`[${name}] not run, because ${broken} failed`);
      return;
    }
    const begin = performance.now();
    const counts = await stage.run({ env, extra });
    const seconds = (performance.now() - begin) / 1000;
    const { text, overrun, isFarOver } = stageLine({
      name,
      minutes: stage.minutes,
      seconds,
      isGood: counts.failed === 0,
    });
    results.set(name, { ...counts, failed: counts.failed + (isFarOver && counts.failed === 0 ? 1 : 0), seconds });
    console.log(text);
    failures.push(...(counts.failures ?? []).map((failure) => `[${name}] ${failure}`));
    if (overrun) overruns.push(overrun);
  };
  const runAll = async (/** @type {NodeJS.ProcessEnv} */ env) => {
    for (const [index, rows] of planOf(chosen).entries()) {
      if (index > 0 && hasFailed() && !stopped.signal.aborted) {
        console.log('Stopped here: what npm test runs has failed.');
        return;
      }
      for (const lanes of rows) {
        const runLane = async (/** @type {readonly string[]} */ lane) => {
          for (const name of lane) await runStage(name, env);
        };
        await Promise.all(lanes.map(runLane));
      }
    }
  };

  await (needsApp ? withDisplay(runAll) : runAll(process.env));
  if (stopped.signal.aborted) {
    console.log('stopped before the end');
    return 130;
  }
  for (const failure of failures) console.log(`FAILED ${failure}`);
  for (const overrun of overruns) console.log(`!!! ${overrun} !!!`);
  if (tier === 'long') keepLongResults(results);
  console.log(closingLine([...results.values()]));
  return hasFailed() ? 1 : 0;
});
