/** The code of an experiment as data: what its conditions execute, as a reader would write it. */

export const codeLanguages = ['javascript', 'python'] as const;
export type CodeLanguage = (typeof codeLanguages)[number];

/** The same in every language. `{name}` stands for a number of the run: a parameter, or `{workers}`, `{inFlight}`. */
export type Source = Readonly<Record<CodeLanguage, string>>;

/**
 * What conditions execute: at most 14 lines of 72 columns. JavaScript in more than one file says where each begins, by a line
 * such as `// worker.mjs`.
 */
export interface ConditionSnippet extends Source {
  /** Ids of the conditions; `{n}` stands for any number. The second half of an A/A pair is the condition that it repeats. */
  readonly conditions: readonly string[];
  /** Ids of the parts in which they execute this; all where it is absent. */
  readonly parts?: readonly string[];
  /** The one line in which the conditions differ, where a lesson is about such a line; as it stands in the JavaScript. */
  readonly heart?: string;
}

export interface ExperimentCode {
  /** What the snippets call. */
  readonly given: Source;
  /** What one task is, by part (for the Workbench by workload); absent where `given` says it. */
  readonly tasks?: Readonly<Record<string, Source>>;
  readonly snippets: readonly ConditionSnippet[];
  /** Ids of conditions whose code a lesson shows side by side from the start; none where it is absent. */
  readonly beside?: readonly string[];
}
