import { describe, expect, it } from 'vitest';
import { contextOf, recordsOfEveryExperiment } from '../testing/every-experiment';
import { syntheticRecord } from '../testing/synthetic-record';
import { explanationsOf } from './explanations';
import { mainClaims, mostClaims } from './main-claims';

describe('what Explain shows one by one', () => {
  it('is the first of each part, in the order of the experiment, with the compared rows alone', () => {
    const context = contextOf(syntheticRecord());
    const claims = mainClaims(context);
    expect(claims.map(({ part }) => part)).toEqual(['first-course', 'first-course', 'doughs']);
    const [first] = claims;
    expect(first?.name).toBe('Async against sync');
    expect(first?.figure?.rows.map(({ name }) => name)).toEqual(['One cook, sync', 'One cook, async']);
    expect(first?.figure?.table.rows.map(([name]) => name)).toEqual(['One cook, sync', 'One cook, async']);
  });

  it('never leaves a surprise out for something expected', () => {
    // Hired processes that knead slower than one cook: against theory, and last among the comparisons.
    const context = contextOf(syntheticRecord({ scale: { 'doughs/processes': 4 } }));
    const surprises = context.analysis.parts
      .flatMap((part) => explanationsOf(context, part))
      .filter((one) => one.isSurprise);
    expect(surprises.length).toBeGreaterThan(0);
    expect(mainClaims(context).map(({ name }) => name)).toContain(surprises[0]?.name);
  });

  it.each([...recordsOfEveryExperiment(4)])('is at most three for %s, each from the record', (_id, record) => {
    const context = contextOf(record);
    const all = context.analysis.parts.flatMap((part) => explanationsOf(context, part).map(({ text }) => text));
    const claims = mainClaims(context);
    expect(claims.length).toBe(Math.min(mostClaims, all.length));
    for (const { text } of claims) expect(all).toContain(text);
  });
});
