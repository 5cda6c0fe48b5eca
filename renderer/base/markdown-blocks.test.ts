import { describe, expect, it } from 'vitest';
import { markdownBlocks } from './markdown-blocks';

const text = `# Title

## First

A line that
goes on with \`code\`.

### Below it

- **Minutes.** 20
- one that
  goes on
`;

describe('the Markdown of this program', () => {
  it('is read as headings, paragraphs and lists, without its title and its marks', () => {
    const plain = (words: string) => ({ text: words, isStrong: false });
    expect(markdownBlocks(text)).toEqual([
      { kind: 'heading', level: 2, text: 'First' },
      { kind: 'paragraph', text: [plain('A line that goes on with code.')] },
      { kind: 'heading', level: 3, text: 'Below it' },
      { kind: 'list', items: [[{ text: 'Minutes.', isStrong: true }, plain(' 20')], [plain('one that goes on')]] },
    ]);
  });

  it('never becomes markup', () => {
    expect(markdownBlocks('<b>bold</b>')).toEqual([
      { kind: 'paragraph', text: [{ text: '<b>bold</b>', isStrong: false }] },
    ]);
  });
});
