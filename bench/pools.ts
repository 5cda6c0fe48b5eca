import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { medianInterval } from '@core/statistics/bootstrap';
import { median } from '@core/statistics/quantile';
import { createRandom } from '@core/statistics/random';
import { ratioInterval } from '@core/statistics/ratio';
import { figure } from './figures';
import type { Figure } from './figures';
import type { Options } from './options';
import { measureProcesses } from './pools-processes';
import type { PoolsResult } from './pools/types';
import { runProgram } from './programs';

const blocks = 15;
const seed = 11;
const limitMs = 600_000;
const libraries = ['piscina', 'tinypool', 'workerpool', 'poolifier'] as const;

interface Raw extends PoolsResult {
  readonly versions: Readonly<Record<string, string>>;
}

type Measured = Promise<{ readonly figures: readonly Figure[]; readonly raw: Raw }>;

/** The lab's pool against the libraries and bare `postMessage`, under the Node that runs the bench. */
export async function pools(options: Options, say: (text: string) => void): Measured {
  say(`pools: threads, ${blocks} blocks in shuffled order`);
  const program = join(import.meta.dirname, 'pools-threads.mjs');
  const { stdout } = await runProgram(process.execPath, ['--expose-gc', program, String(blocks), String(seed)], {
    limitMs,
  });
  return shown('pools', options, JSON.parse(stdout) as PoolsResult);
}

/** The lab's task processes against bare `child_process.fork`, Electron's port and the libraries, on the app's runtime. */
export async function processes(options: Options, say: (text: string) => void): Measured {
  return shown('processes', options, await measureProcesses(options, blocks, seed, say));
}

function shown(part: string, options: Options, result: PoolsResult): Awaited<Measured> {
  return { figures: figuresOf(part, result), raw: { versions: versions(options), ...result } };
}

function versions({ root }: Options): Readonly<Record<string, string>> {
  const version = (name: string): string =>
    (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { readonly version: string })
      .version;
  return Object.fromEntries(libraries.map((name) => [name, version(name)]));
}

/**
 * Of each measure: every pool's median, and the lab against the best library and against bare messages, block by block.
 * The best library is the one with the best median of this very run, in its best setting: where two are close, chance
 * speaks for the libraries.
 */
export function figuresOf(part: string, { measures, entrants, blocks: done }: PoolsResult): readonly Figure[] {
  const random = createRandom(seed);
  return measures.flatMap(({ name, unit }) => {
    const values = (entrant: string): readonly number[] => done.map((block) => block[name]?.[entrant] ?? NaN);
    /** The best of these, by median. */
    const bestOf = (names: readonly string[]): string | undefined => {
      const medians = names.map((one) => median(values(one)));
      return names[medians.indexOf(unit === 'tasks/s' ? Math.max(...medians) : Math.min(...medians))];
    };
    const named = (kind: string): readonly string[] =>
      entrants.filter((one) => one.kind === kind).map((one) => one.name);
    const settled = (library: string) => bestOf(named('library').filter((one) => one.startsWith(library))) ?? []; // piscina has no processes
    const ratio = (rival: string, label: string): Figure =>
      figure(part, `${name}: lab / ${label}`, 'x', ratioInterval(values('lab'), values(rival), random), 'blocks');
    const best = bestOf(named('library'));
    return [
      ...[...named('lab'), ...named('bare'), ...libraries.flatMap(settled)].map((entrant) =>
        figure(part, `${name}: ${entrant}`, unit, medianInterval(values(entrant), random), 'blocks'),
      ),
      ...named('bare').map((rival) => ratio(rival, rival)),
      ...(best === undefined ? [] : [ratio(best, `best library (${best})`)]),
    ];
  });
}
