import { describe, expect, it } from 'vitest';
import { failureReasons } from '../../record/record';
import { findings } from '../../analysis/verdicts';
import { translate } from '../translate';
import { lessonTexts } from './lesson';
import { overridden } from './overridden';
import { report } from './report';
import { resultsTexts } from './results';
import { workbench } from '../../experiments/workbench/texts/en';

/** Every text below a node with its path. */
function textsBelow(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => textsBelow(child, path === '' ? key : `${path}.${key}`));
}

describe('overridden', () => {
  it('replaces what is named and keeps the rest, places and order included', () => {
    const base = { a: 'A', b: { c: 'C', d: 'D' } };
    expect(overridden(base, { b: { d: 'other' } })).toEqual({ a: 'A', b: { c: 'C', d: 'other' } });
    expect(overridden(base, {})).toEqual(base);
    expect(base.b.d).toBe('D');
  });

  it('keeps every place of a text that the kitchen says in its own words', () => {
    const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
    for (const [group, base] of [
      ['lesson', lessonTexts],
      ['results', resultsTexts],
      ['report', report],
    ] as const) {
      for (const [path, text] of textsBelow(base)) {
        let own: string;
        try {
          own = translate(`experiments.eggs-and-toast.${group}.${path}`);
        } catch {
          continue; // the report's own texts are only those that differ
        }
        expect(places(own), path).toEqual(places(text));
      }
    }
  });
});

describe('words', () => {
  it('are the kitchen’s on its own pages alone', () => {
    expect(translate('experiments.eggs-and-toast.results.timeline.worker')).toBe('Cook');
    expect(translate('experiments.eggs-and-toast.report.wages.memory')).toBe('Memory per cook');
    const kitchen = /\b(cook|cooks|dish|dishes|ticket|tickets|served)\b/i;
    for (const [path, text] of textsBelow({ resultsTexts, report, workbench })) expect(text, path).not.toMatch(kitchen);
  });

  it('of the Workbench hold nothing that the catalogue would read as syntax', () => {
    for (const [path, text] of textsBelow(workbench)) {
      expect(text, path).not.toMatch(/[@|<>]/);
      expect(text.replaceAll(/\{\w+\}/g, ''), path).not.toMatch(/[{}]/);
    }
    for (const reason of failureReasons) {
      expect(translate(`experiments.workbench.lesson.ended.reason.${reason}`)).not.toBe('');
    }
  });

  it('never speak of theory where nothing was predicted', () => {
    const open = textsBelow({
      mark: workbench.results.openMark,
      undecided: workbench.lesson.explain['undecided-open'],
    });
    expect(open.length).toBeGreaterThan(findings.length - 1);
    for (const [path, text] of open) expect(text, path).not.toMatch(/theory|predict/i);
  });
});
