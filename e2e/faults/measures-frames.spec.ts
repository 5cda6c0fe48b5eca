import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { catalogue } from '@core/experiments/catalogue';
import { measuresWindow } from '@core/experiments/measures-window';
import { root } from '../support/electron-program';

/** What the launcher thinks of commands: it starts before anything of the app's can be loaded. */
function launcherSays(all: readonly (readonly string[])[]): unknown {
  const module = JSON.stringify(join(root, 'scripts', 'measures-frames.mjs'));
  const code = `import { measuresFrames } from ${module}; console.log(JSON.stringify(${JSON.stringify(all)}.map(measuresFrames)));`;
  const said = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  return JSON.parse(said.stdout);
}

test('B07 the launcher knows which experiments look at the window', { tag: '@short' }, () => {
  const looks = catalogue.map(measuresWindow);
  expect(looks).toContain(true);
  expect(launcherSays(catalogue.map(({ id }) => ['run', id, '--preset', 'quick']))).toEqual(looks);
});

test('B07 the launcher knows which other commands measure frames', { tag: '@short' }, () => {
  const yes = [
    ['bench', '--workload', 'cpu', '--watch-window'],
    ['run', 'noise-floor', 'all'],
  ];
  const no = [['bench', '--workload', 'cpu'], ['verify', 'freeze-the-window', '--watch-window'], ['list'], []];
  expect(launcherSays([...yes, ...no])).toEqual([true, true, false, false, false, false]);
});
