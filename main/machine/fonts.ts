import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The package to install where there is no font at all. */
export const fontsPackage = 'fonts-dejavu-core';

const deepest = 4;

/** Where systems with the freedesktop rules keep fonts. */
function usualFolders(): readonly string[] {
  const home = homedir();
  return [
    ...['/usr/share/fonts', '/usr/local/share/fonts', '/usr/share/X11/fonts', '/run/current-system/sw/share/X11/fonts'],
    ...[join(process.env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'fonts'), join(home, '.fonts')],
  ];
}

/**
 * Whether the system has a font where fonts usually are. Chromium paints no page without one, whatever fonts the page brings.
 * @param folders for tests
 */
export function hasFonts(folders: readonly string[] = usualFolders()): boolean {
  return process.platform !== 'linux' || folders.some((folder) => holdsFont(folder, deepest));
}

function holdsFont(folder: string, depth: number): boolean {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    if (entries.some(({ name }) => /\.(?:ttf|otf|ttc|pf[ab]|pcf)(?:\.gz)?$/i.test(name))) return true;
    // Distributions link whole folders of fonts.
    return depth > 0 && entries.some((entry) => !entry.isFile() && holdsFont(join(folder, entry.name), depth - 1));
  } catch {
    return false;
  }
}
