import type { NamedExperiment } from '@core/figures/looks';
import type { TextValues } from '@core/texts/translate';

/** Looks up the texts of an experiment that a page needs. */
export interface ChartTexts {
  /** A text of the experiment, by its path below `experiments.<id>`. */
  readonly of: (path: string, values?: TextValues) => string;
  /** A text of the glossary, by its path below `glossary`. */
  readonly glossary: (path: string) => string;
}

/** What views of a record need to know besides the numbers. */
export interface ChartContext extends NamedExperiment {
  readonly texts: ChartTexts;
}
