import { rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * The development runtime carries a default app and a version file; a packaged program must hold neither.
 * @param {{ appOutDir: string }} context
 */
export async function afterPack({ appOutDir }) {
  for (const extra of [path.join('resources', 'default_app.asar'), 'version']) {
    await rm(path.join(appOutDir, extra), { force: true, recursive: true });
  }
}
