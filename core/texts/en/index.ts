import { app } from './app';
import { asyncIsNotParallel } from './async-is-not-parallel';
import { commandLine } from './command-line';
import { eggsAndToast } from './eggs-and-toast';
import { fourScenarios } from './four-scenarios';
import { glossary } from './glossary';
import { hiddenHelpers } from './hidden-helpers';
import { manyCooks } from './many-cooks';
import { menu } from './menu';
import { monitor } from './monitor';
import { noiseFloor } from './noise-floor';
import { report } from './report';
import { threadsOrProcesses } from './threads-or-processes';
import { waitingForIo } from './waiting-for-io';
import { warnings } from './warnings';
import { workbench } from './workbench';

/** The one catalogue of strings: vue-i18n reads it in the window, `translate` everywhere else. */
export const english = {
  app,
  commandLine,
  glossary,
  menu,
  monitor,
  report,
  warnings,
  experiments: {
    'noise-floor': noiseFloor,
    'eggs-and-toast': eggsAndToast,
    'waiting-for-io': waitingForIo,
    'hidden-helpers': hiddenHelpers,
    'async-is-not-parallel': asyncIsNotParallel,
    'many-cooks': manyCooks,
    'threads-or-processes': threadsOrProcesses,
    'four-scenarios': fourScenarios,
    workbench,
  },
} as const;
