// `npm run dev`: the window, rebuilt while the sources are edited.
import path from 'node:path';
import process from 'node:process';
import { child, withDisplay } from './display.mjs';
import { prepare, runScript } from './prepare.mjs';
import { root } from './common.mjs';

await runScript(async () => {
  await prepare();
  const bundler = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  return withDisplay((env) => child(process.execPath, [bundler, 'dev', '--watch'], { cwd: root, env }));
});
