import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/electron-program';

/** The folder that `npm test -- package` leaves: the test flavour, with the fuses of a release. */
export const packagedFolder = join(root, 'dist', 'test-flavour', 'linux-unpacked');
export const packagedProgram = join(packagedFolder, 'concurrency-lab');

/** @throws Error naming the command that makes it, if it is not there */
export function requirePackagedProgram(): void {
  if (existsSync(packagedProgram)) return;
  throw new Error(`There is no ${packagedProgram}. To make it, type: npm test -- package`);
}
