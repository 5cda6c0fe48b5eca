import type { ExperimentBody } from './body';
import { eggsAndToast } from './eggs-and-toast';
import { matrixBody } from './matrix';
import { passingData } from './passing-data';

/** Experiments with a body of their own; the others say in their definition what their tasks do. */
const own: Readonly<Record<string, ExperimentBody>> = {
  'eggs-and-toast': eggsAndToast,
  'passing-data': passingData,
};

/** The body of an experiment; its definition is in `core/experiments`. */
export function bodyOf(experiment: string): ExperimentBody {
  return own[experiment] ?? matrixBody;
}
