// `npm run lab -- <command>`: the command line of the app. Results go to stdout untouched, everything else to stderr.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { buildApp } from './build-app.mjs';
import { child, withDisplay } from './display.mjs';
import { measuresFrames } from './measures-frames.mjs';
import { noiseFilter } from './noise-filter.mjs';
import { prepare, runScript } from './prepare.mjs';
import { checkMachine } from './runtime-environment.mjs';
import { SetupError, root } from './common.mjs';

const given = process.argv.slice(2);
// npm starts scripts in the project's folder; a file named on the command line is meant from where it was typed.
const typedIn = process.env['npm_lifecycle_event'] === 'lab' ? process.env['INIT_CWD'] : undefined;

/**
 * What a shell has opened for words like `<(…)` and `>(…)`, from descriptor 3 on: the program finds it under the same number.
 * @param {readonly string[]} words
 * @returns {readonly (number | 'ignore')[]}
 */
function openedByShell(words) {
  const numbers = words
    .flatMap((word) => /(?:^|=)\/(?:dev|proc\/self)\/fd\/(\d{1,3})$/.exec(word)?.[1] ?? [])
    .map(Number);
  const open = new Set(numbers.filter((one) => one > 2 && existsSync(`/dev/fd/${one}`)));
  return Array.from({ length: Math.max(2, ...open) - 2 }, (_, at) => (open.has(at + 3) ? at + 3 : 'ignore'));
}

function workingFolder() {
  try {
    return typedIn || process.cwd();
  } catch {
    throw new SetupError(
      'The folder that this was typed in is not there any more. Change to another one, then try again.',
    );
  }
}

await runScript(
  async () => {
    const cwd = workingFolder();
    const electron = await prepare();
    await buildApp();
    checkMachine(electron);
    return withDisplay(
      (env) => {
        env['LAB_COMMAND'] = '1';
        env['LAB_LAUNCHER'] = String(process.pid);
        // stderr is a pipe for the app, so it is told whether a person watches it.
        if (process.stderr.isTTY) env['LAB_STDERR_TTY'] = '1';
        // Containers often have very little of /dev/shm. Where frames are measured nothing is changed.
        const runtime = measuresFrames(given) ? [] : ['--disable-dev-shm-usage'];
        const args = [...runtime, root, ...(given.length > 0 ? given : ['help'])];
        return child(
          electron,
          args,
          { cwd, env, stdio: ['inherit', 'inherit', 'pipe', ...openedByShell(given)] },
          (started) => {
            const { stderr } = started;
            // Nobody reads any more: the app is told by a closed pipe, a gone terminal by its signal as well.
            process.stderr.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
              stderr?.destroy();
              if (error.code === 'EIO') started.kill('SIGHUP');
            });
            const filter = noiseFilter((text) => process.stderr.write(text));
            stderr?.setEncoding('utf8').on('data', filter.push).on('end', filter.end);
          },
        );
      },
      { ownDisplay: measuresFrames(given) },
    );
  },
  (error) => (error.onlyDisplay ? 2 : 1),
);
