import { asyncIsNotParallel } from './async-is-not-parallel/definition';
import { breakEven } from './break-even/definition';
import { blockedIsNotBusy } from './blocked-is-not-busy/definition';
import type { ExperimentDefinition } from './definition-types';
import { eggsAndToast } from './eggs-and-toast/definition';
import { fourScenarios } from './four-scenarios/definition';
import { freezeTheWindow } from './freeze-the-window/definition';
import { hiddenHelpers } from './hidden-helpers/definition';
import { manyCooks } from './many-cooks/definition';
import { noiseFloor } from './noise-floor/definition';
import { passingData } from './passing-data/definition';
import { sharingTheLoop } from './sharing-the-loop/definition';
import { threadsOrProcesses } from './threads-or-processes/definition';
import { waitingForIo } from './waiting-for-io/definition';

/** An experiment as it is on a machine that offers this many cores: some have a condition per number of workers. */
type ExperimentSource = (cores: number) => ExperimentDefinition;

/** Every experiment of the lab, in the order of the curriculum. */
const sources: readonly ExperimentSource[] = [
  () => noiseFloor,
  () => eggsAndToast,
  () => waitingForIo,
  hiddenHelpers,
  asyncIsNotParallel,
  () => freezeTheWindow,
  () => blockedIsNotBusy,
  () => sharingTheLoop,
  manyCooks,
  threadsOrProcesses,
  breakEven,
  () => passingData,
  fourScenarios,
];

/** Where no machine is known (an old record, a list of titles), experiments are shown as on the smallest lab machine. */
export const fewestCores = 2;

/** Every experiment as it is on a machine with two cores: for lists of ids, titles and presets. */
export const catalogue: readonly ExperimentDefinition[] = sources.map((source) => source(fewestCores));

/** The experiment with this id, or undefined: callers turn a miss into a message that lists the known ids. */
export function findExperiment(id: string, cores: number = fewestCores): ExperimentDefinition | undefined {
  return sources.map((source) => source(cores)).find((experiment) => experiment.id === id);
}
