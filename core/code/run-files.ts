import asyncIsNotParallel from '../experiments/async-is-not-parallel/code/run-it-yourself.mjs?raw';
import blockedIsNotBusy from '../experiments/blocked-is-not-busy/code/run-it-yourself.mjs?raw';
import breakEven from '../experiments/break-even/code/run-it-yourself.mjs?raw';
import eggsAndToast from '../experiments/eggs-and-toast/code/run-it-yourself.mjs?raw';
import fourScenarios from '../experiments/four-scenarios/code/run-it-yourself.mjs?raw';
import freezeTheWindow from '../experiments/freeze-the-window/code/run-it-yourself.mjs?raw';
import hiddenHelpers from '../experiments/hidden-helpers/code/run-it-yourself.mjs?raw';
import lostUpdates from '../experiments/lost-updates/code/run-it-yourself.mjs?raw';
import manyCooks from '../experiments/many-cooks/code/run-it-yourself.mjs?raw';
import noiseFloor from '../experiments/noise-floor/code/run-it-yourself.mjs?raw';
import passingData from '../experiments/passing-data/code/run-it-yourself.mjs?raw';
import possibleAndObserved from '../experiments/possible-and-observed/code/run-it-yourself.mjs?raw';
import sharedStove from '../experiments/shared-stove/code/run-it-yourself.mjs?raw';
import pythonGil from '../experiments/python-gil/code/run-it-yourself.mjs?raw';
import sharingTheLoop from '../experiments/sharing-the-loop/code/run-it-yourself.mjs?raw';
import slowSupplier from '../experiments/slow-supplier/code/run-it-yourself.mjs?raw';
import thousandWaits from '../experiments/thousand-waits/code/run-it-yourself.mjs?raw';
import threadsOrProcesses from '../experiments/threads-or-processes/code/run-it-yourself.mjs?raw';
import whenACookFails from '../experiments/when-a-cook-fails/code/run-it-yourself.mjs?raw';
import waitingForIo from '../experiments/waiting-for-io/code/run-it-yourself.mjs?raw';
import type { experiments } from '../experiments';

/** The file of each experiment that shows its effect in a terminal, with plain Node and without the lab. */
const files: Readonly<Record<keyof typeof experiments, string>> = {
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
};

/** The text of that file; undefined for what is no guided experiment. */
export function runFile(experiment: string): string | undefined {
  return (files as Readonly<Record<string, string>>)[experiment];
}
