import type { ExperimentDefinition } from '@core/experiments/definition-types';
import { blockedIsNotBusy } from './blocked-is-not-busy';
import type { ExperimentBody } from './body';
import { eggsAndToast } from './eggs-and-toast';
import { freezeTheWindow } from './freeze-the-window';
import { pythonGil } from './python-gil';
import { lostUpdates } from './lost-updates';
import { possibleAndObserved } from './possible-and-observed';
import { sharedBody } from './shared-body';
import { thousandWaits } from './thousand-waits';
import { passingData } from './passing-data';
import { sharedStove } from './shared-stove';
import { sharingTheLoop } from './sharing-the-loop';
import { slowSupplier } from './slow-supplier';
import { whenACookFails } from './when-a-cook-fails';

/** Experiments with a body of their own; the others say in their definition what their tasks do. */
const own: Readonly<Record<string, (experiment: ExperimentDefinition) => ExperimentBody>> = {
  'eggs-and-toast': () => eggsAndToast,
  'freeze-the-window': () => freezeTheWindow,
  'blocked-is-not-busy': () => blockedIsNotBusy,
  'sharing-the-loop': sharingTheLoop,
  'passing-data': () => passingData,
  'thousand-waits': thousandWaits,
  'shared-stove': () => sharedStove,
  'when-a-cook-fails': () => whenACookFails,
  'python-gil': pythonGil,
  'lost-updates': () => lostUpdates,
  'possible-and-observed': () => possibleAndObserved,
  'slow-supplier': slowSupplier,
};

/** The body of an experiment; its definition is in `core/experiments`. */
export function bodyOf(experiment: ExperimentDefinition): ExperimentBody {
  return (own[experiment.id] ?? sharedBody)(experiment);
}
