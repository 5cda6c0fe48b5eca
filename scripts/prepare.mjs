// Makes a fresh checkout runnable: npm packages, the Electron runtime, system libraries. Uses only what Node itself ships,
// because it runs before anything is installed. Silent when there is nothing to do; speaks on stderr only.
import { closeSync } from 'node:fs';
import process from 'node:process';
import { isatty } from 'node:tty';
import { cannotWrite } from './cannot-write.mjs';
import { ensureElectron } from './electron-runtime.mjs';
import { ensurePackages } from './npm-packages.mjs';
import { SetupError, isStarted } from './common.mjs';
import { ensureSystemLibraries } from './system-libs.mjs';

const oldestNode = '20.19.0';

/**
 * @param {{ runtime?: boolean, tests?: boolean }} [what] `runtime: false` leaves out what only the running app needs,
 *   `tests: true` adds what only the tests need
 * @returns {Promise<string>} the path of the Electron program, or an empty string without a runtime
 * @throws {SetupError} when the person has to do something first
 */
export async function prepare({ runtime = true, tests = false } = {}) {
  if (process.versions.node.localeCompare(oldestNode, 'en', { numeric: true }) < 0) {
    throw new SetupError(
      `Node ${oldestNode} or newer is needed; this is ${process.versions.node}. It is at https://nodejs.org/en/download`,
    );
  }
  await ensurePackages();
  if (!runtime) return '';
  const executable = await ensureElectron();
  await ensureSystemLibraries(executable, tests);
  return executable;
}

/**
 * Node puts terminals back as they were when it ends, and aborts (134) where one has gone meanwhile. One that is closed it
 * leaves alone.
 */
function outliveTerminal() {
  const terminals = [0, 1, 2].filter((descriptor) => isatty(descriptor));
  process.on('exit', () => {
    for (const descriptor of terminals) {
      if (isatty(descriptor)) continue;
      try {
        closeSync(descriptor);
      } catch {
        // it is closed already
      }
    }
  });
}

/**
 * Runs an entry script: what it resolves to is the exit status; what the person must do is said without a stack.
 * @param {() => Promise<number>} script
 * @param {(error: SetupError) => number} [statusOf] the exit status of a set-up that cannot be done here
 */
export async function runScript(script, statusOf = () => 1) {
  outliveTerminal();
  try {
    process.exitCode = await script();
  } catch (error) {
    const said = error instanceof SetupError ? error.message : cannotWrite(error);
    if (said === undefined) throw error;
    console.error(said);
    process.exitCode = error instanceof SetupError ? statusOf(error) : 1;
  }
}

if (isStarted(import.meta.url)) {
  await runScript(async () => {
    await prepare({ runtime: !process.argv.includes('--packages-only') });
    return 0;
  });
}
