import { describe, expect, it } from 'vitest';
import { asksForPythons, catalogue, findExperiment } from '../../experiments/catalogue';
import type {
  ComparisonDefinition,
  Expectation,
  ExperimentDefinition,
  PartDefinition,
} from '../../experiments/definition-types';
import { askedIn } from '../../experiments/forecasts';
import { predictedConditions } from '../../experiments/predicted-conditions';
import { forecastRowName, optionName } from '../../words/forecasts';
import { namesOf } from '../../words/names';
import type { LevelDefinition } from '../../experiments/measures';
import { resolveWork } from '../../experiments/work';
import type { ReportContext } from '../../words/context';
import { explanationOf, levelExplanationOf } from '../../words/explanations';
import { contextOf } from '../../testing/every-experiment';
import { failureReasons, type RunRecord } from '../../record/record';
import { definitionsOf010 } from '../../record/upgrade/definitions-0.1.0';
import { workerStates } from '../../record/schema-parts';
import { withAllMeasures } from '../../testing/synthetic-measures';
import { syntheticPythons } from '../../testing/synthetic-python';
import { syntheticTasksRecord } from '../../testing/synthetic-tasks';
import { syntheticRecord } from '../../testing/synthetic-record';
import { findingFor, isOpenFinding, openFindings, verdictKinds, type Finding } from '../../analysis/verdicts';
import { experimentText } from '../experiment-text';
import { findKeys, findText, translate } from '../translate';
import { english } from './index';
import { standardValues } from '../../experiments/standard-values';

const ids = catalogue.map(({ id }) => id);
/** Machines: one core, the smallest of the lab, more, and an odd number. */
const machines = [1, 2, 3, 4, 16];

function on(id: string, cores: number): ExperimentDefinition {
  const experiment = findExperiment(id, cores);
  if (!experiment) throw new Error(`no ${id}`);
  return experiment;
}

/** Where a definition depends on the machine's Pythons: with several, and with none. */
function withPythons(id: string): ExperimentDefinition[] {
  if (!asksForPythons(id)) return [];
  return [syntheticPythons, []].flatMap((pythons) => {
    return findExperiment(id, 2, { pythons, parameters: { interpreters: 9 } }) ?? [];
  });
}

/** Where a definition depends on what a person chose: with every parameter at its least, and at its most. */
function atEnds(id: string): ExperimentDefinition[] {
  return (['minimum', 'maximum'] as const).flatMap((end) => {
    const parameters = Object.fromEntries(on(id, 2).parameters.map((one) => [one.id, one[end]]));
    return findExperiment(id, 2, { parameters }) ?? [];
  });
}

/** A text as the window and the report find it. */
function textOf(experiment: string, path: string): string {
  const place = experimentText(experiment, path);
  return translate(place.path, place.values);
}

function placesOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/** Every text below a node with its path. */
function textsBelow(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => textsBelow(child, path === '' ? key : `${path}.${key}`));
}

function below(experiment: string, group: string): [string, string][] {
  const node = (english.experiments as Readonly<Record<string, unknown>>)[experiment] as Readonly<
    Record<string, unknown>
  >;
  return textsBelow(node[group]);
}

function taskNames(part: PartDefinition, parameters: Readonly<Record<string, number>>): string[] {
  if (!part.work) return [...part.tasks];
  return Array.from({ length: resolveWork(part.work, parameters).tasks }, (_, index) => `task-${index + 1}`);
}

/** True for a part of which something is predicted, or that is a row of a forecast about several parts. */
function asksAbout(experiment: ExperimentDefinition, part: PartDefinition): boolean {
  const isRow = (experiment.forecasts ?? []).some(
    (one) => one.kind === 'pick' && one.rows.some((row) => row.id === part.id && row.part === part.id),
  );
  return isRow || predictedConditions(experiment, part).length > 0;
}

/** Findings with an explanation of their own that an expectation can lead to. */
function findingsFor(expectation: Expectation): Finding[] {
  const reachable = new Set(verdictKinds.map((kind) => findingFor(expectation, kind)));
  return [...reachable].filter((finding) => !isOpenFinding(finding));
}

interface Case {
  readonly part: string;
  readonly comparison: ComparisonDefinition;
  readonly finding: Finding;
  readonly path: string;
}

function casesOf({ parts }: ExperimentDefinition): Case[] {
  return parts.flatMap(({ id, comparisons }) =>
    comparisons.flatMap((comparison) =>
      findingsFor(comparison.expect).map((finding) => {
        const path = `explanation.${id}.${comparison.condition}.${comparison.baseline}.${finding}`;
        return { part: id, comparison, finding, path };
      }),
    ),
  );
}

interface LevelCase {
  readonly part: string;
  readonly level: LevelDefinition;
  readonly finding: Finding;
  readonly path: string;
}

function levelCasesOf({ parts }: ExperimentDefinition): LevelCase[] {
  return parts.flatMap(({ id, levels = [] }) =>
    levels.flatMap((level) =>
      (['as-expected', 'opposite'] as const).map((finding) => {
        const path = `explanation.${id}.${level.condition}.${level.measure}.${finding}`;
        return { part: id, level, finding, path };
      }),
    ),
  );
}

describe.each(ids)('texts of %s', (id) => {
  it.each(machines)('name everything of its definition on %d cores', (cores) => {
    const experiment = on(id, cores);
    for (const key of ['title', 'question', 'background']) expect(textOf(id, key).length).toBeGreaterThan(5);
    for (const condition of experiment.conditions) {
      for (const key of ['name', 'subject', 'short', 'detail']) {
        expect(textOf(id, `condition.${condition.id}.${key}`)).toMatch(/^[^{}]+$/);
      }
      for (const seat of condition.seats) expect(textOf(id, `seat.${seat.id}`)).toMatch(/^[^{}]+$/);
    }
    for (const part of experiment.parts) {
      for (const key of ['name', 'detail']) expect(textOf(id, `part.${part.id}.${key}`)).not.toBe('');
      if (asksAbout(experiment, part)) expect(textOf(id, `part.${part.id}.predict`).length).toBeGreaterThan(15);
      for (const task of taskNames(part, standardValues(experiment))) {
        expect(textOf(id, `task.${task}`)).toMatch(/^[^{}]+$/);
      }
      for (const task of part.tasks) expect(textOf(id, `taskDetail.${task}`)).toMatch(/\{\w+Ms\}/);
    }
    for (const parameter of experiment.parameters) expect(textOf(id, `parameter.${parameter.id}`)).not.toBe('');
  });

  it('ask for every forecast, and name its rows and its answers', () => {
    for (const forecast of on(id, 2).forecasts ?? []) {
      const asked = forecast.kind === 'marks' ? ['name', 'predict', 'x', 'y', 'at'] : ['name', 'predict'];
      for (const key of asked) expect(textOf(id, `forecast.${forecast.id}.${key}`).length).toBeGreaterThan(8);
      const names = namesOf(id);
      const rows = askedIn(forecast).map((row) => forecastRowName(names, forecast, row));
      const options = forecast.kind === 'pick' ? forecast.options.map((option) => optionName(names, option)) : [];
      for (const words of [rows, options]) {
        expect(new Set(words).size, words.join(', ')).toBe(words.length);
        for (const word of words) expect(word).toMatch(/^[A-Z0-9][^{}]+$/);
      }
    }
  });

  it.each(machines)('tell its conditions and its parts apart on %d cores', (cores) => {
    const { conditions, parts } = on(id, cores);
    for (const key of ['name', 'subject', 'short']) {
      const words = conditions.map((condition) => textOf(id, `condition.${condition.id}.${key}`));
      expect(new Set(words).size, words.join(', ')).toBe(conditions.length);
    }
    expect(new Set(parts.map((part) => textOf(id, `part.${part.id}.name`))).size).toBe(parts.length);
  });

  it('ask for predictions with the parameters of the definition alone', () => {
    // The version of a Python comes with the id, like the number of a task; a place on a plane is the person's own.
    const known = new Set([...on(id, 2).parameters.map((parameter) => parameter.id), 'version', 'x', 'y']);
    const asking = [...below(id, 'part'), ...below(id, 'taskDetail'), ...below(id, 'forecast')];
    const asked = asking.flatMap(([, text]) => placesOf(text));
    // An experiment without parameters of its own (beside its rounds) has none to name.
    if (known.size > 4) expect(asked.length).toBeGreaterThan(0);
    for (const name of asked) expect(known.has(name), name).toBe(true);
  });

  it.each(machines)('explain every finding of every comparison, with the numbers of a run, on %d cores', (cores) => {
    const experiment = on(id, cores);
    const context = analysedOf(experiment, cores);
    const verdicts = context.analysis.parts.flatMap((part) => part.verdicts);
    for (const { part, comparison, finding, path } of casesOf(experiment)) {
      const own = experimentText(id, path);
      expect(findText(own.path), path).toBeTypeOf('string');
      const verdict = verdicts.find(
        (one) => one.part === part && one.condition === comparison.condition && one.baseline === comparison.baseline,
      );
      if (!verdict) throw new Error(`no verdict for ${path}`);
      const text = explanationOf(context, { ...verdict, finding });
      expect(text, path).toMatch(/^[^{}]{60,}$/);
      expect(text, path).not.toMatch(/undefined|NaN/);
    }
  });

  it('say what to do where the run was too noisy, and why where it is not judged, for every comparison and level', () => {
    const context = analysedOf(on(id, 2), 2);
    for (const part of context.analysis.parts) {
      for (const verdict of part.verdicts) {
        for (const finding of openFindings) {
          const text = explanationOf(context, { ...verdict, finding, rounds: 7 });
          expect(text, finding).toMatch(/^[^{}]{60,}$/);
          if (finding === 'too-noisy') expect(text).toMatch(/Close other programs/);
        }
      }
      for (const level of part.levels) {
        expect(levelExplanationOf(context, { ...level, finding: 'not-judged' })).toMatch(/^[^{}]{60,}$/);
      }
    }
  });

  it.each(machines)('explain every level as expected and otherwise, on %d cores', (cores) => {
    const experiment = on(id, cores);
    const context = analysedOf(experiment, cores);
    for (const { part, level, finding, path } of levelCasesOf(experiment)) {
      const own = experimentText(id, path);
      expect(findText(own.path), path).toBeTypeOf('string');
      const measured = context.analysis.parts
        .find((one) => one.part === part)
        ?.levels.find((one) => one.condition === level.condition && one.measure === level.measure);
      if (!measured) throw new Error(`no level for ${path}`);
      const value = { estimate: 1, low: 1, high: 1 };
      expect(levelExplanationOf(context, { ...measured, value, finding }), path).toMatch(/^[^{}]{60,}$/);
    }
  });

  it('claim a direction only where the finding has one', () => {
    for (const experiment of machines.map((cores) => on(id, cores))) {
      for (const { comparison, finding, path } of casesOf(experiment)) {
        const text = translate(experimentText(id, path).path);
        const hasDirection =
          finding === 'opposite' ||
          finding === 'measured' ||
          (finding === 'as-expected' && comparison.expect === 'faster');
        // `ratio` reads "1.02x slower"; `plainRatio` claims nothing.
        if (!hasDirection) expect(placesOf(text), path).not.toContain('ratio');
        else
          expect(
            placesOf(text).some((name) => name === 'ratio' || name === 'plainRatio'),
            path,
          ).toBe(true);
      }
    }
  });

  it('hold no explanation that no machine can come to', () => {
    // Records of 0.1.0 are explained as well, and were judged by the definitions of that version.
    const before = (definitionsOf010[id] ?? []).map(([, json]) => JSON.parse(json) as ExperimentDefinition);
    const used = new Set(
      [...machines.map((cores) => on(id, cores)), ...withPythons(id), ...atEnds(id), ...before].flatMap((definition) =>
        [...casesOf(definition), ...levelCasesOf(definition)].map(({ path }) => experimentText(id, path).path),
      ),
    );
    for (const [path] of below(id, 'explanation')) expect(used).toContain(`experiments.${id}.explanation.${path}`);
  });

  it('have words for what cannot be explained, for every ending and every worker state', () => {
    const open = [...openFindings, 'undecided-open', 'too-noisy-open', 'too-few-rounds'];
    for (const key of [...open, ...['undecided', 'not-measured', 'not-judged'].map((level) => `${level}-level`)]) {
      expect(textOf(id, `lesson.explain.${key}`)).not.toBe('');
    }
    for (const reason of failureReasons) expect(textOf(id, `lesson.ended.reason.${reason}`)).not.toBe('');
    for (const state of workerStates) {
      expect(textOf(id, `results.timeline.letter.${state}`)).toHaveLength(1);
      expect(textOf(id, `results.timeline.stateDetail.${state}`)).not.toBe('');
    }
    const letters = workerStates.map((state) => textOf(id, `results.timeline.letter.${state}`));
    expect(new Set(letters).size).toBe(workerStates.length);
  });

  it('ask about two new situations and answer every choice', () => {
    const situations = findKeys(`experiments.${id}.questions.transfer`);
    expect(situations).toHaveLength(2);
    for (const situation of situations) {
      const path = `questions.transfer.${situation}`;
      const options = findKeys(`experiments.${id}.${path}.options`);
      expect(options.length).toBeGreaterThanOrEqual(3);
      expect(options).toContain(textOf(id, `${path}.correct`));
      for (const option of options) {
        expect(textOf(id, `${path}.options.${option}.label`)).not.toBe('');
        expect(textOf(id, `${path}.options.${option}.feedback`).length).toBeGreaterThan(40);
      }
    }
    expect(below(id, 'analogyAnswer').length).toBeGreaterThanOrEqual(2);
  });

  it('hold nothing that the catalogue would read as syntax', () => {
    const all = Object.keys((english.experiments as Readonly<Record<string, object>>)[id] ?? {});
    const texts = all.flatMap((group) => below(id, group));
    expect(texts.length).toBeGreaterThan(30);
    for (const [path, text] of texts) expectPlain(path, text);
  });
});

describe('texts that experiments share', () => {
  it('hold nothing that the catalogue would read as syntax', () => {
    const texts = textsBelow({ lesson: english.lesson, results: english.results });
    expect(texts.length).toBeGreaterThan(300);
    for (const [path, text] of texts) expectPlain(path, text);
  });
});

function expectPlain(path: string, text: string): void {
  expect(text, path).not.toMatch(/[@|<>]/);
  expect(text.replaceAll(/\{\w+\}/g, ''), path).not.toMatch(/[{}]/);
}

const analysed = new Map<string, ReportContext>();

/** The same run for all tests: analysing many conditions takes a while. */
function analysedOf(experiment: ExperimentDefinition, cores: number): ReportContext {
  const key = `${experiment.id}/${cores}`;
  const known = analysed.get(key);
  if (known) return known;
  const made = contextOf(recordOf(experiment, cores));
  analysed.set(key, made);
  return made;
}

/** An invented run in which everything took as long. */
function recordOf(experiment: ExperimentDefinition, cores: number): RunRecord {
  if (experiment.id !== 'eggs-and-toast')
    return syntheticTasksRecord(experiment, { cores, totalMs: () => 100, shape: withAllMeasures });
  return syntheticRecord({ cores });
}
