import { describe, expect, it } from 'vitest';
import { figuresOf } from '../figures/figures-of';
import { contextOf, recordsOfEveryExperiment } from '../testing/every-experiment';
import { renderReport } from '../print/report';
import { escapeHtml } from '../print/html';
import type { RunRecord } from '../record/record';
import { plainCell, type Block } from './blocks';
import type { ReportContext } from './context';
import { resultSections } from './sections';

const records = [...recordsOfEveryExperiment()];

/** Every text of a block, as a reader finds it. */
function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'sentences':
    case 'warnings':
      return block.items.flatMap(({ text, mark }) => [text, ...(mark ? [mark.words] : [])]);
    case 'table': {
      const { caption, columns, rows } = block.table;
      return [
        caption,
        ...columns.map(({ label }) => label),
        ...rows.flat().flatMap((cell) => plainCell(cell).split('\n')),
      ];
    }
    case 'figures':
      return block.figures.flatMap(({ title, caption }) => [title, caption]);
    case 'facts':
      return block.facts.flatMap(({ name, lines }) => [name, ...lines]);
    case 'explanations':
      return block.items.flatMap(({ name, text, mark }) => [name, text, mark.words]);
    case 'code':
      // Its own texts are held to rules of their own, in `code.test.ts`.
      return [block.name];
    case 'columns':
      return block.columns.flat().flatMap(textsOf);
    case 'quote':
      return block.text.split('\n\n');
    default:
      return [block.text];
  }
}

function saidOf(context: ReportContext): readonly string[] {
  return resultSections(context)
    .flatMap(({ heading, blocks }) => [heading, ...blocks.flatMap(textsOf)])
    .map((text) => text.replaceAll(/\s+/g, ' '));
}

/** The words of a page, without its markup. */
function wordsOf(page: string): string {
  return page.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
}

const unfilled = /[{}]|NaN|undefined|Infinity|\[object|\b(results|lesson|figures|explanation|breakEven)\.\w/;

/** The same run with its first round alone: nothing has an interval. */
function ofOneRound(record: RunRecord): RunRecord {
  return {
    ...record,
    plan: { ...record.plan, rounds: 1 },
    cells: record.cells.filter(({ round }) => round <= 1),
    hirings: record.hirings.filter((_, index) => index === 0),
  };
}

describe.each(records)('the sections of %s', (_id, record) => {
  const context = contextOf(record);

  it('have every place filled, a heading and something to say', () => {
    const sections = resultSections(context);
    expect(sections.length).toBeGreaterThan(8);
    for (const text of saidOf(context)) {
      expect(text).not.toBe('');
      expect(text).not.toMatch(unfilled);
    }
    for (const block of sections.flatMap(({ blocks }) => blocks)) {
      if (block.kind !== 'table') continue;
      for (const row of block.table.rows) expect(row, block.table.caption).toHaveLength(block.table.columns.length);
    }
  });

  it('say of what each part is made', () => {
    const details = context.analysis.parts.map(({ part }) => context.names.partDetail(part));
    expect(saidOf(context)).toEqual(expect.arrayContaining(details.filter((detail) => detail !== '')));
  });

  it('hold every figure, each once', () => {
    const all = figuresOf(context).flatMap(({ figures }) => figures.map(({ name }) => name));
    const held = resultSections(context).flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'figures' ? block.figures.map(({ name }) => name) : [])),
    );
    expect([...held].sort()).toEqual([...all].sort());
  });

  it('are all in the PDF, word for word', () => {
    const page = wordsOf(renderReport(record, context.analysis, { stylesheet: '/report.css', appendix: true }));
    for (const text of saidOf(context))
      expect(page.includes(escapeHtml(text).replaceAll(/\s+/g, ' ')), text).toBe(true);
  });

  it('print the code of every condition that runs, whole, in both languages', () => {
    const page = wordsOf(renderReport(record, context.analysis, { stylesheet: '/report.css', appendix: true }));
    const blocks = resultSections(context).flatMap(({ blocks: all }) => all);
    const codes = blocks.flatMap((block) => (block.kind === 'code' ? [block] : []));
    for (const { source } of codes) {
      for (const text of Object.values(source)) {
        expect(page).toContain(escapeHtml(text).replaceAll(/\s+/g, ' '));
      }
    }
    for (const { id, repeats, idle } of context.experiment.conditions) {
      const isShown = codes.some(({ name }) => name.startsWith(context.names.condition(id)));
      if (repeats === undefined) expect(isShown, id).toBe(idle !== true);
    }
  });

  it('claim no interval and no plural for one round', () => {
    const said = saidOf(contextOf(ofOneRound(record)));
    for (const text of said) {
      expect(text).not.toMatch(unfilled);
      expect(text).not.toMatch(/(?<![\d.])1 (rounds|executions per|pairs of|hirings\b)/);
    }
    // An interval of numbers that are all the same would claim a certainty that is not there.
    for (const text of said) expect(text).not.toMatch(/ ([\d.]+) [^[\]]*\[\1, \1\]/);
    expect(said.join(' ')).toContain('(no interval)');
  });
});
