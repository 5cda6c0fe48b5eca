import { asyncIsNotParallel } from './async-is-not-parallel';
import { blockedIsNotBusy } from './blocked-is-not-busy';
import { breakEven } from './break-even';
import { eggsAndToast } from './eggs-and-toast';
import { fourScenarios } from './four-scenarios';
import { freezeTheWindow } from './freeze-the-window';
import { hiddenHelpers } from './hidden-helpers';
import { lostUpdates } from './lost-updates';
import { manyCooks } from './many-cooks';
import { noiseFloor } from './noise-floor';
import { passingData } from './passing-data';
import { possibleAndObserved } from './possible-and-observed';
import { sharedStove } from './shared-stove';
import { pythonGil } from './python-gil';
import { sharingTheLoop } from './sharing-the-loop';
import { slowSupplier } from './slow-supplier';
import { thousandWaits } from './thousand-waits';
import { threadsOrProcesses } from './threads-or-processes';
import { waitingForIo } from './waiting-for-io';
import { whenACookFails } from './when-a-cook-fails';

/**
 * Every experiment of the lab by its id, in the order of the curriculum: the one registration. List, texts, claims and
 * figures follow from it.
 */
export const experiments = {
  'noise-floor': noiseFloor,
  'eggs-and-toast': eggsAndToast,
  'waiting-for-io': waitingForIo,
  'thousand-waits': thousandWaits,
  'slow-supplier': slowSupplier,
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
  'lost-updates': lostUpdates,
  'possible-and-observed': possibleAndObserved,
  'shared-stove': sharedStove,
  'when-a-cook-fails': whenACookFails,
  'python-gil': pythonGil,
} as const;
