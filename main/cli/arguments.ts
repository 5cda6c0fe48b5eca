import { resolve } from 'node:path';
import { catalogue, findExperiment } from '@core/experiments/catalogue';
import { workbenchId } from '@core/experiments/workbench/definition';
import { answerOptions, benchOptions, benchSwitches, parseBench } from './bench-arguments';
import { codeOptions, parseCode, type CodeShown } from './code-arguments';
import { commonOptions, commonUsage, readCommonOptions } from './run-options';
import type { RunOptions } from './run-options';
import { readWords, textOf, UsageError } from './words';
import { parseWorksheet } from './worksheet-arguments';

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'list' }
  | { readonly name: 'doctor' }
  | { readonly name: 'code'; readonly experiment: string; readonly shown: CodeShown }
  | { readonly name: 'worksheet'; readonly experiment: string; readonly pdf: string }
  | { readonly name: 'verify'; readonly files: readonly string[] }
  | { readonly name: 'report'; readonly files: readonly string[]; readonly pdf: string; readonly appendix: boolean }
  | { readonly name: 'run'; readonly options: RunOptions }
  | { readonly name: 'bench'; readonly options: RunOptions; readonly notes: readonly string[] };

const commandNames = ['help', 'list', 'doctor', 'verify', 'report', 'run', 'bench', 'code', 'worksheet'] as const;
type CommandName = (typeof commandNames)[number];

/**
 * The command line's own arguments among the process's: none if the window is wanted.
 * @param argv `process.argv`
 * @param appPath in development the app's folder, which stands among the arguments before ours; undefined when installed
 * @param neverWindow started as a command line: whatever was typed, it is no wish for the window
 */
export function commandArguments(
  argv: readonly string[],
  appPath: string | undefined,
  neverWindow = false,
): readonly string[] | undefined {
  const app = appPath === undefined ? 0 : argv.findIndex((argument, i) => i > 0 && resolve(argument) === appPath);
  const own = argv.slice(Math.max(0, app) + 1);
  const start = own.findIndex((argument) => !isRuntimeSwitch(argument));
  if (start !== -1) return own.slice(start);
  return neverWindow ? own : undefined;
}

/** Switches for Electron itself, which may stand before ours; one that is named as a command or option of ours is none. */
function isRuntimeSwitch(argument: string): boolean {
  const name = /^--([^=]*)/.exec(argument)?.[1];
  return name !== undefined && !ownSwitches.has(name);
}

/** Names of all options that our commands take. */
export const ownOptions: ReadonlySet<string> = new Set([
  ...['help', 'h', 'version', 'v', 'set', 'rounds'],
  ...Object.keys(commonOptions),
  ...Object.keys(codeOptions),
  ...Object.keys(benchOptions),
  ...Object.keys(benchSwitches),
  ...['answer', ...Object.keys(answerOptions)],
]);
const ownSwitches: ReadonlySet<string> = new Set(['', ...commandNames, ...ownOptions]);

/**
 * Reads a command.
 * @param cores available parallelism of this machine: it limits workers and cores to pin to
 * @throws UsageError saying what to type
 */
export function parseCommand(given: readonly string[], cores: number): Command {
  const [name = 'help', ...rest] = given;
  if (given.some((word) => word === '--help' || word === '-h')) return { name: 'help' };
  if (name.startsWith('-')) {
    throw new UsageError(`A command comes first, and ${name} is none. Type one of: ${commandNames.join(', ')}.`);
  }
  if (!isCommandName(name)) {
    throw new UsageError(`There is no command "${name}". Type one of: ${commandNames.join(', ')}.`);
  }
  switch (name) {
    case 'help':
      return { name };
    case 'list':
    case 'doctor':
      readWords(name, rest, { options: {}, positionals: 0 });
      return { name };
    case 'verify': {
      const { positionals } = readWords(name, rest, { options: {}, positionals: Number.POSITIVE_INFINITY });
      if (positionals.length === 0) throw new UsageError('Type: verify <record.json|folder|-...>');
      checkStandardInput(positionals);
      return { name, files: positionals };
    }
    case 'report': {
      const { values, positionals } = readWords(name, rest, {
        options: { pdf: { type: 'string' }, appendix: { type: 'boolean', default: false } },
        positionals: Number.POSITIVE_INFINITY,
      });
      const pdf = textOf(values['pdf']);
      if (positionals.length === 0 || pdf === undefined) {
        throw new UsageError('Type: report <record.json|-...> --pdf FILE [--appendix]');
      }
      checkStandardInput(positionals);
      return { name, files: positionals, pdf, appendix: values['appendix'] === true };
    }
    case 'code':
      return { name, ...parseCode(rest) };
    case 'worksheet':
      return { name, ...parseWorksheet(rest) };
    case 'run':
      return { name, options: parseRun(rest) };
    case 'bench':
      return { name, ...parseBench(rest, cores) };
  }
}

/** It ends once, so it is one record. @throws UsageError */
function checkStandardInput(files: readonly string[]): void {
  if (files.filter((file) => file === '-').length > 1)
    throw new UsageError('- is the standard input, which can be read once.');
}

function isCommandName(name: string): name is CommandName {
  return (commandNames as readonly string[]).includes(name);
}

const runUsage = `run <id...|all> [--set NAME=VALUE] ${commonUsage}`;

function parseRun(rest: readonly string[]): RunOptions {
  const words = readWords('run', rest, {
    options: { ...commonOptions, set: { type: 'string', multiple: true } },
    positionals: Number.POSITIVE_INFINITY,
    usage: runUsage,
  });
  const known = catalogue.map(({ id }) => id);
  const { positionals } = words;
  if (positionals.length === 0)
    throw new UsageError(`Which experiment? Type: ${runUsage}. Known: ${known.join(', ')}.`);
  for (const id of positionals) {
    if (id === workbenchId) {
      throw new UsageError('A run of the Workbench is started by "bench", for example: bench --workload cpu');
    }
    if (id !== 'all' && !findExperiment(id)) {
      throw new UsageError(`There is no experiment "${id}". Known: ${known.join(', ')}. "list" describes them.`);
    }
  }
  const experiments = positionals.includes('all') ? known : positionals;
  const common = readCommonOptions(words);
  if (common.pdf !== undefined && experiments.length > 1) {
    throw new UsageError('--pdf takes one experiment at a time. Use "report" for records you have.');
  }
  return { experiments, parameters: parametersOf(words.values['set']), ...common };
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
