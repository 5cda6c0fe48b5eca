import { describe, expect, it } from 'vitest';
import { catalogue, findExperiment } from '../experiments/catalogue';
import { predictQuestions } from '../experiments/predict-questions';
import { renderWorksheet } from '../print/worksheet';
import { findKeys, translate } from '../texts/translate';
import { worksheetOf } from './worksheet';

/** The text that a reader sees, without its marks. */
function textOf(markup: string): string {
  return markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

describe.each(catalogue)('the worksheet of $id', (experiment) => {
  const sheet = worksheetOf(experiment);
  const page = renderWorksheet(experiment, { stylesheet: '/report.css' });

  it('asks everything that the lesson asks', () => {
    expect(sheet.predict).toHaveLength(predictQuestions(experiment).length);
    const situations = `experiments.${experiment.id}.questions.transfer`;
    expect(sheet.situations).toHaveLength(findKeys(situations).length);
    const text = textOf(page);
    for (const asked of [sheet.question, sheet.observe, ...sheet.situations.map(({ question }) => question)]) {
      expect(text).toContain(asked.replaceAll('"', '&quot;').replaceAll("'", '&#39;'));
    }
  });

  it('has a cell for what every part of the quick preset shows of every condition, and none for the A/A pair', () => {
    const { leavesOut = [], leavesOutParts = [] } = experiment.presets.quick;
    const left = new Set(leavesOut);
    const parts = experiment.parts.filter(({ id }) => !leavesOutParts.includes(id));
    const single = new Set(
      experiment.conditions.filter(({ id, repeats }) => repeats === undefined && !left.has(id)).map(({ id }) => id),
    );
    const wanted = parts.reduce((sum, { conditions }) => sum + conditions.filter((id) => single.has(id)).length, 0);
    const blank = sheet.readOff.flatMap(({ rows }) => rows.flat()).filter((cell) => cell === '').length;
    expect(blank).toBe(wanted);
    expect(wanted).toBeGreaterThan(0);
  });

  it('gives no answer away, and leaves no place of a text open', () => {
    for (const id of findKeys(`experiments.${experiment.id}.questions.transfer`)) {
      const at = `experiments.${experiment.id}.questions.transfer.${id}`;
      const right = translate(`${at}.correct`);
      expect(textOf(page)).not.toContain(translate(`${at}.options.${right}.feedback`).slice(0, 40));
    }
    expect(page).not.toMatch(/\{\w+\}/);
    expect(page).not.toMatch(/undefined|NaN/);
  });
});

describe('a worksheet', () => {
  it('follows the machine: more cores, more conditions', () => {
    const [two, eight] = [2, 8].map((cores) => findExperiment('many-cooks', cores));
    const rows = (one: typeof two): number => (one ? (worksheetOf(one).readOff[0]?.rows.length ?? 0) : 0);
    expect(rows(eight)).toBeGreaterThan(rows(two));
  });
});
