import { versionName } from '../python/interpreter';
import { findText, type TextValues } from './translate';

/** Where a text is, and what of its id goes into its places. */
export interface TextPlace {
  readonly path: string;
  readonly values: TextValues;
}

const workbenchCondition = /^condition\.([a-z]+(?:-async|-chunked)?)(?:-(\d+))?(?:-(\d+))?(-again)?\.(\w+)$/;
/** Strategies whose first number counts workers: one worker has words of its own. */
const countsWorkers = /^(threads|processes)/;

/** A number at the end of an id, or before the ending of the second half of an A/A pair: `task-7`, `pool-1-again`. */
const numberedId = /^([a-z-]+)-(\d+)(-again)?$/;

/**
 * The place of a text of an experiment. Ids that are numbered (tasks, workers, conditions whose number depends on the
 * machine or on a person's choice) may have one text for all of them, with the places `{n}` and `{m}` for the first and
 * the second number: `seat.worker-12` is at `seat.worker`, `condition.threads-4-again.name` at
 * `condition.threads-again.name`. A text for the whole id comes first, then one without the first number, then one
 * without any. Where the number is that of a Python, the place `{version}` is for it as people write it: `of-312` is 3.12.
 * @param id path below the experiment, such as `condition.async.name`
 * @returns the path that is the id itself if there is no text: the caller decides what that means
 */
export function experimentText(experiment: string, id: string): TextPlace {
  const base = `experiments.${experiment}`;
  if (experiment === 'workbench') {
    const [whole, strategy = '', first = '', second = '', again, text = ''] = workbenchCondition.exec(id) ?? [];
    if (whole !== undefined) {
      const group = again === undefined ? 'condition' : 'again';
      const words = first === '1' && countsWorkers.test(strategy) ? `one-${strategy}` : strategy;
      return { path: `${base}.${group}.${words}.${text}`, values: { first, second } };
    }
  }
  const exact: TextPlace = { path: `${base}.${id}`, values: {} };
  if (findText(exact.path) !== undefined) return exact;
  return numberedText(base, id) ?? (findText(id) === undefined ? exact : { path: id, values: {} });
}

/** Numbers from here on are those of a Python: 300 is 3.0. */
const firstPython = 300;

/** The text for all ids that differ in their numbers only; undefined if there is none. */
function numberedText(base: string, id: string): TextPlace | undefined {
  const parts = id.split('.');
  const numbered = parts.flatMap((part, index) => {
    const [whole, name = '', number = '', again = ''] = numberedId.exec(part) ?? [];
    return whole === undefined ? [] : [{ index, words: `${name}${again}`, number }];
  });
  for (const left of [numbered.slice(0, 1), numbered]) {
    const words = parts.map((part, index) => left.find((one) => one.index === index)?.words ?? part);
    const path = `${base}.${words.join('.')}`;
    if (findText(path) === undefined) continue;
    const [n, m] = numbered.map(({ number }) => number);
    const isPython = n !== undefined && Number(n) >= firstPython;
    const version = isPython ? { version: versionName(Number(n)) } : {};
    return { path, values: { ...(n !== undefined && { n }), ...(m !== undefined && { m }), ...version } };
  }
  return undefined;
}
