import type { ClaimRules } from '../claims/claim-types';
import type { Figure } from '../figures/figure';
import type { ReportContext } from '../words/context';
import type { ExperimentDefinition } from './definition-types';
import type { DefinitionChoice } from './machine';

/** A tree of texts. */
interface Texts {
  readonly [key: string]: string | Texts;
}

/** What every experiment says about itself; the rest follows its definition (`docs/adding-an-experiment.md`). */
export interface ExperimentTexts extends Texts {
  readonly title: string;
  readonly question: string;
  readonly background: string;
  /** By id of the part, the condition, the parameter. */
  readonly part: Texts;
  readonly condition: Texts;
  readonly parameter: Texts;
  /** What of the kitchen stands for what. */
  readonly mapping: Texts;
  /** By part, condition, baseline (or measure), finding. */
  readonly explanation: Texts;
  /** Where the kitchen ends, and a new situation with a question. */
  readonly analogyAnswer: Texts;
  readonly transfer: Texts;
}

/** Everything of one experiment but its body: what `core/experiments/<id>/index.ts` exports. */
export interface Experiment {
  /** A function of the number of cores where the conditions, or what theory says, depend on the machine or on what was chosen. */
  readonly definition: ExperimentDefinition | ((cores: number, choice?: DefinitionChoice) => ExperimentDefinition);
  readonly texts: ExperimentTexts;
  /** What its records say about the statements of the source text; absent where they say nothing. */
  readonly claims?: ClaimRules;
  /** What its question asks to see, beside the figures that all experiments share; absent where those are enough. */
  readonly figures?: (context: ReportContext) => readonly Figure[];
}
