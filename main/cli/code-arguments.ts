import { catalogue, findExperiment } from '@core/experiments/catalogue';
import { workbenchId } from '@core/experiments/workbench/definition';
import { readWords, UsageError, type WordOptions } from './words';

/** What `code` prints. */
export type CodeShown = 'javascript' | 'python' | 'run-it-yourself';

export const codeOptions = {
  python: { type: 'boolean' },
  'run-it-yourself': { type: 'boolean' },
} as const satisfies WordOptions;

const usage = 'code <id> [--python|--run-it-yourself]';

/** Reads the words of `code`. @throws UsageError saying what to type */
export function parseCode(rest: readonly string[]): { readonly experiment: string; readonly shown: CodeShown } {
  const { values, positionals } = readWords('code', rest, { options: codeOptions, positionals: 1, usage });
  const known = [...catalogue.map(({ id }) => id), workbenchId].join(', ');
  const [experiment] = positionals;
  if (experiment === undefined) throw new UsageError(`Which experiment? Type: ${usage}. Known: ${known}.`);
  if (experiment !== workbenchId && !findExperiment(experiment)) {
    throw new UsageError(`There is no experiment "${experiment}". Known: ${known}.`);
  }
  const isFile = values['run-it-yourself'] === true;
  if (isFile && values['python'] === true) {
    throw new UsageError('--run-it-yourself is a file for Node: it does not go with --python.');
  }
  if (isFile && experiment === workbenchId) {
    throw new UsageError(
      'The Workbench has no such file: it depends on what you choose. "code workbench" prints its code.',
    );
  }
  return { experiment, shown: isFile ? 'run-it-yourself' : values['python'] === true ? 'python' : 'javascript' };
}
