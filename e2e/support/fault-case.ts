import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { recordSchema } from '@core/record/record';
import { electronProgram, root, sandboxSwitches } from './electron-program';
import { markedLeftAfter, markedProcesses } from './marked-processes';
import { shownWindows } from './x-windows';
import type { Where } from '../faults/commands';

/** Everything that one case touches: below one folder, whose path marks all its processes. */
export interface FaultPlace {
  readonly folder: string;
  /** XDG_CONFIG_HOME of what is started by the launcher. */
  readonly config: string;
  readonly data: string;
  readonly temporary: string;
  readonly json: string;
  readonly pdf: string;
  readonly record: string;
  readonly records: string;
}

/** Makes the folders of a case. Short paths: the names of sockets may have 108 bytes only. */
export function faultPlace(): FaultPlace {
  const folder = mkdtempSync(join(tmpdir(), 'lab-fault-'));
  const config = join(folder, 'config');
  const place = {
    ...{ folder, config, data: join(config, 'Concurrency Lab'), temporary: join(folder, 'tmp') },
    ...{ json: join(folder, 'out.json'), pdf: join(folder, 'out.pdf') },
    ...{ record: join(folder, 'record.json'), records: join(folder, 'records') },
  };
  for (const made of [place.config, place.temporary, place.records]) mkdirSync(made, { recursive: true });
  return place;
}

/** What is started, and what happens to it meanwhile. */
export interface FaultStart {
  readonly through: 'app' | 'launcher' | 'window';
  readonly words: readonly string[];
  /** Text for bash, in which "$@" is the program with its words. */
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  /** Signals for what bash has become, so long after the text was seen on standard error. */
  readonly signals: readonly { readonly signal: NodeJS.Signals; readonly afterMs: number }[];
  /** Undefined: the signals' time begins with the start. */
  readonly signalsAfter: string | undefined;
  /** Longest time for its processes to end after it, in ms (3 s if not given). */
  readonly leaveMs?: number;
}

/** What was seen of a case from outside. */
export interface Observed {
  /** 128 + n after signal n, as a shell says it. */
  readonly status: number;
  /** From the start, or from the first signal or the end of the terminal, to the end. */
  readonly seconds: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly places: readonly Where[];
  readonly windows: readonly string[];
  readonly left: readonly string[];
}

const lookMs = 250;
const giveUpMs = 90_000;
const signalNumbers: Readonly<Record<string, number>> = { SIGHUP: 1, SIGINT: 2, SIGABRT: 6, SIGKILL: 9, SIGTERM: 15 };

/** Runs a case to its end and looks at what it left. What hangs is ended after a time, by its mark alone. */
export async function observe(place: FaultPlace, start: FaultStart): Promise<Observed> {
  const child = spawn('bash', ['-c', start.shell, 'bash', ...programOf(place, start)], {
    cwd: place.folder,
    env: environmentOf(place, start.env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const startedMs = performance.now();
  let fromMs = startedMs;
  let stdout = '';
  let stderr = '';
  let armed = start.signals.length > 0;
  const timers: NodeJS.Timeout[] = [];
  function arm(): void {
    if (!armed || (start.signalsAfter !== undefined && !stderr.includes(start.signalsAfter))) return;
    armed = false;
    for (const [at, { signal, afterMs }] of start.signals.entries()) {
      timers.push(
        setTimeout(() => {
          if (at === 0) fromMs = performance.now();
          child.kill(signal);
        }, afterMs),
      );
    }
  }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
    arm();
  });
  arm();
  const windows = new Set<string>();
  const watch = setInterval(() => {
    const displays = new Set(markedProcesses(place.folder).map(({ display }) => display ?? ''));
    for (const display of displays)
      void shownWindows(display).then((titles) => {
        for (const title of titles) windows.add(title);
      });
  }, lookMs);
  const giveUp = setTimeout(() => {
    endAll(place.folder);
  }, giveUpMs);
  const status = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    // `exit` rather than `close`: whoever is left behind may hold the pipes open.
    child.once('exit', (code, signal) => {
      resolve(code ?? 128 + (signalNumbers[signal ?? ''] ?? 0));
    });
  });
  const endedMs = performance.now();
  clearTimeout(giveUp);
  clearInterval(watch);
  for (const timer of timers) clearTimeout(timer);
  const left = (await markedLeftAfter(place.folder, start.leaveMs ?? 3_000)).map(({ pid, name }) => `${pid} ${name}`);
  endAll(place.folder);
  await new Promise((resolve) => setTimeout(resolve, 20)); // what is in the pipes is read
  const closed = /terminal closed, ([\d.]+)/.exec(stderr)?.[1];
  const seconds = closed === undefined ? (endedMs - fromMs) / 1000 : Number(closed);
  return { status, seconds, stdout, stderr, places: placesOf(place, stdout), windows: [...windows], left };
}

function programOf({ data }: FaultPlace, { through, words }: FaultStart): readonly string[] {
  if (through === 'launcher') return [process.execPath, join(root, 'scripts', 'lab.mjs'), ...words];
  if (through === 'window') return [process.execPath, join(root, 'scripts', 'start.mjs'), ...words];
  return [electronProgram(), ...sandboxSwitches, `--user-data-dir=${data}`, root, ...words];
}

/** The stage's own display is no fact about the case's, and a case has folders of its own. */
function environmentOf(place: FaultPlace, more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const env = { ...process.env };
  delete env['LAB_DISPLAY'];
  const folders = { CASE: place.folder, DATA: place.data, TMP: place.temporary, SUPPORT: import.meta.dirname };
  return { ...env, ...folders, XDG_CONFIG_HOME: place.config, TMPDIR: place.temporary, ...more };
}

function endAll(mark: string): void {
  for (const { pid } of markedProcesses(mark)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it has ended meanwhile
    }
  }
}

/** Where records are; a folder that was mounted for the case alone is copied to `seen` by the case. */
function placesOf({ folder, data, json, temporary }: FaultPlace, stdout: string): readonly Where[] {
  const homes = [data, join(folder, 'seen')];
  const found: Where[] = [];
  if (isRecord(textOf(json))) found.push('file');
  if (isRecord(stdout)) found.push('stdout');
  if (homes.some((home) => hasRecord(join(home, 'records')))) found.push('Notebook');
  if (homes.some((home) => hasJournal(join(home, 'active')))) found.push('journal');
  const kept = namesIn(temporary).map((name) => join(temporary, name));
  if (kept.some((home) => hasRecord(join(home, 'records')) || hasJournal(join(home, 'active'))))
    found.push('elsewhere');
  return found;
}

function hasRecord(folder: string): boolean {
  return namesIn(folder).some((name) => name.endsWith('.json') && isRecord(textOf(join(folder, name))));
}

function hasJournal(folder: string): boolean {
  return namesIn(folder).some((name) => name.endsWith('.jsonl') && statSync(join(folder, name)).size > 0);
}

function isRecord(text: string): boolean {
  try {
    return v.safeParse(recordSchema, JSON.parse(text)).success;
  } catch {
    return false;
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
