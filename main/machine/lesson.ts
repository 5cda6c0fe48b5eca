import { asksForPythons, findExperiment } from '@core/experiments/catalogue';
import type { ExperimentDefinition } from '@core/experiments/definition-types';
import { lessonDefinition } from '@core/experiments/lesson-definition';
import { LabError } from '@core/ipc/envelope';
import type { Machine } from './description';

/**
 * The lesson of an experiment as the window shows it on this machine. Interpreters that could not be asked for are left out.
 * @throws LabError `unknown-experiment`, or as `Machine.environment`
 */
export async function lessonOf(
  id: string,
  machine: Pick<Machine, 'environment' | 'pythons'>,
): Promise<ExperimentDefinition> {
  const unknown = new LabError('unknown-experiment', `There is no experiment "${id}".`);
  if (!findExperiment(id)) throw unknown;
  const asked = asksForPythons(id) ? machine.pythons().catch(() => undefined) : undefined;
  const [environment, pythons] = await Promise.all([machine.environment(), asked]);
  const found = lessonDefinition(id, environment, pythons);
  if (!found) throw unknown;
  return found;
}
