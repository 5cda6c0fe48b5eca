import type { ConditionDefinition, ExperimentDefinition } from '../experiments/definition-types';
import type { Experiment } from '../experiments/experiment';
import { experiments } from '../experiments';
import { workbenchCode } from '../experiments/workbench/code';
import { workbenchId } from '../experiments/workbench/definition';
import { codeLanguages, type ConditionSnippet, type ExperimentCode, type Source } from './types';

/** What the numbers in a text are, by name. */
export type CodeValues = Readonly<Record<string, number>>;

/** Code beside the part that it is about; null where it is that of all parts. */
export interface PlacedCode {
  readonly part: string | null;
  readonly source: Source;
  readonly heart?: string;
}

/** The code of an experiment, or of the Workbench; undefined for one that this version does not have. */
export function experimentCode(id: string): ExperimentCode | undefined {
  if (id === workbenchId) return workbenchCode;
  return (experiments as Readonly<Record<string, Experiment>>)[id]?.code;
}

/**
 * What a condition executes: one code, or one for each part that has its own. Nothing where nothing runs, and for conditions
 * that this version does not know.
 * @param values parameters of the run, by id
 */
export function conditionCode(
  experiment: ExperimentDefinition,
  condition: ConditionDefinition,
  values: CodeValues,
): readonly PlacedCode[] {
  const own = snippetsOf(experiment.id, condition);
  const filled = { ...values, ...valuesOf(condition) };
  return own.flatMap((snippet): readonly PlacedCode[] => {
    const placed = {
      source: withValues(snippet, filled),
      ...(snippet.heart !== undefined && { heart: snippet.heart }),
    };
    if (!snippet.parts) return [{ part: null, ...placed }];
    return snippet.parts
      .filter((part) => experiment.parts.some(({ id }) => id === part))
      .map((part) => ({ part, ...placed }));
  });
}

/** What the snippets of an experiment call: first what all parts share, then what a task of each part is. */
export function givenCode(experiment: ExperimentDefinition, values: CodeValues): readonly PlacedCode[] {
  const code = experimentCode(experiment.id);
  if (!code) return [];
  const tasks = Object.entries(code.tasks ?? {}).filter(([part]) => {
    return experiment.parts.some(({ id, work }) => id === part || work?.workload === part);
  });
  return [
    { part: null, source: withValues(code.given, values) },
    ...tasks.map(([part, source]) => ({ part, source: withValues(source, values) })),
  ];
}

function snippetsOf(experiment: string, { id, repeats }: ConditionDefinition): readonly ConditionSnippet[] {
  const wanted = repeats ?? id;
  return (experimentCode(experiment)?.snippets ?? []).filter(({ conditions }) =>
    conditions.some((pattern) => matches(pattern, wanted)),
  );
}

function matches(pattern: string, id: string): boolean {
  return new RegExp(`^${pattern.replaceAll('{n}', String.raw`\d+`)}$`).test(id);
}

function valuesOf({ seats, inFlight, pinnedCores }: ConditionDefinition): CodeValues {
  const hired = seats.filter((seat) => seat.hired).length;
  const poolSize = seats[0]?.poolSize;
  return {
    workers: Math.max(1, hired),
    inFlight: inFlight ?? 1,
    ...(poolSize !== undefined && { poolSize }),
    ...(pinnedCores !== undefined && { pinnedCores }),
  };
}

function withValues(source: Source, values: CodeValues): Source {
  const [javascript = '', python = ''] = codeLanguages.map((language) =>
    source[language].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place)),
  );
  return { javascript, python };
}
