import { asyncIsNotParallel } from './async-is-not-parallel';
import { blockedIsNotBusy } from './blocked-is-not-busy';
import { breakEven } from './break-even';
import { eggsAndToast } from './eggs-and-toast';
import { fourScenarios } from './four-scenarios';
import { freezeTheWindow } from './freeze-the-window';
import { hiddenHelpers } from './hidden-helpers';
import { manyCooks } from './many-cooks';
import { noiseFloor } from './noise-floor';
import { passingData } from './passing-data';
import { sharingTheLoop } from './sharing-the-loop';
import { threadsOrProcesses } from './threads-or-processes';
import { waitingForIo } from './waiting-for-io';

/**
 * Every experiment of the lab by its id, in the order of the curriculum: the one registration. List, texts, claims and
 * figures follow from it.
 */
export const experiments = {
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
} as const;
