import { describe, expect, it } from 'vitest';
import { catalogue, lessonMinutes } from '@core/experiments/catalogue';
import { readabilityOf, sentencesIn, wordsIn } from '@core/texts/readability';
import { namesOf } from '@core/words/names';
import { markdownBlocks } from '../../base/markdown-blocks';
import type { MarkdownBlock } from '../../base/markdown-blocks';
import { guideTexts } from './guide-texts';

const textOf = (block: MarkdownBlock): string[] => {
  if (block.kind === 'heading') return [block.text];
  const pieces = block.kind === 'list' ? block.items : [block.text];
  return pieces.map((piece) => piece.map(({ text }) => text).join(''));
};
const teachers = markdownBlocks(guideTexts['teachers'] ?? '');

/** What the teachers' part says under the title of a lesson. */
function sectionOf(title: string): string {
  const start = teachers.findIndex((block) => block.kind === 'heading' && block.text === title);
  const next = teachers.findIndex((block, index) => index > start && block.kind === 'heading');
  return start < 0
    ? ''
    : teachers
        .slice(start + 1, next < 0 ? undefined : next)
        .flatMap(textOf)
        .join('\n');
}

describe("the teachers' part", () => {
  it.each(catalogue)(
    'says everything about $id, with its minutes, and the seconds of its presets on two cores',
    ({ id, presets }) => {
      const section = sectionOf(namesOf(id).title);
      for (const word of ['Misconception.', 'Time.', 'Before.', 'After.', 'Look for.']) expect(section).toContain(word);
      const { quick, standard, thorough } = presets;
      const seconds = [quick, standard, thorough].map((preset) => preset.expectedSeconds);
      expect(section).toContain(
        `Time. ${lessonMinutes(id)} minutes, of which ${seconds[0]}, ${seconds[1]} or ${seconds[2]} seconds measuring`,
      );
    },
  );

  it('names no lesson that is not there', () => {
    const titles = teachers.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(titles.toSorted()).toEqual(catalogue.map(({ id }) => namesOf(id).title).toSorted());
  });
});

describe.each(Object.keys(guideTexts))('the text %s', (name) => {
  it('is written in short sentences', () => {
    const texts = markdownBlocks(guideTexts[name] ?? '').flatMap(textOf);
    const { words, sentences } = readabilityOf(texts);
    expect(words / sentences).toBeLessThanOrEqual(15);
    expect(texts.flatMap(sentencesIn).filter((sentence) => wordsIn(sentence).length > 25)).toEqual([]);
  });
});
