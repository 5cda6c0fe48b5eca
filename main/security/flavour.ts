import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * True for a program that people get. Development trees and the packaged test flavour (its package.json carries
 * `flavour: "test"`) may be driven and debugged; a release may not.
 */
export function isRelease(): boolean {
  if (!app.isPackaged) return false;
  const manifest = readManifest(); // a package without one gets no liberties
  return !(typeof manifest === 'object' && manifest !== null && 'flavour' in manifest && manifest.flavour === 'test');
}

/** Content of the program's own package.json; undefined where it cannot be read. */
export function readManifest(): unknown {
  try {
    return JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'));
  } catch {
    return undefined;
  }
}
