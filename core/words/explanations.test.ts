import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis/analysis';
import { findings } from '../analysis/verdicts';
import { contextOf } from '../testing/every-experiment';
import { syntheticRecord } from '../testing/synthetic-record';
import { formatDurationInterval } from '../texts/format';
import { explanationOf, explanations } from './explanations';

function explained(record: ReturnType<typeof syntheticRecord>) {
  const context = contextOf(record);
  return context.analysis.parts
    .flatMap((part) => part.verdicts)
    .map((verdict) => ({ verdict, text: explanationOf(context, verdict) }));
}

describe('explanationOf', () => {
  it.each([
    ['as-expected', { rounds: 9 }],
    ['opposite', { scale: { threads: 4, 'doughs/async': 0.6, 'first-course/async': 4 } }],
    ['no-difference', { cores: 1 }],
    ['undecided', { rounds: 3 }],
  ] as const)('has a complete text for every comparison: %s', (finding, options) => {
    const found = explained(syntheticRecord(options));
    expect(found.map(({ verdict }) => verdict.finding)).toContain(finding);
    for (const { verdict, text } of found) {
      expect(text, `${verdict.condition} ${verdict.baseline} ${verdict.finding}`).toBeTypeOf('string');
      expect(text).not.toMatch(/[{}]/);
    }
  });

  it('has a text where nothing was measured', () => {
    for (const { verdict, text } of explained({ ...syntheticRecord(), cells: [] })) {
      expect(verdict.finding).toBe('not-measured');
      expect(text).toBeTypeOf('string');
    }
  });

  it('is filled with the numbers of the run', () => {
    const record = syntheticRecord();
    const first = explained(record)[0];
    const sync = analyse(record).parts[0]?.conditions.find((one) => one.condition === 'sync');
    if (!sync) throw new Error('no sync');
    expect(first?.text).toContain(formatDurationInterval(sync.headline));
  });

  it('gives hiring its interval and its own n', () => {
    const found = explained(syntheticRecord({ rounds: 9 })).find(({ text }) => text.includes('Hiring took'));
    expect(found?.text).toMatch(/Hiring took [\d.]+ ms \[[\d.]+, [\d.]+\] \(n\u00a0=\u00a03 hirings\)/);
  });

  it('claims neither a second core where there is one, nor that a wait is what takes longest', () => {
    const oneCore = explained(syntheticRecord({ cores: 1, scale: { 'doughs/threads': 0.5, 'doughs/processes': 0.5 } }));
    const faster = oneCore.filter(({ verdict }) => verdict.part === 'doughs' && verdict.verdict === 'faster');
    expect(faster.length).toBeGreaterThanOrEqual(2);
    for (const { text } of faster) expect(text).not.toMatch(/the second core/);
    const cleaning = explained(syntheticRecord({ parameters: { cleaningMs: 900 } }));
    for (const { text } of cleaning) expect(text).not.toMatch(/longest wait/);
  });

  it('says "not told" of a number that is missing, and leaves no place open', () => {
    const context = contextOf({ ...syntheticRecord(), hirings: [] });
    const verdict = context.analysis.parts[1]?.verdicts.find((one) => one.condition === 'threads');
    if (!verdict) throw new Error('no verdict');
    expect(explanationOf(context, verdict)).toContain('Hiring took not told');
    for (const finding of findings)
      expect(explanationOf(context, { ...verdict, finding })).not.toMatch(/[{}]|undefined/);
  });

  it('says nothing about numbers where nothing was measured', () => {
    for (const { text } of explained({ ...syntheticRecord(), cells: [], hirings: [] })) {
      expect(text).toContain('not measured');
      expect(text).not.toMatch(/\d/);
    }
  });

  it('gives "as expected" a text of its own for every comparison', () => {
    const context = contextOf(syntheticRecord({ rounds: 7 }));
    const texts = context.analysis.parts
      .flatMap((part) => part.verdicts)
      .map((verdict) => explanationOf(context, { ...verdict, finding: 'as-expected' }));
    expect(new Set(texts).size).toBe(9);
  });

  it('ties an explanation to the measured numbers', () => {
    const context = contextOf(syntheticRecord({ rounds: 7 }));
    const names = { ...context.names, text: (path: string, values = {}) => `${path} ${JSON.stringify(values)}` };
    const verdict = context.analysis.parts[0]?.verdicts.find(
      (one) => one.condition === 'async' && one.baseline === 'sync',
    );
    if (!verdict) throw new Error('no verdict');
    const values = JSON.parse(explanationOf({ ...context, names }, verdict).replace(/^\S+ /, '')) as Record<
      string,
      string
    >;
    expect(values).toMatchObject({ rounds: 7, eggsMs: 300, cores: 4 });
    expect(values['ratio']).toMatch(/^1\.9\dx results\.verdicts\.word\.faster \{\} \[/);
    expect(values['conditionTotal']).toMatch(/^30\d ms \[/);
    expect(values['baselineBlocked']).toMatch(/^8\d %$/);
  });

  it('opens with how explanations are chosen, and marks what surprises', () => {
    const context = contextOf(syntheticRecord({ rounds: 9, scale: { threads: 4 } }));
    const [note, ...rest] = explanations(context);
    expect(note).toMatchObject({
      kind: 'note',
      text: expect.stringContaining('n\u00a0=\u00a09\u00a0rounds unless') as unknown,
    });
    const items = rest.flatMap((block) => (block.kind === 'explanations' ? block.items : []));
    expect(items).toHaveLength(9);
    for (const { isSurprise, mark } of items) expect(mark.words === 'not as theory predicts').toBe(isSurprise);
    expect(items.some(({ isSurprise }) => isSurprise)).toBe(true);
  });
});
