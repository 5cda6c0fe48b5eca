import { describe, expect, it } from 'vitest';
import { searchPart, workbenchPart } from '../experiments/workbench/ids';
import { syntheticAnswerRecord } from '../testing/synthetic-answer';
import { analyse } from './analysis';
import { candidatesOf } from './candidates';

const answerIn = (record: Parameters<typeof analyse>[0]) => {
  const { answer } = analyse(record);
  if (!answer) throw new Error('no answer');
  return answer;
};

describe('the answer of a search', () => {
  it('is the smallest set-up as good as the best, by what arithmetic says of 2 ms CPU and 8 ms waiting on two cores', () => {
    const { smallest, twice, isEnough, rounds, candidates, confidence } = answerIn(syntheticAnswerRecord());
    // One core is kept busy by 5 tasks: two threads need 5 each, and the next number searched is 16.
    expect(smallest).toMatchObject({ condition: 'threads-async-2-16', workers: 2, inFlight: 16 });
    expect(twice?.condition).toBe('threads-async-4-16');
    expect(twice?.gain.high).toBeLessThan(1.02);
    expect([isEnough, rounds]).toEqual([true, 12]);
    expect(confidence).toBeGreaterThanOrEqual(0.95);
    expect(candidates.map(({ workers }) => workers)).toEqual(
      candidates.map(({ workers }) => workers).toSorted((a, b) => a - b),
    );
  });

  it('takes its estimates from the confirming rounds alone', () => {
    const shifted = syntheticAnswerRecord({ totalMs: (_, part) => (part === searchPart ? 900 : 100) });
    const { candidates, searched } = answerIn(shifted);
    expect(Math.max(...candidates.map(({ total }) => total.high))).toBeLessThan(101e6);
    expect(Math.min(...searched.map(({ searchNs }) => searchNs))).toBeGreaterThan(890e6);
  });

  it('is decided anew by the confirmation: what only looked fast in the search is not the answer', () => {
    const record = syntheticAnswerRecord({
      totalMs: ({ workers, inFlight }, part) =>
        workers === 2 && inFlight === 4 ? (part === searchPart ? 90 : 130) : 100,
    });
    const { smallest, candidates } = answerIn(record);
    expect(candidates.find(({ condition }) => condition === 'threads-async-2-4')).toMatchObject({ isAsGood: false });
    expect(smallest?.condition).not.toBe('threads-async-2-4');
  });

  it('names none where noise hides the difference, and none with too few rounds', () => {
    const loud = answerIn(syntheticAnswerRecord({ noise: 0.4 }));
    expect(loud.smallest).toBeUndefined();
    expect(loud.candidates.filter(({ mayBeBest }) => mayBeBest).length).toBeGreaterThan(1);
    const short = answerIn(syntheticAnswerRecord({ rounds: 7 }));
    expect([short.isEnough, short.smallest]).toEqual([false, undefined]);
    expect(answerIn(syntheticAnswerRecord({ rounds: 3 }))).toMatchObject({ candidates: [], rounds: 0 });
  });

  it('is there for a search alone', () => {
    const { definition, ...record } = syntheticAnswerRecord();
    const parts = definition.parts.filter(({ id }) => id === workbenchPart);
    expect(analyse({ ...record, definition: { ...definition, parts } }).answer).toBeUndefined();
  });
});

describe('the candidates of a search', () => {
  it('are the fastest, the smallest near them, twice their threads, and the pair; at most as many as the search allows', () => {
    const record = syntheticAnswerRecord();
    const chosen = candidatesOf(record.definition, record.cells);
    expect(chosen).toEqual(record.candidates?.conditions);
    expect(chosen).toEqual(
      expect.arrayContaining(['threads-async-2-16', 'threads-async-4-16', 'threads-async-2-16-again']),
    );
    expect(chosen).not.toContain('sync');
    expect(chosen.length).toBeLessThanOrEqual(9);
  });

  it('are none where nothing was searched', () => {
    const { definition } = syntheticAnswerRecord();
    expect(candidatesOf(definition, [])).toEqual([]);
  });
});
