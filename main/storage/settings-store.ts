import { readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { defaultSettings, settingsSchema } from '@core/ipc/settings';
import type { Settings } from '@core/ipc/settings';
import { visible } from '@core/texts/visible';
import { errorCode, writeAtomically } from './atomic-write';
import { readKnownKeys, withUnknownKeys } from './known-keys';
import type { KnownKeys } from './known-keys';

const windowStateSchema = v.strictObject({
  width: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(20_000)),
  height: v.pipe(v.number(), v.integer(), v.minValue(300), v.maxValue(20_000)),
  x: v.optional(v.pipe(v.number(), v.integer())),
  y: v.optional(v.pipe(v.number(), v.integer())),
  maximized: v.boolean(),
});
export type WindowState = v.InferOutput<typeof windowStateSchema>;

const fileSchema = v.strictObject({ settings: settingsSchema, window: v.optional(windowStateSchema) });
type SettingsFile = Omit<KnownKeys<v.InferOutput<typeof fileSchema>>, 'reset'> & {
  /** Nobody knows what is in the file: it is not written over. */
  readonly isUnseen?: true;
};

/** Settings and window state, in memory and in one file. A folder that cannot be written leaves them in memory. */
export interface SettingsStore {
  read(): Settings;
  change(changes: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Promise<Settings>;
  windowState(): WindowState | undefined;
  rememberWindow(state: WindowState): Promise<void>;
  /** Settles when everything that was changed is on disk (or reported as a problem). */
  flush(): Promise<void>;
}

/** @param onProblem called with a message if the file was unreadable (and set aside) or cannot be written */
export function openSettings(home: string, onProblem: (message: string) => void): SettingsStore {
  const path = join(home, 'settings.json');
  let file = load(path, onProblem);
  // One write after the other: two at once would share a temporary file.
  let writing: Promise<void> = Promise.resolve();

  function store(): Promise<void> {
    if (file.isUnseen) return Promise.resolve();
    const content = JSON.stringify(withUnknownKeys(file), null, 2);
    writing = writing
      .then(() => writeAtomically(path, content))
      .catch((error: unknown) => {
        onProblem(`Settings are kept for this session only. ${error instanceof Error ? error.message : String(error)}`);
      });
    return writing;
  }

  return {
    read: () => file.value.settings,
    async change(changes) {
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      const { settings, ...rest } = file.value;
      file = { ...file, value: { ...rest, settings: { ...settings, ...given } } };
      await store();
      return file.value.settings;
    },
    windowState: () => file.value.window,
    async rememberWindow(state) {
      file = { ...file, value: { ...file.value, window: state } };
      await store();
    },
    flush: () => writing,
  };
}

/** Larger files are no settings, in bytes: every lesson with all its places takes a hundredth. */
const mostBytes = 16 * 2 ** 20;
/** Failures of the machine, not of the file: it may be read at the next start. */
const passing: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENFILE', 'ENOMEM', 'EBUSY']);

const fresh = { settings: defaultSettings };

function load(path: string, onProblem: (message: string) => void): SettingsFile {
  let read: KnownKeys<v.InferOutput<typeof fileSchema>> | undefined;
  try {
    const found = statSync(path);
    // A pipe would be waited for, and main with it; a device or a file without an end fills the memory.
    if (found.isFile() && found.size <= mostBytes) {
      read = readKnownKeys(fileSchema, parsed(readFileSync(path, 'utf8')), fresh);
    }
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return { value: fresh, unknown: [] };
    if (code !== undefined && passing.has(code)) return leave(path, code, onProblem);
  }
  if (!read) return setAside(path, onProblem);
  if (read.reset.length > 0) {
    const names = read.reset.map((name) => visible(name.replace(/^settings\./, ''))).join(', ');
    onProblem(
      `In the settings, this version cannot use what stands under ${names}: it is as at the first start again.`,
    );
  }
  return read;
}

/** Undefined for what is no JSON, which no settings are. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** The file stays as it is: what it holds is not known, so nothing may be written in its place. */
function leave(path: string, code: string, onProblem: (message: string) => void): SettingsFile {
  onProblem(
    `The settings file ${path} cannot be read now (${code}). It stays as it is: standard settings are used, and changes are kept for this session only.`,
  );
  return { value: fresh, unknown: [], isUnseen: true };
}

function setAside(path: string, onProblem: (message: string) => void): SettingsFile {
  const aside = `${path}.unreadable-${Date.now()}`;
  try {
    renameSync(path, aside);
  } catch {
    // it stays where it is and is replaced by the next change
  }
  onProblem(`The settings file could not be read and was set aside as ${aside}. Standard settings are used.`);
  return { value: fresh, unknown: [] };
}
