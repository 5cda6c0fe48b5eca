import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis/analysis';
import { syntheticAnswerRecord, type SyntheticAnswerOptions } from '../testing/synthetic-answer';
import { answerBasis, answerLine, answerSentences } from './answer';
import { namesOf } from './names';
import { storyOf } from './story';
import { resultSections } from './sections';
import { plainCell } from './blocks';

function contextOf(options: SyntheticAnswerOptions = {}) {
  const record = syntheticAnswerRecord(options);
  return { record, analysis: analyse(record), experiment: record.definition, names: namesOf(record.definition.id) };
}

describe('the sentences of an answer', () => {
  it('name the smallest set-up first, then what is lost and what twice the threads gains', () => {
    const context = contextOf();
    const [first, loss, twice] = answerSentences(context);
    expect(first).toBe('Smallest set-up as good as the best: 2 threads, 16 in flight each.');
    expect(loss).toMatch(/^It takes at most 0\.\d+ % longer than the best\.$|^Every other one is slower\.$/);
    expect(twice).toMatch(/^Twice the threads gains (at most 0\.\d+ %|nothing)/);
    expect(answerBasis(context)).toMatch(/^For 80 tasks of 2 ms CPU and 8 ms waiting each\. n = 12 rounds/);
  });

  it('say that twice the threads takes longer where it does', () => {
    const context = contextOf({
      totalMs: ({ workers, inFlight }) => (workers > 2 ? 115 : workers === 2 && inFlight === 16 ? 100 : 300),
    });
    expect(answerSentences(context)[2]).toMatch(
      /^Twice the threads gains nothing: it takes at least 1[45]\.?\d* % longer\.$/,
    );
  });

  it('say so where noise hides the answer, where rounds are too few, and where nothing was confirmed', () => {
    expect(answerSentences(contextOf({ noise: 0.4 }))[0]).toMatch(/^Noise hides/);
    expect(answerSentences(contextOf({ rounds: 7 }))).toEqual([
      expect.stringMatching(/^Too few rounds to tell: 4 confirm, and \d set-ups need \d+\.$/),
    ]);
    expect(answerSentences(contextOf({ rounds: 3 }))).toEqual(['The run ended before anything was confirmed.']);
  });

  it('fit one line with their basis', () => {
    const line = answerLine(contextOf());
    expect(line).not.toContain('\n');
    expect(line).toMatch(/\(2 ms CPU \+ 8 ms waiting, 80 tasks, n = 12 rounds, \d set-ups, 9\d\.?\d* % confidence\)$/);
  });
});

describe('the section of an answer', () => {
  it('comes first, with a map of every set-up, the confirmed ones against the best, and hiring beside them', () => {
    const context = contextOf();
    const [section] = resultSections(context);
    expect(section?.id).toBe('answer');
    expect(section?.blocks[0]).toMatchObject({ kind: 'paragraph', text: answerSentences(context).join(' ') });
    const figures = section?.blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : [])) ?? [];
    expect(figures.map(({ name }) => name)).toEqual(['answer-candidates', 'answer-map']);
    const map = figures.find((one) => one.kind === 'matrix');
    expect(map?.rows.map(({ name }) => name)).toEqual([
      '1 thread',
      '2 threads',
      '4 threads',
      '8 threads',
      '16 threads',
    ]);
    expect(map?.columns).toEqual(['1 in flight', '4 in flight', '16 in flight']);
    const answer = map?.rows[1]?.cells[2];
    expect(answer?.badges.map(({ words }) => words)).toContain('the answer');
    expect(answer?.lines[0]).toMatch(/ms \[/);
    expect(map?.rows[0]?.cells[0]?.lines[1]).toBe('searched');
    const code = section?.blocks.find((block) => block.kind === 'code');
    expect(code?.source.javascript).toContain('const [threads, inFlight] = [2, 16];');
    const table = section?.blocks.find((block) => block.kind === 'table');
    expect(table?.table.rows.map((row) => plainCell(row[5] ?? ''))).toEqual(
      expect.arrayContaining([expect.stringMatching(/ms/)]),
    );
  });

  it('is left out of every other record', () => {
    const context = contextOf();
    const { answer, ...analysis } = context.analysis;
    expect(answer).toBeDefined();
    expect(resultSections({ ...context, analysis }).map(({ id }) => id)).not.toContain('answer');
  });
});

describe('the story of a search', () => {
  it('has the set-up large, the answer as its sentence, and the map as its picture', () => {
    const story = storyOf(contextOf());
    expect(story.hero.value).toBe('2 threads, 16 in flight each');
    expect(story.hero.detail).toMatch(/^[\d.]+ ms \[.+\] for 80 tasks of 2 \+ 8 ms$/);
    expect(story.sentence).toMatch(/^Smallest set-up as good as the best: .+ Twice the threads/);
    expect(story.figure?.name).toBe('answer-map');
    expect(story.takeaway).toMatch(
      /^Start with this set-up: no other one that was confirmed is more than [\d.]+ % faster\.$/,
    );
  });

  it('claims no set-up where none was found', () => {
    expect(storyOf(contextOf({ noise: 0.4 })).hero).toMatchObject({ value: 'Too noisy to tell', detail: '' });
    expect(storyOf(contextOf({ rounds: 7 })).hero.value).toBe('Too few rounds');
    expect(storyOf(contextOf({ rounds: 3 })).hero).toEqual({ value: 'Nothing confirmed', detail: '', interval: '' });
  });
});
