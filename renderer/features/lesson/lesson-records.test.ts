import { describe, expect, it } from 'vitest';
import { catalogue } from '@core/experiments/catalogue';
import { translate } from '@core/texts/translate';
import { modelBlocks } from './model-blocks';
import { modelTexts } from './model-texts';
import { textKeys } from './text-keys';

describe('modelBlocks', () => {
  it('reads headings, wrapped paragraphs and lists, and leaves the title out', () => {
    const markdown = '# Title\n\n## Question\n\nOne\nline.\n\n- first\n- second\n  goes on, with `code`\n';
    expect(modelBlocks(markdown)).toEqual([
      { kind: 'heading', text: 'Question' },
      { kind: 'paragraph', text: 'One line.' },
      { kind: 'list', items: ['first', 'second goes on, with code'] },
    ]);
  });

  it.each(catalogue.map(({ id }) => id))('finds the seven headings in the model of %s', (id) => {
    const blocks = modelBlocks(modelTexts[id] ?? '');
    expect(blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual([
      'Question',
      'What is measured',
      'Parameters and units',
      'What is held constant',
      'What is assumed away',
      'How to read the chart',
      'Known limits',
    ]);
  });
});

describe('texts of a guided experiment', () => {
  it.each(catalogue.map(({ id }) => id))('%s has a transfer question whose right answer is among its options', (id) => {
    const options = textKeys(id, 'transfer.options');
    expect(options.length).toBeGreaterThanOrEqual(3);
    expect(options).toContain(translate(`experiments.${id}.transfer.correct`));
    for (const option of options) expect(option).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it.each(catalogue.map(({ id }) => id))('%s says where its analogy breaks and what its words mean', (id) => {
    expect(textKeys(id, 'analogyAnswer').length).toBeGreaterThan(1);
    expect(textKeys(id, 'mapping').length).toBeGreaterThan(3);
    expect(textKeys(id, 'no-such-group')).toEqual([]);
  });
});
