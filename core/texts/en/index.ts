import { app } from './app';
import { asyncIsNotParallel } from '../../experiments/async-is-not-parallel/texts/en';
import { breakEven } from '../../experiments/break-even/texts/en';
import { catalogue } from './catalogue';
import { blockedIsNotBusy } from '../../experiments/blocked-is-not-busy/texts/en';
import { claims } from './claims';
import { commandLine } from './command-line';
import { eggsAndToast } from '../../experiments/eggs-and-toast/texts/en';
import { fourScenarios } from '../../experiments/four-scenarios/texts/en';
import { freezeTheWindow } from '../../experiments/freeze-the-window/texts/en';
import { glossary } from './glossary';
import { hiddenHelpers } from '../../experiments/hidden-helpers/texts/en';
import { manyCooks } from '../../experiments/many-cooks/texts/en';
import { menu } from './menu';
import { monitor } from './monitor';
import { noiseFloor } from '../../experiments/noise-floor/texts/en';
import { predictionScores } from './prediction-scores';
import { passingData } from '../../experiments/passing-data/texts/en';
import { report } from './report';
import { sharingTheLoop } from '../../experiments/sharing-the-loop/texts/en';
import { threadsOrProcesses } from '../../experiments/threads-or-processes/texts/en';
import { waitingForIo } from '../../experiments/waiting-for-io/texts/en';
import { warnings } from './warnings';
import { welcome } from './welcome';
import { workbench } from '../../experiments/workbench/texts/en';

/** The one catalogue of strings: vue-i18n reads it in the window, `translate` everywhere else. */
export const english = {
  app,
  catalogue,
  claims,
  commandLine,
  glossary,
  menu,
  predictionScores,
  monitor,
  report,
  warnings,
  welcome,
  experiments: {
    'noise-floor': noiseFloor,
    'eggs-and-toast': eggsAndToast,
    'waiting-for-io': waitingForIo,
    'hidden-helpers': hiddenHelpers,
    'async-is-not-parallel': asyncIsNotParallel,
    'freeze-the-window': freezeTheWindow,
    'blocked-is-not-busy': blockedIsNotBusy,
    'sharing-the-loop': sharingTheLoop,
    'many-cooks': manyCooks,
    'threads-or-processes': threadsOrProcesses,
    'break-even': breakEven,
    'passing-data': passingData,
    'four-scenarios': fourScenarios,
    workbench,
  },
} as const;
