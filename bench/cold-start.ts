import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { medianInterval } from '@core/statistics/bootstrap';
import { createRandom, shuffled } from '@core/statistics/random';
import { ratioInterval } from '@core/statistics/ratio';
import { figure } from './figures';
import type { Figure } from './figures';
import type { Options } from './options';
import { runProgram, sandboxSwitches, temporaryFolder } from './programs';

const rounds = 7;
const hello = `const { app } = require('electron');
app.whenReady().then(() => {
  console.log('hello');
  app.exit(0);
});
`;

export interface StartTimes {
  readonly labMs: readonly number[];
  readonly helloMs: readonly number[];
}

/**
 * From the start of the process to its end: the command `list` of the app against an Electron app that says hello when
 * ready. Same runtime, own profiles, shuffled order; round 0 fills the file caches and is left out.
 */
export async function coldStart(
  { runtime, root }: Options,
  say: (text: string) => void,
): Promise<{ readonly figures: readonly Figure[]; readonly raw: StartTimes }> {
  const folder = temporaryFolder();
  const helloFolder = join(folder, 'hello');
  mkdirSync(helloFolder);
  writeFileSync(join(helloFolder, 'package.json'), '{ "name": "hello", "main": "main.js" }\n');
  writeFileSync(join(helloFolder, 'main.js'), hello);
  // What Chromium leaves in the system's temporary folder is removed with ours.
  const env = { ...process.env, TMPDIR: folder };
  const random = createRandom(1);
  const times = { lab: [] as number[], hello: [] as number[] };
  say(`start: ${rounds} rounds`);
  for (let round = 0; round <= rounds; round++) {
    for (const which of shuffled(['lab', 'hello'] as const, random)) {
      const own = [...sandboxSwitches, `--user-data-dir=${join(folder, `profile-${which}`)}`];
      const args = which === 'lab' ? [root, 'list'] : [helloFolder];
      const { tookMs, stdout } = await runProgram(runtime, [...own, ...args], { env, limitMs: 30_000 });
      if (stdout.trim() === '') throw new Error(`The start of ${which} printed nothing.`);
      if (round > 0) times[which].push(tookMs);
    }
  }
  const figures = [
    figure('start', 'list / hello world', 'x', ratioInterval(times.lab, times.hello, random), 'rounds'),
    figure('start', 'list, start to end', 'ms', medianInterval(times.lab, random), 'rounds'),
    figure('start', 'hello world, start to end', 'ms', medianInterval(times.hello, random), 'rounds'),
  ];
  return { figures, raw: { labMs: times.lab, helloMs: times.hello } };
}
