import { describe, expect, it } from 'vitest';
import { asksForPythons, catalogue, findExperiment } from '../experiments/catalogue';
import { standardChoice } from '../experiments/workbench/choice';
import { workbenchDefinition } from '../experiments/workbench/definition';
import { strategies } from '../experiments/definition-types';
import type { ConditionDefinition, ExperimentDefinition } from '../experiments/definition-types';
import { syntheticPythons } from '../testing/synthetic-python';
import { standardValues } from '../experiments/standard-values';
import { conditionCode, experimentCode, givenCode } from './code-of';
import { filesOf, joined, source } from './source';
import { codeLanguages } from './types';

const mostLines = 14;
const mostColumns = 72;
const workbench = workbenchDefinition({ ...standardChoice, strategies: [...strategies] });
const workbenchValues = { taskMs: 5, tasks: 40, waitMs: 2, computeMs: 3 };
/** Also with more cores, where there are more conditions. */
const experiments: readonly ExperimentDefinition[] = [
  ...catalogue,
  ...['many-cooks', 'four-scenarios', 'break-even'].flatMap((id) => findExperiment(id, 16) ?? []),
];
const valuesFor = (experiment: ExperimentDefinition) =>
  experiment === workbench ? workbenchValues : standardValues(experiment);

/** Conditions of an experiment on a machine with several Pythons; none where it does not ask for them. */
function ofSeveralPythons(id: string): readonly ConditionDefinition[] {
  if (!asksForPythons(id)) return [];
  return findExperiment(id, 2, { pythons: syntheticPythons, parameters: { interpreters: 9 } })?.conditions ?? [];
}

describe('the code of conditions', () => {
  it.each([...experiments, workbench])('$id: every condition has one in every part, but where nothing runs', (one) => {
    for (const condition of one.conditions) {
      const codes = conditionCode(one, condition, valuesFor(one));
      if (condition.idle) {
        expect(codes, condition.id).toEqual([]);
        continue;
      }
      for (const part of one.parts.filter(({ conditions }) => conditions.includes(condition.id))) {
        const own = codes.filter((code) => code.part === null || code.part === part.id);
        expect(own, `${condition.id} in ${part.id}`).toHaveLength(1);
      }
    }
  });

  it.each([...catalogue, workbench])('$id: no snippet is for a condition or a part that it does not have', (one) => {
    for (const { conditions, parts = [] } of experimentCode(one.id)?.snippets ?? []) {
      for (const part of parts) expect(one.parts.map(({ id }) => id)).toContain(part);
      for (const pattern of conditions) {
        const like = new RegExp(`^${pattern.replaceAll('{n}', String.raw`\d+`)}$`);
        expect(
          [...one.conditions, ...ofSeveralPythons(one.id)].some(({ id }) => like.test(id)),
          pattern,
        ).toBe(true);
      }
    }
  });

  it.each([...experiments, workbench])(
    '$id: snippets are short, explained once or twice, and without open places',
    (one) => {
      for (const condition of one.conditions) {
        for (const { source: found, heart } of conditionCode(one, condition, valuesFor(one))) {
          for (const language of codeLanguages) {
            const text = found[language];
            const lines = text.split('\n');
            const name = `${condition.id}, ${language}:\n${text}`;
            expect(lines.length, name).toBeLessThanOrEqual(mostLines);
            for (const line of lines) expect(line.length, `${name}\n${line}`).toBeLessThanOrEqual(mostColumns);
            expect(text, name).not.toMatch(/(?<!\$)\{(?:workers|inFlight|poolSize|tasks|\w+Ms)\}/);
          }
          if (heart !== undefined) expect(found.javascript.split('\n').map((line) => line.trim())).toContain(heart);
        }
      }
    },
  );

  it.each([...catalogue, workbench])('$id: what the snippets call is filled in as well', (one) => {
    const given = givenCode(one, valuesFor(one));
    expect(given.length).toBeGreaterThan(0);
    for (const { source: found } of given) {
      for (const language of codeLanguages) {
        expect(found[language]).not.toMatch(/(?<!\$)\{(?:tasks|\w+Ms)\}/);
        for (const line of found[language].split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
      }
    }
  });

  it('carries the numbers of the run', () => {
    const io = findExperiment('waiting-for-io');
    const four = io?.conditions.find(({ id }) => id === 'in-flight-4');
    if (!io || !four) throw new Error('no such condition');
    expect(conditionCode(io, four, standardValues(io))[0]?.source.javascript).toContain('{ length: 4 }');
    const texts = givenCode(io, { latencyMs: 17, queryMs: 3 }).map(({ source: found }) => found.javascript);
    expect(texts.join('\n')).toContain('/wait?ms=17');
  });

  it('is that of the condition that an A/A pair repeats', () => {
    const loop = findExperiment('async-is-not-parallel');
    const [first, second] = (loop?.conditions ?? []).filter(({ id }) => id.startsWith('loop'));
    if (!loop || !first || !second) throw new Error('no such conditions');
    expect(conditionCode(loop, second, {})).toEqual(conditionCode(loop, first, {}));
  });
});

describe('a source', () => {
  it('is joined with what is imported at the top, once, and further files at the end', () => {
    const a = source("import x from 'x';\nconst a = x;\n// helper.mjs\nimport h from 'h';\nh();", 'import x\na = x');
    const b = source("import x from 'x';\nimport y from 'y';\nconst b = y;", 'import x\nb = x');
    expect(joined(a, b)).toEqual({
      javascript:
        "import x from 'x';\nimport y from 'y';\n\nconst a = x;\n\nconst b = y;\n\n// helper.mjs\nimport h from 'h';\nh();",
      python: 'import x\n\na = x\n\nb = x',
    });
  });

  it('is divided into files by the lines that name them', () => {
    const files = filesOf('// worker.mjs: one cook\na();\n\n// main.mjs\nb();');
    expect([...files.entries()]).toEqual([
      ['worker.mjs', 'a();\n\n'],
      ['main.mjs', 'b();\n'],
    ]);
    expect([...filesOf('c();').entries()]).toEqual([['main.mjs', 'c();\n']]);
  });
});
