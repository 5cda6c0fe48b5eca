// `npm start`: everything that is needed, then the window.
import process from 'node:process';
import { buildApp } from './build-app.mjs';
import { child, withDisplay } from './display.mjs';
import { prepare, runScript } from './prepare.mjs';
import { checkMachine } from './runtime-environment.mjs';
import { root, say } from './common.mjs';

await runScript(async () => {
  const electron = await prepare();
  await buildApp();
  checkMachine(electron);
  return withDisplay((env) => {
    if (env['DISPLAY'] !== process.env['DISPLAY'])
      say(`no screen was found: the window opens on the virtual display ${env['DISPLAY'] ?? ''}`);
    // A window that nobody sees ends with whoever opened it.
    if (env['LAB_DISPLAY'] === 'virtual') env['LAB_LAUNCHER'] = String(process.pid);
    return child(electron, [root, ...process.argv.slice(2)], { env });
  });
});
