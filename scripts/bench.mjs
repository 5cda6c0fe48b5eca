// `npm run bench`: what the lab measures against a bare script, and what the lab itself costs. Run it on a quiet machine.
import path from 'node:path';
import process from 'node:process';
import { buildApp } from './build-app.mjs';
import { SetupError, root } from './common.mjs';
import { child, withDisplay } from './display.mjs';
import { prepare, runScript } from './prepare.mjs';

await runScript(async () => {
  const runtime = await prepare({ tests: true });
  await buildApp();
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = path.join(root, 'bench', 'vite.config.ts');
  const bundled = await child(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (bundled !== 0) throw new SetupError('The bench could not be bundled; the reason is above.');
  const program = path.join(root, 'node_modules', '.cache', 'bench', 'index.mjs');
  return withDisplay((env) => {
    const given = [...process.argv.slice(2), '--root', root, '--runtime', runtime];
    return child(process.execPath, [program, ...given], { env });
  });
});
