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

  it('has one text for all ids that differ in their numbers, and takes a text of the whole id first', () => {
    const place = (id: string) => experimentText('many-cooks', id);
    const base = 'experiments.many-cooks';
    expect(place('condition.threads-16.name')).toEqual({ path: `${base}.condition.threads.name`, values: { n: '16' } });
    expect(place('condition.threads-16-again.name')).toEqual({
      path: `${base}.condition.threads-again.name`,
      values: { n: '16' },
    });
    expect(place('condition.threads-1.name')).toEqual({ path: `${base}.condition.threads-1.name`, values: {} });
    expect(place('explanation.computing.threads-8.threads-1.as-expected')).toEqual({
      path: `${base}.explanation.computing.threads.threads-1.as-expected`,
      values: { n: '8', m: '1' },
    });
    expect(place('explanation.computing.threads-8.threads-4.opposite')).toEqual({
      path: `${base}.explanation.computing.threads.threads.opposite`,
      values: { n: '8', m: '4' },
    });
  });

  it('is the id itself where there is no text', () => {
    for (const id of ['condition.cooks-4.name', 'seat.nobody', 'explanation.computing.threads-2.threads-1.measured']) {
      expect(experimentText('many-cooks', id)).toEqual({ path: `experiments.many-cooks.${id}`, values: {} });
    }
  });

  it('numbers tasks and workers', () => {
    const { path, values } = experimentText('workbench', 'seat.worker-12');
    expect(translate(path, values)).toContain('12');
    const task = experimentText('workbench', 'task.task-7');
    expect(translate(task.path, task.values)).toContain('7');
  });
});
