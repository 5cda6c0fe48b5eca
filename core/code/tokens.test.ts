import { describe, expect, it } from 'vitest';
import { catalogue } from '../experiments/catalogue';
import { standardValues } from '../experiments/standard-values';
import { conditionCode, givenCode } from './code-of';
import { tokensOf } from './tokens';
import { codeLanguages } from './types';

describe('tokens of code', () => {
  it('are comments, strings, keywords and numbers, and what is between', () => {
    expect(tokensOf(`const a = 'it''s'; // for 5 "s"`, 'javascript')).toEqual([
      { kind: 'keyword', text: 'const' },
      { kind: 'plain', text: ' a = ' },
      { kind: 'string', text: "'it'" },
      { kind: 'string', text: "'s'" },
      { kind: 'plain', text: '; ' },
      { kind: 'comment', text: '// for 5 "s"' },
    ]);
    expect(tokensOf('for x in range(2_000):  # for', 'python').map(({ kind }) => kind)).toEqual([
      'keyword',
      'plain',
      'keyword',
      'plain',
      'number',
      'plain',
      'comment',
    ]);
  });

  it('find no comment inside a string, and no keyword inside a word', () => {
    expect(tokensOf("open('http://x')", 'javascript')).toContainEqual({ kind: 'string', text: "'http://x'" });
    expect(tokensOf('format(iffy)', 'python')).toEqual([{ kind: 'plain', text: 'format(iffy)' }]);
  });

  it('are the whole text, for all code of the lab', () => {
    for (const one of catalogue) {
      const values = standardValues(one);
      const all = [
        ...one.conditions.flatMap((condition) => conditionCode(one, condition, values)),
        ...givenCode(one, values),
      ];
      for (const { source } of all) {
        for (const language of codeLanguages) {
          const tokens = tokensOf(source[language], language);
          expect(tokens.map(({ text }) => text).join('')).toBe(source[language]);
          if (/\/\/ |# /.test(source[language])) expect(tokens.some(({ kind }) => kind === 'comment')).toBe(true);
        }
      }
    }
  });
});
