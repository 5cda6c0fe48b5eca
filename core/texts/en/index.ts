import { app } from './app';
import { catalogue } from './catalogue';
import { claims } from './claims';
import { commandLine } from './command-line';
import { glossary } from './glossary';
import { monitor } from './monitor';
import { predictionScores } from './prediction-scores';
import { report } from './report';
import { warnings } from './warnings';
import { welcome } from './welcome';
import { experiments } from '../../experiments';
import { workbench } from '../../experiments/workbench/texts/en';

type Experiments = typeof experiments;
const experimentTexts = Object.fromEntries(Object.entries(experiments).map(([id, { texts }]) => [id, texts])) as {
  readonly [Id in keyof Experiments]: Experiments[Id]['texts'];
};

/** The one catalogue of strings: vue-i18n reads it in the window, `translate` everywhere else. */
export const english = {
  app,
  catalogue,
  claims,
  commandLine,
  glossary,
  predictionScores,
  monitor,
  report,
  warnings,
  welcome,
  /** Those of the guided experiments by id, then those of the Workbench. */
  experiments: { ...experimentTexts, workbench },
} as const;
