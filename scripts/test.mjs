// `npm test`: the whole check. `npm test -- unit e2e` runs a part, `npm run check` all that needs no window.
// After a further `--`, arguments go to the runner: `npm test -- e2e -- -g cancel`.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { SetupError, root } from './common.mjs';
import { withDisplay } from './display.mjs';
import { prepare, runScript } from './prepare.mjs';
import { closingLine } from './test-counts.mjs';
import { needs, plan, stages, still } from './test-stages.mjs';

const split = process.argv.indexOf('--', 2);
const asked = process.argv.slice(2, split < 0 ? undefined : split);
const extra = split < 0 ? [] : process.argv.slice(split + 1);

/** @returns {Set<string>} the stages asked for, and those that they need */
function chosenStages() {
  const unknown = asked.find((name) => name !== 'check' && !(name in stages));
  const all = Object.keys(stages);
  if (unknown) throw new SetupError(`There is no stage "${unknown}". Choose from: check, ${all.join(', ')}`);
  if (extra.length > 0 && !['unit', 'e2e'].includes(asked.join())) {
    throw new SetupError('Arguments after a second -- are for one runner. Type: npm test -- unit|e2e -- <arguments>');
  }
  const named = asked.length === 0 ? all : asked.flatMap((name) => (name === 'check' ? still : [name]));
  return new Set(named.flatMap((name) => [...(needs[name] ?? []), name]));
}

await runScript(async () => {
  const chosen = chosenStages();
  const needsApp = [...chosen].some((name) => !still.includes(name));
  await prepare({ runtime: needsApp, tests: true });
  mkdirSync(path.join(root, 'test-results'), { recursive: true });
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopped.abort());
  /** @type {Map<string, import('./test-counts.mjs').Counts>} */
  const results = new Map();

  const runStage = async (/** @type {string} */ name, /** @type {NodeJS.ProcessEnv} */ env) => {
    const stage = stages[name];
    if (!stage || !chosen.has(name) || stopped.signal.aborted) return;
    const broken = (needs[name] ?? []).find((other) => results.get(other)?.failed !== 0);
    if (broken) {
      console.log(`[${name}] not run, because ${broken} failed`);
      return;
    }
    const begin = performance.now();
    const counts = await stage({ env, extra });
    results.set(name, counts);
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(`[${name}] ${counts.failed === 0 ? 'ok' : 'FAILED'} in ${seconds} s`);
  };
  const runAll = async (/** @type {NodeJS.ProcessEnv} */ env) => {
    for (const lanes of plan) {
      const runLane = async (/** @type {readonly string[]} */ lane) => {
        for (const name of lane) await runStage(name, env);
      };
      await Promise.all(lanes.map(runLane));
    }
  };

  await (needsApp ? withDisplay(runAll) : runAll(process.env));
  if (stopped.signal.aborted) {
    console.log('stopped before the end');
    return 130;
  }
  console.log(closingLine([...results.values()]));
  return [...results.values()].some(({ failed }) => failed > 0) ? 1 : 0;
});
