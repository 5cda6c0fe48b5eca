import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const partNames = [
  'fidelity',
  'open-window',
  'start',
  'notebook',
  'result',
  'monitor',
  'charts',
  'timeline',
  'window',
  'pools',
  'processes',
  'aa',
] as const;
export type PartName = (typeof partNames)[number];

export interface Options {
  /** The project's folder, with the built app in out/. */
  readonly root: string;
  /** Path of the Electron program. */
  readonly runtime: string;
  readonly parts: readonly PartName[];
  /** Where the figures go as JSON. */
  readonly json: string;
  /** An earlier result to compare with. */
  readonly compare: string | undefined;
  /** The figures take the place of the parts' earlier ones in bench/results. */
  readonly keep: boolean;
}

/** A mistake on the command line; the message says what is allowed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const usage = `npm run bench -- [--only ${partNames.join(',')}] [--json FILE] [--compare FILE] [--keep]`;

/** @throws UsageError */
export function parseOptions(args: readonly string[]): Options {
  const { root, runtime, only, json, compare, keep = false } = values(args);
  if (root === undefined || runtime === undefined) throw new UsageError(`Start it by: ${usage}`);
  const names = only === undefined ? partNames : only.split(',').map((name) => name.trim());
  const parts = names.map((name) => {
    const known = partNames.find((one) => one === name);
    if (!known) throw new UsageError(`--only takes ${partNames.join(', ')}, not "${name}". Type: ${usage}`);
    return known;
  });
  const file = json === undefined ? resolve(root, 'test-results', 'bench.json') : resolve(json);
  const earlier = compare === undefined ? undefined : resolve(compare);
  const chosen = partNames.filter((name) => parts.includes(name));
  return { root, runtime, parts: chosen, json: file, compare: earlier, keep };
}

type Given = Partial<Record<'root' | 'runtime' | 'only' | 'json' | 'compare', string>> & { readonly keep?: boolean };

function values(args: readonly string[]): Given {
  const text = { type: 'string' } as const;
  try {
    const options = {
      root: text,
      runtime: text,
      only: text,
      json: text,
      compare: text,
      keep: { type: 'boolean' },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} Type: ${usage}`);
  }
}
