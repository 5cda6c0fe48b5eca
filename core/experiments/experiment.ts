import type { ClaimRules } from '../claims/claim-types';
import type { ExperimentCode } from '../code/types';
import type { Figure } from '../figures/figure';
import type { ReportContext } from '../words/context';
import type { ExperimentDefinition } from './definition-types';
import type { DefinitionChoice } from './machine';
import type { Observation } from './observation';
import type { StoryPlan } from './story-plan';

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
  /** Where the kitchen ends. */
  readonly analogyAnswer: Texts;
  /** `observe`: the question about what the run shows; `transfer`: new situations by id, each with a question. */
  readonly questions: Texts;
}

/** Two conditions of a part whose recorded executions are played beside each other, on one clock. */
export interface Race {
  readonly part: string;
  readonly conditions: readonly [string, string];
}

/** Everything of one experiment but its body: what `core/experiments/<id>/index.ts` exports. */
export interface Experiment {
  /** A function of the number of cores where the conditions, or what theory says, depend on the machine or on what was chosen. */
  readonly definition: ExperimentDefinition | ((cores: number, choice?: DefinitionChoice) => ExperimentDefinition);
  readonly texts: ExperimentTexts;
  /** Minutes that a student takes for its lesson with the quick preset, as the teachers' part says them. */
  readonly minutes: number;
  /** True if the machine is asked for its Pythons before a run, because the definition depends on them. */
  readonly asksForPythons?: boolean;
  /** What its conditions execute, in JavaScript and in Python. */
  readonly code: ExperimentCode;
  /** What its records say about the statements of the source text; absent where they say nothing. */
  readonly claims?: ClaimRules;
  /** What is played beside each other after a run; absent where nothing is. */
  readonly race?: Race;
  /** What its question asks to see, beside the figures that all experiments share; absent where those are enough. */
  readonly figures?: (context: ReportContext) => readonly Figure[];
  /** What Observe asks, with the answer that the record holds. */
  readonly questions: (context: ReportContext) => Observation;
  /** Which of its questions is the answer, and what is told after it; absent: its first comparisons, in their order. */
  readonly story?: StoryPlan | ((context: ReportContext) => StoryPlan);
}
