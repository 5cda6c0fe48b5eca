// `npm start`: everything that is needed, then the window.
import os from 'node:os';
import process from 'node:process';
import { buildApp } from './build-app.mjs';
import { child, displayRefuses, withDisplay } from './display.mjs';
import { prepare, runScript } from './prepare.mjs';
import { checkMachine } from './runtime-environment.mjs';
import { SetupError, root, say } from './common.mjs';

await runScript(async () => {
  const electron = await prepare();
  await buildApp();
  checkMachine(electron);
  if (process.platform === 'linux' && (await displayRefuses(process.env)))
    throw new SetupError(
      `The display ${process.env['DISPLAY']} does not let this user in. Whoever is logged in there types:\n\n    xhost +si:localuser:${os.userInfo().username}\n`,
    );
  return withDisplay((env) => {
    if (env['DISPLAY'] !== process.env['DISPLAY'])
      say(`no screen was found: the window opens on the virtual display ${env['DISPLAY'] ?? ''}`);
    // A window that nobody sees ends with whoever opened it.
    if (env['LAB_DISPLAY'] === 'virtual') env['LAB_LAUNCHER'] = String(process.pid);
    return child(electron, [root, ...process.argv.slice(2)], { env });
  });
});
