import { describe, expect, it } from 'vitest';
import { catalogue } from '../experiments/catalogue';
import { english } from './en';
import { glossaryTerms } from './en/glossary-terms';
import type { GlossaryTerm } from './en/glossary-term';
import { glossaryPieces } from './glossary-marks';
import { readabilityOf, sentencesIn, wordsIn } from './readability';

/** Most words of a sentence on the main line, and most of the mean sentence of a lesson. */
const longest = 25;
const mean = 15;

/** What a student reads one after the other in a lesson: patterns of paths below the experiment. */
const mainLine = [
  /^(title|question|background)$/,
  /^part\.[\w-]+\.(predict|detail)$/,
  /^explanation\./,
  /^observe\b/,
  /^transfer/,
  /^questions?\./,
  /^story\./,
  /^takeaway\b/,
];

/** Every text below a node with its path. */
function textsBelow(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => textsBelow(child, path === '' ? key : `${path}.${key}`));
}

const experiments: Readonly<Record<string, unknown>> = english.experiments;

/** The main line of a lesson, with its places. */
function mainLineOf(id: string): [string, string][] {
  return textsBelow(experiments[id]).filter(
    // The name of the right option is no text.
    ([path]) => mainLine.some((pattern) => pattern.test(path)) && !/\.correct$/.test(path),
  );
}

const ids = catalogue.map(({ id }) => id);
const rows = ids.map((id) => {
  const { words, sentences, longest: most } = readabilityOf(mainLineOf(id).map(([, text]) => text));
  return { lesson: id, words, sentences, mean: Number((words / sentences).toFixed(1)), longest: most };
});
console.table(rows);

describe('sentences', () => {
  it('end where a reader would stop, and nowhere else', () => {
    expect(sentencesIn('It took 1.5 s, e.g. here. {ratio} is less. Call Promise.all now? "Yes." Then go.')).toEqual([
      'It took 1.5 s, eg here.',
      '{ratio} is less.',
      'Call Promise.all now?',
      '"Yes."',
      'Then go.',
    ]);
    expect(wordsIn('{condition} took 3 ms – less ÷ {m}.')).toEqual(['{condition}', 'took', '3', 'ms', 'less', '{m}.']);
    expect(readabilityOf(['One two three. Four.', 'Five six.'])).toEqual({ words: 6, sentences: 3, longest: 3 });
  });
});

describe.each(ids)('the main line of %s', (id) => {
  const texts = mainLineOf(id);

  it('is there', () => {
    expect(texts.length).toBeGreaterThan(8);
  });

  it(`has no sentence of more than ${longest} words`, () => {
    const long = texts.flatMap(([path, text]) =>
      sentencesIn(text)
        .filter((sentence) => wordsIn(sentence).length > longest)
        .map((sentence) => `${path}: ${wordsIn(sentence).length} words: ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  it(`has sentences of at most ${mean} words in the mean`, () => {
    expect(rows.find(({ lesson }) => lesson === id)?.mean).toBeLessThanOrEqual(mean);
  });

  it('uses no turn of phrase that a learner of English stumbles over', () => {
    const turns = texts.flatMap(([path, text]) => turnsIn(text).map((turn) => `${path}: ${turn}`));
    expect(turns).toEqual([]);
  });

  it('links every use of a glossary word, in whatever form', () => {
    expect(texts.flatMap(([path, text]) => unlinked(text).map((word) => `${path}: ${word}`))).toEqual([]);
  });

  it('explains every name in code and every abbreviation in the glossary', () => {
    const named = texts.flatMap(([path, text]) => codeWords(text).map((word) => `${path}: ${word}`));
    expect(named).toEqual([]);
  });
});

describe('the explanations that all lessons share', () => {
  const texts = textsBelow(english.lesson.explain);

  it(`have no sentence of more than ${longest} words, and no such turn`, () => {
    const all = texts.flatMap(([, text]) => sentencesIn(text));
    expect(all.filter((sentence) => wordsIn(sentence).length > longest)).toEqual([]);
    expect(texts.flatMap(([path, text]) => turnsIn(text).map((turn) => `${path}: ${turn}`))).toEqual([]);
  });
});

/** Turns that the style of the lab avoids: `counts` for matters, `gain` without an object, and the like. */
const avoided = [
  /\bcounts? (?:more|too|as well|if)\b/i,
  /\bgets? on\b/i,
  /\bg(?:i|a)ves? way\b/i,
  /\bfrom begin to\b/i,
  /\b(?:threads|workers|helpers|cooks|requests) gain\b(?! (?:time|speed))/i,
  /\bthat one\b/i,
  /\bwith so many\b/i,
  /\bthe rest\b(?! of)/i,
  / [–—] /,
  /\btells? no\b/i,
];

function turnsIn(text: string): string[] {
  return avoided.flatMap((turn) => turn.exec(text)?.[0] ?? []);
}

// The root of each word, whatever its ending: what the texts use of it has to be one of its forms.
const roots = Object.values<GlossaryTerm>(glossaryTerms).flatMap(({ term, forms = [] }) =>
  [term, ...forms].map((form) => new RegExp(`(?<![\\w-])${escaped(form)}(?:s|es|d|ed|ing)?(?![\\w-]|['’]\\w)`, 'gi')),
);

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}

/** Uses of a glossary word that the marks of the glossary miss. */
function unlinked(text: string): string[] {
  const linked: [number, number][] = [];
  let at = 0;
  for (const piece of glossaryPieces(text)) {
    if (piece.term !== undefined) linked.push([at, at + piece.text.length]);
    at += piece.text.length;
  }
  return roots.flatMap((root) =>
    [...text.matchAll(root)]
      .filter((use) => !linked.some(([from, to]) => from <= use.index && to >= use.index + use[0].length))
      .map((use) => use[0]),
  );
}

/** Units, products, everyday abbreviations, and a name that a situation brings with it. */
const everyday = new Set([
  'CPU',
  'HTTP',
  'JSON',
  'MB',
  'KiB',
  'MiB',
  'GB',
  'JavaScript',
  'ID',
  'PDF',
  'SQL',
  'CPUs',
  'OS',
  'pixels.buffer',
]);

/** Names in code and abbreviations that stand in no entry of the glossary. */
function codeWords(text: string): string[] {
  return glossaryPieces(text.replaceAll(/\{\w+\}/g, ''))
    .filter(({ term }) => term === undefined)
    .flatMap(({ text: plain }) => plain.match(/[\w.]*(?:[a-z][A-Z]|[a-z]\.[a-z]|[A-Z_]{2,})[\w.]*/g) ?? [])
    .map((word) => word.replaceAll(/^\.|\.$/g, ''))
    .filter((word) => !everyday.has(word));
}
