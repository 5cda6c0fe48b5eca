import { describe, expect, it } from 'vitest';
import { eggsAndToast } from '../definition';
import { failureReasons } from '../../../record/record';
import { workerStates } from '../../../record/schema-parts';
import { translate } from '../../../texts/translate';
import { eggsAndToast as texts } from './en';

function text(path: string): string {
  return translate(`experiments.eggs-and-toast.${path}`);
}

/** Every text below a node with its path. */
function textsBelow(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => textsBelow(child, path === '' ? key : `${path}.${key}`));
}

describe('texts of eggs-and-toast', () => {
  it('names everything of the definition', () => {
    for (const { id, seats } of eggsAndToast.conditions) {
      for (const key of ['name', 'subject', 'short', 'detail']) expect(text(`condition.${id}.${key}`)).not.toBe('');
      for (const seat of seats) expect(text(`seat.${seat.id}`)).not.toBe('');
    }
    for (const { id, tasks } of eggsAndToast.parts) {
      for (const key of ['name', 'detail', 'predict']) expect(text(`part.${id}.${key}`)).not.toBe('');
      for (const task of tasks) {
        expect(text(`task.${task}`)).not.toBe('');
        expect(text(`taskDetail.${task}`)).toMatch(/\{\w+Ms\}/);
      }
    }
    for (const { id } of eggsAndToast.parameters) expect(text(`parameter.${id}`)).not.toBe('');
  });

  it('asks for times with the parameters of the definition alone', () => {
    const known = new Set(eggsAndToast.parameters.map(({ id }) => id));
    const asked = textsBelow({ part: texts.part, taskDetail: texts.taskDetail }).flatMap(([, one]) =>
      [...one.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
    );
    expect(asked.length).toBeGreaterThan(5);
    for (const name of asked) expect(known.has(name)).toBe(true);
  });

  it('has words for every way a run can end and every worker state', () => {
    for (const reason of failureReasons) expect(text(`lesson.ended.reason.${reason}`)).not.toBe('');
    for (const state of workerStates) {
      expect(text(`results.timeline.letter.${state}`)).toHaveLength(1);
      expect(text(`results.timeline.stateDetail.${state}`)).not.toBe('');
    }
    expect(new Set(workerStates.map((state) => text(`results.timeline.letter.${state}`))).size).toBe(6);
  });

  it('holds nothing that the catalogue would read as syntax', () => {
    for (const [path, one] of textsBelow(texts)) {
      expect(one, path).not.toMatch(/[@|<>]/);
      expect(one.replaceAll(/\{\w+\}/g, ''), path).not.toMatch(/[{}]/);
    }
  });
});
