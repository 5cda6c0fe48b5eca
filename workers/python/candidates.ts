import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where an interpreter may be. */
export interface Places {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Names in a folder; empty where it cannot be read. */
  readonly list: (folder: string) => readonly string[];
}

/** `python3`, `python3.13`, `python3.14t`: on PATH also the plain name, which may be an old one and then says so. */
const programName = /^python(?:3(?:\.\d{1,2}t?)?)?(?:\.exe)?$/;
/** Version managers put small scripts there that choose one of the versions: those are found where they are. */
const scriptsFolder = /[\\/]shims[\\/]?$/;

/** This machine. */
export function thisMachine(): Places {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    list(folder) {
      try {
        return readdirSync(folder);
      } catch {
        return [];
      }
    },
  };
}

/** Every path at which an interpreter may be: on PATH, then where version managers and installers put them. */
export function candidates(places: Places): readonly string[] {
  const onPath = (places.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && !scriptsFolder.test(folder));
  const folders = [...onPath, ...managedFolders(places)];
  return [...new Set(folders.flatMap((folder) => programsIn(folder, places)))];
}

function programsIn(folder: string, { list }: Places): readonly string[] {
  return list(folder)
    .filter((name) => programName.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** Folders with the programs of one version each. */
function managedFolders(places: Places): readonly string[] {
  const { env, home, list, platform } = places;
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local');
    const roots = [join(local, 'Programs', 'Python'), env['ProgramFiles'] ?? 'C:\\Program Files', 'C:\\'];
    const own = roots.flatMap((root) =>
      list(root)
        .filter((name) => /^Python3\d+/i.test(name))
        .map((name) => join(root, name)),
    );
    const pyenv = env['PYENV'] ?? join(home, '.pyenv', 'pyenv-win');
    return [...own, ...versionsIn(join(pyenv, 'versions'), places), ...versionsIn(uvRoot(places), places)];
  }
  const roots = [
    join(env['PYENV_ROOT'] ?? join(home, '.pyenv'), 'versions'),
    join(env['ASDF_DATA_DIR'] ?? join(home, '.asdf'), 'installs', 'python'),
    join(env['MISE_DATA_DIR'] ?? join(home, '.local', 'share', 'mise'), 'installs', 'python'),
    uvRoot(places),
    join(home, 'miniconda3', 'envs'),
    join(home, 'anaconda3', 'envs'),
    '/Library/Frameworks/Python.framework/Versions',
  ];
  const single = [join(home, 'miniconda3', 'bin'), join(home, 'anaconda3', 'bin'), '/opt/homebrew/bin'];
  return [...roots.flatMap((root) => versionsIn(root, places).map((version) => join(version, 'bin'))), ...single];
}

function uvRoot({ env, home, platform }: Places): string {
  const data = platform === 'win32' ? (env['APPDATA'] ?? home) : join(home, '.local', 'share');
  return env['UV_PYTHON_INSTALL_DIR'] ?? join(data, 'uv', 'python');
}

function versionsIn(root: string, { list }: Places): readonly string[] {
  return list(root).map((name) => join(root, name));
}
