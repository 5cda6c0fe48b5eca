import { app } from './app';
import { catalogue } from './catalogue';
import { claims } from './claims';
import { code } from './code';
import { commandLine } from './command-line';
import { contradictions } from './contradictions';
import { glossary } from './glossary';
import { guide } from './guide';
import { lessonTexts } from './lesson';
import { monitor } from './monitor';
import { predictionScores } from './prediction-scores';
import { report } from './report';
import { resultsTexts } from './results';
import { labReport } from './lab-report';
import { sample } from './sample';
import { story } from './story';
import { updates } from './updates';
import { warnings } from './warnings';
import { welcome } from './welcome';
import { worksheet } from './worksheet';
import { experiments } from '../../experiments';
import { workbench } from '../../experiments/workbench/texts/en';

type Experiments = typeof experiments;
type ExperimentTexts = { readonly [Id in keyof Experiments]: Experiments[Id]['texts'] } & {
  readonly workbench: typeof workbench;
};
let known: ExperimentTexts | undefined;

/** The one catalogue of strings: vue-i18n reads it in the window, `translate` everywhere else. */
export const english = {
  app,
  catalogue,
  claims,
  code,
  commandLine,
  contradictions,
  glossary,
  guide,
  lesson: lessonTexts,
  predictionScores,
  monitor,
  report,
  results: resultsTexts,
  sample,
  story,
  labReport,
  updates,
  warnings,
  welcome,
  worksheet,
  /**
   * Those of the guided experiments by id, then those of the Workbench. Put together when they are first read: experiments
   * have figures, whose words come from here.
   */
  get experiments(): ExperimentTexts {
    known ??= {
      ...Object.fromEntries(Object.entries(experiments).map(([id, { texts }]) => [id, texts])),
      workbench,
    } as ExperimentTexts;
    return known;
  },
} as const;
