import { catalogue, findExperiment } from '@core/experiments/catalogue';
import { readWords, textOf, UsageError } from './words';

const usage = 'worksheet <id> --pdf FILE';

/** Reads the words of `worksheet`. @throws UsageError saying what to type */
export function parseWorksheet(rest: readonly string[]): { readonly experiment: string; readonly pdf: string } {
  const { values, positionals } = readWords('worksheet', rest, {
    options: { pdf: { type: 'string' } },
    positionals: 1,
    usage,
  });
  const [experiment] = positionals;
  const pdf = textOf(values['pdf']);
  const known = catalogue.map(({ id }) => id).join(', ');
  if (experiment !== undefined && !findExperiment(experiment)) {
    throw new UsageError(`There is no experiment "${experiment}". Known: ${known}.`);
  }
  if (experiment === undefined || pdf === undefined) throw new UsageError(`Type: ${usage}. Known: ${known}.`);
  return { experiment, pdf };
}
