// `npm run lab -- <command>`: the command line of the app. Results go to stdout untouched, everything else to stderr.
import process from 'node:process';
import { buildApp } from './build-app.mjs';
import { child, withDisplay } from './display.mjs';
import { noiseFilter } from './noise-filter.mjs';
import { prepare, runScript } from './prepare.mjs';
import { root } from './common.mjs';

const given = process.argv.slice(2);
// npm starts scripts in the project's folder; a file named on the command line is meant from where it was typed.
const cwd = (process.env['npm_lifecycle_event'] === 'lab' && process.env['INIT_CWD']) || process.cwd();

await runScript(
  async () => {
    const electron = await prepare();
    await buildApp();
    return withDisplay((env) => {
      // stderr is a pipe for the app, so it is told whether a person watches it.
      if (process.stderr.isTTY) env['LAB_STDERR_TTY'] = '1';
      const args = [root, ...(given.length > 0 ? given : ['help'])];
      return child(electron, args, { cwd, env, stdio: ['inherit', 'inherit', 'pipe'] }, ({ stderr }) => {
        const filter = noiseFilter((text) => process.stderr.write(text));
        stderr?.setEncoding('utf8').on('data', filter.push).on('end', filter.end);
      });
    });
  },
  (error) => (error.onlyDisplay ? 2 : 1),
);
