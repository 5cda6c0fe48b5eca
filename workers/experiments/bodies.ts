import type { ExperimentBody } from './body';
import { eggsAndToast } from './eggs-and-toast';
import { workbench } from './workbench';

/** Experiment id -> body; the definition of the same id is in `core/experiments`. */
export const bodies: Readonly<Record<string, ExperimentBody>> = { 'eggs-and-toast': eggsAndToast, workbench };
