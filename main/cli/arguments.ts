import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { catalogue, findExperiment } from '@core/experiments/catalogue';
import { presets } from '@core/experiments/definition-types';
import type { Preset } from '@core/experiments/definition-types';

/** Wrong usage: the message says what to type. Exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface RunOptions {
  readonly experiments: readonly string[];
  readonly preset: Preset;
  readonly seed: number | undefined;
  readonly parameters: Readonly<Record<string, number>>;
  readonly json: string | undefined;
  readonly pdf: string | undefined;
  readonly save: boolean;
  readonly wait: boolean;
  readonly lowerPriority: boolean;
}

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'list' }
  | { readonly name: 'doctor' }
  | { readonly name: 'verify'; readonly files: readonly string[] }
  | { readonly name: 'report'; readonly file: string; readonly pdf: string }
  | { readonly name: 'run'; readonly options: RunOptions };

const commandNames = ['help', 'list', 'doctor', 'verify', 'report', 'run'] as const;
type CommandName = (typeof commandNames)[number];

/**
 * The command line's own arguments among the process's: none if the window is wanted.
 * @param argv `process.argv`
 * @param appPath in development the app's folder, which stands among the arguments before ours; undefined when installed
 */
export function commandArguments(argv: readonly string[], appPath: string | undefined): readonly string[] | undefined {
  const app = appPath === undefined ? 0 : argv.findIndex((argument, i) => i > 0 && resolve(argument) === appPath);
  const own = argv.slice(Math.max(0, app) + 1);
  const start = own.findIndex((argument) => !isRuntimeSwitch(argument));
  return start === -1 ? undefined : own.slice(start);
}

/** Switches for Electron itself, which may stand before ours. */
function isRuntimeSwitch(argument: string): boolean {
  return argument.startsWith('--') && argument !== '--help' && argument !== '--version';
}

/** Reads a command. @throws UsageError saying what to type */
export function parseCommand(given: readonly string[]): Command {
  const [name = 'help', ...rest] = given;
  if (name === '--help' || name === '-h') return { name: 'help' };
  if (!isCommandName(name)) {
    throw new UsageError(`There is no command "${name}". Type one of: ${commandNames.join(', ')}.`);
  }
  switch (name) {
    case 'help':
      return { name };
    case 'list':
    case 'doctor':
      parse(name, rest, {}, 0);
      return { name };
    case 'verify': {
      const { positionals } = parse(name, rest, {}, Number.POSITIVE_INFINITY);
      if (positionals.length === 0) throw new UsageError('Type: verify <record.json>');
      return { name, files: positionals };
    }
    case 'report': {
      const { values, positionals } = parse(name, rest, { pdf: { type: 'string' } }, 1);
      const [file] = positionals;
      const pdf = text(values['pdf']);
      if (file === undefined || pdf === undefined) throw new UsageError('Type: report <record.json> --pdf FILE');
      return { name, file, pdf };
    }
    case 'run':
      return { name, options: parseRun(rest) };
  }
}

function isCommandName(name: string): name is CommandName {
  return (commandNames as readonly string[]).includes(name);
}

const runUsage =
  'run <id...|all> [--preset quick|standard|thorough] [--seed N] [--set NAME=VALUE] [--json FILE|DIR|-] [--pdf FILE] [--save] [--wait] [--keep-priority]';

function parseRun(rest: readonly string[]): RunOptions {
  const { values, positionals } = parse(
    'run',
    rest,
    {
      preset: { type: 'string', default: 'standard' },
      seed: { type: 'string' },
      set: { type: 'string', multiple: true },
      json: { type: 'string' },
      pdf: { type: 'string' },
      save: { type: 'boolean', default: false },
      wait: { type: 'boolean', default: false },
      'keep-priority': { type: 'boolean', default: false },
    },
    Number.POSITIVE_INFINITY,
  );
  const known = catalogue.map(({ id }) => id);
  if (positionals.length === 0)
    throw new UsageError(`Which experiment? Type: ${runUsage}. Known: ${known.join(', ')}.`);
  for (const id of positionals) {
    if (id !== 'all' && !findExperiment(id)) {
      throw new UsageError(`There is no experiment "${id}". Known: ${known.join(', ')}. "list" describes them.`);
    }
  }
  const experiments = positionals.includes('all') ? known : positionals;
  const preset = presets.find((one) => one === values['preset']);
  if (!preset) throw new UsageError(`--preset takes ${presets.join(', ')}, not "${String(values['preset'])}".`);
  const pdf = text(values['pdf']);
  if (pdf !== undefined && experiments.length > 1) {
    throw new UsageError('--pdf takes one experiment at a time. Use "report" for records you have.');
  }
  return {
    experiments,
    preset,
    seed: seedOf(text(values['seed'])),
    parameters: parametersOf(values['set']),
    json: text(values['json']),
    pdf,
    save: values['save'] === true,
    wait: values['wait'] === true,
    lowerPriority: values['keep-priority'] !== true,
  };
}

function seedOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const seed = Number(value);
  if (!/^\d+$/.test(value) || seed > 0xffffffff) {
    throw new UsageError(`--seed takes a whole number from 0 to 4294967295, not "${value}".`);
  }
  return seed;
}

function parametersOf(value: unknown): Readonly<Record<string, number>> {
  const parameters: Record<string, number> = {};
  if (!Array.isArray(value)) return parameters;
  for (const pair of value) {
    const match = /^([a-zA-Z]+)=(-?\d+(?:\.\d+)?)$/.exec(String(pair));
    if (match?.[1] === undefined)
      throw new UsageError(`--set takes NAME=NUMBER, for example --set rounds=7, not "${String(pair)}".`);
    parameters[match[1]] = Number(match[2]);
  }
  return parameters;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

interface Parsed {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

function parse(
  name: string,
  rest: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
  most: number,
): Parsed {
  let parsed: Parsed;
  try {
    parsed = parseArgs({ args: [...rest], options, allowPositionals: true, strict: true });
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error);
    const usage = name === 'run' ? ` Type: ${runUsage}` : ' "help" shows what each command takes.';
    throw new UsageError(`${name}: ${detail}.${usage}`);
  }
  if (parsed.positionals.length > most) {
    throw new UsageError(`${name} does not take "${parsed.positionals[most] ?? ''}". "help" shows what it takes.`);
  }
  return parsed;
}
