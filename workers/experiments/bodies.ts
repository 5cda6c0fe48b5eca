import type { ExperimentDefinition } from '@core/experiments/definition-types';
import { blockedIsNotBusy } from './blocked-is-not-busy';
import type { ExperimentBody } from './body';
import { eggsAndToast } from './eggs-and-toast';
import { freezeTheWindow } from './freeze-the-window';
import { sharedBody } from './shared-body';
import { passingData } from './passing-data';
import { sharingTheLoop } from './sharing-the-loop';

/** Experiments with a body of their own; the others say in their definition what their tasks do. */
const own: Readonly<Record<string, (experiment: ExperimentDefinition) => ExperimentBody>> = {
  'eggs-and-toast': () => eggsAndToast,
  'freeze-the-window': () => freezeTheWindow,
  'blocked-is-not-busy': () => blockedIsNotBusy,
  'sharing-the-loop': sharingTheLoop,
  'passing-data': () => passingData,
};

/** The body of an experiment; its definition is in `core/experiments`. */
export function bodyOf(experiment: ExperimentDefinition): ExperimentBody {
  return (own[experiment.id] ?? sharedBody)(experiment);
}
