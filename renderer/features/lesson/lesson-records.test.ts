import { describe, expect, it } from 'vitest';
import { catalogue } from '@core/experiments/catalogue';
import { markdownBlocks } from '../../base/markdown-blocks';
import { modelTexts } from './model-texts';
import { textKeys } from './text-keys';

describe('model descriptions', () => {
  it.each(catalogue.map(({ id }) => id))('finds the seven headings in the model of %s', (id) => {
    const blocks = markdownBlocks(modelTexts[id] ?? '');
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
  it.each(catalogue.map(({ id }) => id))('%s has new situations whose answers a record can hold', (id) => {
    for (const situation of textKeys(id, 'questions.transfer')) {
      for (const name of [situation, ...textKeys(id, `questions.transfer.${situation}.options`)]) {
        expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }
    }
  });

  it.each(catalogue.map(({ id }) => id))('%s says where its analogy breaks and what its words mean', (id) => {
    expect(textKeys(id, 'analogyAnswer').length).toBeGreaterThan(1);
    expect(textKeys(id, 'mapping').length).toBeGreaterThan(3);
    expect(textKeys(id, 'no-such-group')).toEqual([]);
  });
});
