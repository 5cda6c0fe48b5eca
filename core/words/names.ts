import { experimentText } from '../texts/experiment-text';
import { translate, type TextValues } from '../texts/translate';

/** A text that may be absent from the catalogue, such as the name of a condition of an older program. */
export function textAt(path: string, values: TextValues = {}): string | undefined {
  try {
    return translate(path, values);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The texts of an experiment: names of what a record holds only as ids, and sentences. An id without a name is shown as it is. */
export interface Names {
  readonly title: string;
  readonly question: string;
  readonly part: (id: string) => string;
  readonly partDetail: (id: string) => string;
  /** Name in charts and tables, subject at the start of a sentence, short form inside it. */
  readonly condition: (id: string) => string;
  readonly subject: (id: string) => string;
  readonly short: (id: string) => string;
  readonly seat: (id: string) => string;
  readonly task: (id: string) => string;
  readonly parameter: (id: string) => string;
  /** What a measure is called, e.g. `longest gap between two frames`. */
  readonly measure: (id: string) => string;
  /** What two conditions are called where they are compared. */
  readonly compared: (comparison: { readonly condition: string; readonly baseline: string }) => string;
  /**
   * A text by its path: the experiment's own, or, of lesson and results, what all share. The path itself if there is none,
   * which no test lets through.
   */
  readonly text: (path: string, values?: TextValues) => string;
  readonly glossary: (path: string) => string;
}

/**
 * Names in the words of an experiment.
 * @param experiment its id, or what gives it where it may change
 */
export function namesOf(experiment: string | (() => string)): Names {
  const id = (): string => (typeof experiment === 'string' ? experiment : experiment());
  const at = (path: string, fallback: string, own: TextValues = {}): string => {
    const place = experimentText(id(), path);
    return textAt(place.path, { ...place.values, ...own }) ?? fallback;
  };
  const names: Names = {
    get title() {
      return at('title', id());
    },
    get question() {
      return at('question', '');
    },
    part: (part) => at(`part.${part}.name`, part),
    partDetail: (part) => at(`part.${part}.detail`, ''),
    condition: (condition) => at(`condition.${condition}.name`, condition),
    subject: (condition) => at(`condition.${condition}.subject`, condition),
    short: (condition) => at(`condition.${condition}.short`, condition),
    seat: (seat) => at(`seat.${seat}`, seat),
    task: (task) => at(`task.${task}`, task),
    parameter: (parameter) => at(`parameter.${parameter}`, parameter),
    measure: (measure) => textAt(`glossary.measure.${measure}`) ?? measure,
    compared: ({ condition, baseline }) =>
      at('results.compared', '', { subject: names.subject(condition), baseline: names.short(baseline) }),
    text: (path, values) => at(path, path, values),
    glossary: (path) => translate(`glossary.${path}`),
  };
  return names;
}
