import { expect, it } from 'vitest';
import { syntheticPythons } from '../testing/synthetic-python';
import { findExperiment } from './catalogue';
import { definitionFor } from './definition-for';
import { lessonDefinition, placeOn } from './lesson-definition';

const machine = { availableParallelism: 8, cpuQuotaCores: null };
const pythons = { usable: syntheticPythons.map((one, n) => ({ ...one, path: `/usr/bin/python${n}` })), problems: [] };

const conditionsOf = (...asked: Parameters<typeof lessonDefinition>): readonly string[] =>
  (lessonDefinition(...asked)?.conditions ?? []).map(({ id }) => id);

it('follows cores, and a quota below them', () => {
  const eight = conditionsOf('many-cooks', machine);
  expect(eight).toEqual(findExperiment('many-cooks', 8)?.conditions.map(({ id }) => id));
  const limited = conditionsOf('many-cooks', { ...machine, cpuQuotaCores: 2.5 });
  expect(limited.length).toBeLessThan(eight.length);
});

it('is that of a run on the same machine, but for what a preset leaves out', () => {
  const limited = { ...machine, cpuQuotaCores: 1.5, timerGrainMs: 15.6 };
  for (const id of ['many-cooks', 'thousand-waits', 'lost-updates']) {
    const run = definitionFor({ experiment: id, preset: 'standard', ...placeOn(limited) });
    const { leavesOut = [] } = lessonDefinition(id, limited)?.presets.standard ?? {};
    expect(conditionsOf(id, limited).filter((one) => !leavesOut.includes(one))).toEqual(
      run?.conditions.map((one) => one.id),
    );
  }
});

it('raises waits where timers step coarsely', () => {
  const changed = ['waiting-for-io', 'thousand-waits', 'eggs-and-toast'].filter((id) => {
    const coarse = lessonDefinition(id, { ...machine, timerGrainMs: 15.6 });
    return JSON.stringify(lessonDefinition(id, machine)) !== JSON.stringify(coarse);
  });
  expect(changed.length).toBeGreaterThan(0);
});

it('has interpreters where the experiment asks for them', () => {
  const [without, having] = [conditionsOf('python-gil', machine), conditionsOf('python-gil', machine, pythons)];
  expect(having).not.toEqual(without);
  expect(conditionsOf('many-cooks', machine, pythons)).toEqual(conditionsOf('many-cooks', machine));
});

it('is undefined for an unknown id, and known without a machine', () => {
  expect(lessonDefinition('no-such', machine)).toBeUndefined();
  expect(lessonDefinition('many-cooks', undefined)).toBeDefined();
});
