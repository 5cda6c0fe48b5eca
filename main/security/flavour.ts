import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * True for a program that people get. Development trees and the packaged test flavour (its package.json carries
 * `flavour: "test"`) may be driven and debugged; a release may not.
 */
export function isRelease(): boolean {
  if (!app.isPackaged) return false;
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'));
    return !(typeof manifest === 'object' && manifest !== null && 'flavour' in manifest && manifest.flavour === 'test');
  } catch {
    return true; // a package without its manifest gets no liberties
  }
}
