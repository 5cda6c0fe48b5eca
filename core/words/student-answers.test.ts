import { describe, expect, it } from 'vitest';
import { answersSchema, type Answers } from '../record/record';
import * as v from 'valibot';
import { contextOf } from '../testing/every-experiment';
import { syntheticRecord } from '../testing/synthetic-record';
import { student } from './student';

/** What the section says, block by block. */
function said(answers: Answers): string[] {
  const record = { ...syntheticRecord(), answers: v.parse(answersSchema, answers) };
  return student(contextOf(record)).flatMap((block) => ('text' in block ? [block.text] : []));
}

describe('answers to the questions of a lesson', () => {
  it('show what was answered first, what the run says about it, and what was answered later', () => {
    const texts = said({ observed: { first: 'eggs', last: 'cleaning', outcome: 'wrong' } });
    expect(texts).toEqual([
      'What I read off the run',
      'Which dish did the async cook serve first?',
      'Eggs',
      expect.stringMatching(/^This answer is not right\. In the chart of served dishes/),
      'Answered later: Cleaning',
    ]);
  });

  it('show one answer once', () => {
    const texts = said({ observed: { first: 'cleaning', last: 'cleaning', outcome: 'right' } });
    expect(texts).toHaveLength(4);
    expect(texts[3]).toMatch(/^This answer is right\. Cleaning came first/);
  });

  it('show both new situations, and the one answer of an old record', () => {
    const both = said({
      transfers: {
        'photo-service': { first: 'async-function', last: 'workers' },
        'chat-server': { first: 'fewer-threads', last: 'fewer-threads' },
      },
    });
    expect(both).toContain('Make the resizing function async');
    expect(both).toContain('Answered later: Resize in a few worker threads or processes, keep the waiting async');
    expect(both).toContain('It keeps up with far fewer threads and less memory');
    const old = said({ transfer: 'workers' });
    expect(old).toContain('Resize in a few worker threads or processes, keep the waiting async');
    expect(old.some((text) => text.startsWith('This answer is right.'))).toBe(true);
  });

  it('show an option that the lesson no longer has by its id, and judge it by nothing', () => {
    const texts = said({ observed: { first: 'soup', last: 'soup', outcome: 'right' } });
    expect(texts.slice(2)).toEqual(['soup']);
  });

  it('refuse more questions than a lesson can have', () => {
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`q-${n}`, { first: 'a', last: 'a' }]));
    expect(v.is(answersSchema, { transfers: many })).toBe(false);
  });
});
