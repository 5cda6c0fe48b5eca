import { experimentText } from '../texts/experiment-text';
import { translate, type TextValues } from '../texts/translate';
import type { Expectation } from '../experiments/definition-types';
import type { RunWarning } from '../record/events';
import type { ComparisonVerdict } from '../statistics/verdict';

/** A text that may be absent from the catalogue, such as the name of a condition of an older program. */
export function textAt(path: string, values: TextValues = {}): string | undefined {
  try {
    return translate(path, values);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Names of what a record holds only as ids. An id without a name is shown as it is. */
export interface Names {
  readonly title: string;
  readonly question: string;
  part(id: string): string;
  partDetail(id: string): string;
  condition(id: string): string;
  seat(id: string): string;
  task(id: string): string;
  parameter(id: string): string;
  /** A text of the experiment by its path; the path itself if there is none. */
  readonly text: (path: string, values?: TextValues) => string;
  /** A text of the glossary, by its path below `glossary`. */
  glossary(path: string): string;
  /** A verdict in one word, and what theory predicts. */
  verdict(kind: ComparisonVerdict | 'not-measured'): string;
  expect(kind: Expectation): string;
  /** A text of the report, by its path below `report`, in the experiment's own words if it has some for it. */
  report(key: string, values?: TextValues): string;
}

/** Names in the words of an experiment. */
export function namesOf(experiment: string): Names {
  const at = (id: string, fallback: string, own: TextValues = {}): string => {
    const { path, values } = experimentText(experiment, id);
    return textAt(path, { ...values, ...own }) ?? fallback;
  };
  return {
    title: at('title', experiment),
    question: at('question', ''),
    part: (id) => at(`part.${id}.name`, id),
    partDetail: (id) => at(`part.${id}.detail`, ''),
    condition: (id) => at(`condition.${id}.name`, id),
    seat: (id) => at(`seat.${id}`, id),
    task: (id) => at(`task.${id}`, id),
    parameter: (id) => at(`parameter.${id}`, id),
    text: (path, values) => at(path, path, values),
    glossary: (path) => translate(`glossary.${path}`),
    verdict: (kind) => at(`results.verdicts.word.${kind}`, translate(`glossary.verdict.${kind}`)),
    expect: (kind) => at(`results.verdicts.theory.${kind}`, translate(`glossary.expect.${kind}`)),
    report: (key, values = {}) =>
      textAt(`experiments.${experiment}.report.${key}`, values) ?? translate(`report.${key}`, values),
  };
}

/** A warning in words: what was seen, and what to do about it. Ids in its values are replaced by their names. */
export function warningText(experiment: string, { code, values }: RunWarning): string {
  const names = namesOf(experiment);
  const named = Object.entries(values).map(([key, value]): [string, string | number] => {
    if (key === 'part') return [key, names.part(String(value))];
    if (key === 'condition') return [key, names.condition(String(value))];
    if (key === 'task') return [key, names.task(String(value))];
    return [key, value];
  });
  return textAt(`warnings.${code}`, Object.fromEntries(named)) ?? translate('report.warnings.unknown', { code });
}
