import { describe, expect, it } from 'vitest';
import { failureReasons } from '../../record/record';
import { findings } from '../../analysis/verdicts';
import { catalogue } from '../../experiments/catalogue';
import { experimentText } from '../experiment-text';
import { findText, translate } from '../translate';
import { lessonTexts } from './lesson';
import { english } from './index';
import { measureWords } from './measures';
import { report } from './report';
import { resultsTexts } from './results';
import { workbench } from '../../experiments/workbench/texts/en';

/** Every text below a node with its path. */
function textsBelow(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => textsBelow(child, path === '' ? key : `${path}.${key}`));
}

/** The texts that experiments share, and every place where one of them, or a measure, says something in its own words. */
const shared = { lesson: lessonTexts, results: resultsTexts };
const own = Object.entries(english.experiments).flatMap(([id, texts]) =>
  Object.keys(shared).flatMap((group) => {
    const changes = (texts as Readonly<Record<string, unknown>>)[group];
    return textsBelow(changes).map(([path, text]) => ({ id, path: `${group}.${path}`, text }));
  }),
);

describe('words of their own', () => {
  it('stand where all others read the shared text, and keep its places', () => {
    const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
    expect(own.length).toBeGreaterThan(50);
    const open: string[] = [];
    for (const { id, path, text } of own) {
      const base = findText(path);
      expect(base, `${id}: ${path}`).toBeTypeOf('string');
      if (places(text).join() !== places(base ?? '').join()) open.push(path);
    }
    // A part whose name says it all needs no place for it.
    expect(open.filter((path) => !path.endsWith('.title'))).toEqual([]);
  });

  it('are those of the measure that stands at the head of the parts', () => {
    for (const { id, parts } of catalogue) {
      const [headline = 'total'] = parts.flatMap((part) => part.headline ?? []);
      const { results } = english.experiments[id as keyof typeof english.experiments] as { results?: unknown };
      if (headline !== 'total') expect(results).toBe((measureWords as Readonly<Record<string, unknown>>)[headline]);
    }
  });
});

describe('words about a record', () => {
  it('name neither this machine nor a run of yours: a sample, or what was imported, is of another', () => {
    const { lesson, results, story, warnings, experiments: ownTexts } = english;
    const ofExperiments = Object.entries(ownTexts).map(([id, texts]) => {
      const { explanation, story: answers, questions, analogyAnswer } = texts as Readonly<Record<string, unknown>>;
      return [id, { explanation, answers, questions, analogyAnswer }];
    });
    const { explain, asked } = lesson;
    const shown = { results, story, measureWords, warnings, report, explain, asked };
    const texts = textsBelow({ ...shown, ...Object.fromEntries(ofExperiments) });
    expect(texts.length).toBeGreaterThan(1500);
    expect(texts.filter(([, text]) => /\bthis machine\b|\byour (run|machine|results?)\b/i.test(text))).toEqual([]);
  });
});

describe('words', () => {
  it('are the kitchen’s on its own pages alone', () => {
    expect(translate('experiments.eggs-and-toast.results.timeline.worker')).toBe('Cook');
    expect(translate('experiments.eggs-and-toast.results.wages.memory')).toBe('Memory per cook');
    const kitchen = /\b(cook|cooks|dish|dishes|ticket|tickets|served)\b/i;
    for (const [path, text] of textsBelow({ resultsTexts, report, workbench })) expect(text, path).not.toMatch(kitchen);
  });

  it('of the Workbench hold nothing that the catalogue would read as syntax', () => {
    for (const [path, text] of textsBelow(workbench)) {
      expect(text, path).not.toMatch(/[@|<>]/);
      expect(text.replaceAll(/\{\w+\}/g, ''), path).not.toMatch(/[{}]/);
    }
    for (const reason of failureReasons) {
      expect(translate(experimentText('workbench', `lesson.ended.reason.${reason}`).path)).not.toBe('');
    }
  });

  it('never speak of theory where nothing was predicted', () => {
    const open = textsBelow({
      mark: resultsTexts.openMark,
      undecided: lessonTexts.explain['undecided-open'],
    });
    expect(open.length).toBeGreaterThan(findings.length - 1);
    for (const [path, text] of open) expect(text, path).not.toMatch(/theory|predict/i);
  });
});
