/** For tests alone: executes a snippet with what it calls, in a process of its own, and tells what was called and when. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { filesOf } from '@core/code/source';

const execute = promisify(execFile);

/** One call of a function that the snippet was given. */
export interface Call {
  readonly name: string;
  /** First argument. */
  readonly of: unknown;
  readonly startNs: number;
  readonly endNs: number;
  readonly result: unknown;
  /** Process and thread that executed it. */
  readonly who: string;
}

export interface SnippetRun {
  readonly calls: readonly Call[];
  /** Longest time between two turns of the main thread's loop while the snippet ran, in nanoseconds. */
  readonly longestGapNs: number;
}

export interface SnippetOptions {
  readonly given: string;
  readonly snippet: string;
  /** What takes the place of a name that is given: an expression in JavaScript. */
  readonly instead?: Readonly<Record<string, string>>;
  /** Goes before worker.mjs. */
  readonly workerPrelude?: string;
  /** Goes after the snippet, in main.mjs. */
  readonly after?: string;
  /** Where the snippet does not wait for its work itself: so many calls end it. */
  readonly untilCalls?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

const watched = ['compute', 'block', 'wait', 'start', 'doSync', 'doAsync', 'checksum', 'show'];

/** Names that a text declares or imports at its top level. */
function namesIn(text: string): readonly string[] {
  const declared = [...text.matchAll(/^(?:async function\*?|function|const|let|class) (\w+)/gm)].map(
    ([, name]) => name,
  );
  const imported = [...text.matchAll(/^import (?:(\w+)|\{([^}]*)\}) from/gm)].flatMap(([, single, several = '']) =>
    single === undefined ? several.split(',').map((one) => one.trim().split(' as ').at(-1)) : [single],
  );
  return [...new Set([...declared, ...imported].filter((name) => name !== undefined))];
}

/** @throws Error with what the program wrote, if it did not end well within 20 s */
export async function runSnippet(options: SnippetOptions): Promise<SnippetRun> {
  const { given, snippet, instead = {}, workerPrelude = '', after = '', untilCalls = 0, environment = {} } = options;
  const folder = await mkdtemp(join(tmpdir(), 'lab-snippet-'));
  try {
    const givenFiles = filesOf(given);
    const base = givenFiles.get('main.mjs') ?? '';
    const names = [...new Set([...namesIn(base), ...Object.keys(instead)])];
    const shown = names.filter((name) => !Object.keys(instead).includes(name));
    const use = (text: string): string => {
      const own = new Set(namesIn(text));
      return `import { ${names.filter((name) => !own.has(name)).join(', ')} } from './recorded.mjs';\n${text}`;
    };
    await writeFile(join(folder, 'given.mjs'), `${base}\nexport { ${namesIn(base).join(', ')} };\n`);
    await writeFile(
      join(folder, 'recorded.mjs'),
      [
        recorder,
        ready,
        ...shown.map((name) =>
          /^hire/.test(name)
            ? `export const ${name} = whenReady(given.${name});`
            : watched.includes(name)
              ? `export const ${name} = recorded('${name}', given.${name});`
              : `export { ${name} } from './given.mjs';`,
        ),
        ...Object.entries(instead).map(([name, expression]) => `export const ${name} = ${expression};`),
      ].join('\n'),
    );
    for (const [name, text] of givenFiles) {
      if (name !== 'main.mjs') await writeFile(join(folder, name), use(text));
    }
    for (const [name, text] of filesOf(snippet)) {
      const body =
        name === 'main.mjs'
          ? `${beatsBefore}\n${text}\n${after}\n${endOf(untilCalls)}`
          : `${workerPrelude}\n${text}\n${readyAfter}`;
      await writeFile(join(folder, name), use(body));
    }
    await execute(process.execPath, ['main.mjs'], {
      cwd: folder,
      timeout: 20_000,
      env: { ...process.env, ...environment },
    });
    await endsWithAll(folder);
    const calls = (await readFile(join(folder, 'calls.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Call);
    const { longestGapNs } = JSON.parse(await readFile(join(folder, 'beats.json'), 'utf8')) as SnippetRun;
    return { calls, longestGapNs };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @throws Error if a process of the program goes on for over 3 s after its end; only Linux tells. */
async function endsWithAll(folder: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const left = async (): Promise<readonly string[]> => {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')));
    return pids.filter((_, index) => places[index]?.startsWith(folder));
  };
  const until = performance.now() + 3_000;
  while ((await left()).length > 0) {
    if (performance.now() > until) throw new Error(`processes ${(await left()).join(', ')} outlive their program`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Wraps what is given, in every process and thread alike. Times are those of the machine's one monotonic clock. */
const recorder = `
import * as given from './given.mjs';
import { appendFileSync, existsSync, statSync } from 'node:fs';
import { threadId } from 'node:worker_threads';
const now = () => Number(process.hrtime.bigint());
const plain = (value) => (typeof value === 'object' && value !== null && !('seed' in value) ? null : (value ?? null));
function recorded(name, call) {
  return (...given) => {
    const startNs = now();
    const note = (result) => {
      const line = { name, of: plain(given[0]), startNs, endNs: now(), result: plain(result), who: process.pid + '/' + threadId };
      appendFileSync('calls.jsonl', JSON.stringify(line) + '\\n');
      return result;
    };
    const result = call(...given);
    return result instanceof Promise ? result.then(note) : note(result);
  };
}`;

/** The lab's workers are ready before the clock starts: so are these, once their own file has been executed. */
const ready = `
function whenReady(hire) {
  return async (count) => {
    const before = readyCount();
    const hired = await hire(count);
    while (readyCount() < before + count) await new Promise((goOn) => setTimeout(goOn, 2));
    return hired;
  };
}
const readyCount = () => (existsSync('ready') ? statSync('ready').size : 0);`;
const readyAfter = `
const { appendFileSync: say } = await import('node:fs');
say('ready', 'x');`;

const beatsBefore = `
let lastBeat = Number(process.hrtime.bigint());
let longestGapNs = 0;
const beat = () => {
  const nowNs = Number(process.hrtime.bigint());
  longestGapNs = Math.max(longestGapNs, nowNs - lastBeat);
  lastBeat = nowNs;
};
const beating = setInterval(beat, 1);
await new Promise((goOn) => setTimeout(goOn, 10));
longestGapNs = 0;`;

function endOf(untilCalls: number): string {
  return `
const { writeFileSync, readFileSync, existsSync, appendFileSync } = await import('node:fs');
appendFileSync('calls.jsonl', '');
const countCalls = () => existsSync('calls.jsonl') ? readFileSync('calls.jsonl', 'utf8').split('\\n').length - 1 : 0;
while (countCalls() < ${untilCalls}) await new Promise((goOn) => setTimeout(goOn, 5));
// The beat that was held up comes first.
await new Promise((goOn) => setTimeout(goOn, 5));
writeFileSync('beats.json', JSON.stringify({ longestGapNs }));
process.exit(0);`;
}
