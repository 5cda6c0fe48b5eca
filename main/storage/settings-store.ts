import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { defaultSettings, settingsSchema } from '@core/ipc/settings';
import type { Settings } from '@core/ipc/settings';
import { errorCode, writeAtomically } from './atomic-write';

const windowStateSchema = v.strictObject({
  width: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(20_000)),
  height: v.pipe(v.number(), v.integer(), v.minValue(300), v.maxValue(20_000)),
  x: v.optional(v.pipe(v.number(), v.integer())),
  y: v.optional(v.pipe(v.number(), v.integer())),
  maximized: v.boolean(),
});
export type WindowState = v.InferOutput<typeof windowStateSchema>;

const fileSchema = v.strictObject({ settings: settingsSchema, window: v.optional(windowStateSchema) });
type SettingsFile = v.InferOutput<typeof fileSchema>;

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
    const content = JSON.stringify(file, null, 2);
    writing = writing
      .then(() => writeAtomically(path, content))
      .catch((error: unknown) => {
        onProblem(`Settings are kept for this session only. ${error instanceof Error ? error.message : String(error)}`);
      });
    return writing;
  }

  return {
    read: () => file.settings,
    async change(changes) {
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      file = { ...file, settings: { ...file.settings, ...given } };
      await store();
      return file.settings;
    },
    windowState: () => file.window,
    async rememberWindow(state) {
      file = { ...file, window: state };
      await store();
    },
    flush: () => writing,
  };
}

function load(path: string, onProblem: (message: string) => void): SettingsFile {
  try {
    return v.parse(fileSchema, JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') {
      const aside = `${path}.unreadable-${Date.now()}`;
      try {
        renameSync(path, aside);
      } catch {
        // it stays where it is and is replaced by the next change
      }
      onProblem(`The settings file could not be read and was set aside as ${aside}. Standard settings are used.`);
    }
    return { settings: defaultSettings };
  }
}
