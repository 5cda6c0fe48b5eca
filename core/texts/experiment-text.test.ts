import { describe, expect, it } from 'vitest';
import { standardChoice } from '../experiments/workbench/choice';
import { workbenchDefinition } from '../experiments/workbench/definition';
import { strategies } from '../experiments/definition-types';
import { experimentText } from './experiment-text';
import { translate } from './translate';

describe('experimentText', () => {
  it('is the plain path for an experiment of the catalogue', () => {
    expect(experimentText('eggs-and-toast', 'condition.async.name')).toEqual({
      path: 'experiments.eggs-and-toast.condition.async.name',
      values: {},
    });
  });

  it('has different words for every condition that a choice can make', () => {
    const { conditions } = workbenchDefinition({
      ...standardChoice,
      strategies: [...strategies],
      workers: [1, 2, 4],
      inFlight: [4, 16],
    });
    for (const text of ['name', 'subject', 'short']) {
      const words = conditions.map(({ id }) => {
        const { path, values } = experimentText('workbench', `condition.${id}.${text}`);
        return translate(path, values);
      });
      expect(new Set(words).size).toBe(conditions.length);
      for (const one of words) expect(one).not.toMatch(/[{}]/);
    }
  });

  it('numbers tasks and workers', () => {
    const { path, values } = experimentText('workbench', 'seat.worker-12');
    expect(translate(path, values)).toContain('12');
    const task = experimentText('workbench', 'task.task-7');
    expect(translate(task.path, task.values)).toContain('7');
  });
});
