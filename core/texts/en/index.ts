import { app } from './app';
import { asyncIsNotParallel } from './async-is-not-parallel';
import { breakEven } from './break-even';
import { catalogue } from './catalogue';
import { blockedIsNotBusy } from './blocked-is-not-busy';
import { claims } from './claims';
import { commandLine } from './command-line';
import { eggsAndToast } from './eggs-and-toast';
import { fourScenarios } from './four-scenarios';
import { freezeTheWindow } from './freeze-the-window';
import { glossary } from './glossary';
import { hiddenHelpers } from './hidden-helpers';
import { manyCooks } from './many-cooks';
import { menu } from './menu';
import { monitor } from './monitor';
import { noiseFloor } from './noise-floor';
import { predictionScores } from './prediction-scores';
import { passingData } from './passing-data';
import { report } from './report';
import { sharingTheLoop } from './sharing-the-loop';
import { threadsOrProcesses } from './threads-or-processes';
import { waitingForIo } from './waiting-for-io';
import { warnings } from './warnings';
import { welcome } from './welcome';
import { workbench } from './workbench';

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
