import { describe, expect, it } from 'vitest';
import { figuresOf } from '../figures/figures-of';
import { appendixOf } from '../testing/appendix';
import { contextOf, recordsOfEveryExperiment } from '../testing/every-experiment';
import { figureMarkup } from './figure';
import { escapeHtml } from './html';
import { renderReport } from './report';

const letterWidth = 5.6;
const records = [...recordsOfEveryExperiment()];

/** Where a text of a drawing begins and ends on the x axis, its height, and the size of the drawing. */
function textsOf(svg: string) {
  const [, width = '', height = ''] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const upright = [
    ...svg.matchAll(/<text class="[^"]*" x="(-?[\d.]+)" y="(-?[\d.]+)" text-anchor="(\w+)"[^>]*>([^<]*)</g),
  ];
  const turned = [
    ...svg.matchAll(/text-anchor="middle" transform="translate\(11 ([\d.]+)\) rotate\(-90\)">\s*([^<]*?)\s*</g),
  ];
  return {
    width: Number(width),
    height: Number(height),
    all: svg.match(/<text/g)?.length ?? 0,
    upright: upright.map(([, x, y, anchor, text = '']) => {
      const length = text.replace(/&\w+;|&#\d+;/g, '"').length * letterWidth;
      const before = anchor === 'end' ? length : anchor === 'middle' ? length / 2 : 0;
      return { text, from: Number(x) - before, to: Number(x) - before + length, y: Number(y) };
    }),
    turned: turned.map(([, y, text = '']) => ({ text, from: Number(y) - (text.length * letterWidth) / 2 })),
  };
}

describe.each(records)('the figures of %s in print', (_, record) => {
  const context = contextOf(record);
  const figures = figuresOf(context).flatMap((group) => group.figures);

  it('are all in the report, each with its title, one drawing a page, its caption and its numbers', () => {
    const page = appendixOf(renderReport(record, context.analysis, { stylesheet: '/report.css', appendix: true }));
    expect(figures.length).toBeGreaterThan(4);
    let drawings = 0;
    for (const figure of figures) {
      const printed = figureMarkup(figure);
      expect(printed.length).toBeGreaterThan(0);
      for (const { markup } of printed) {
        expect(markup.match(/<svg /g)).toHaveLength(1);
        expect(markup).toContain(escapeHtml(figure.title));
        expect(markup).toContain(escapeHtml(figure.caption));
        expect(page).toContain(markup);
        drawings += 1;
      }
    }
    expect(page.match(/<svg /g)).toHaveLength(drawings);
  });

  it('keep every text inside, and draw no number that is none', () => {
    for (const figure of figures) {
      for (const { markup } of figureMarkup(figure)) {
        expect(markup).not.toMatch(/NaN|Infinity|undefined/);
        const { width, height, all, upright, turned } = textsOf(markup);
        expect(upright.length + turned.length).toBe(all);
        for (const { text, from, to, y } of upright) {
          expect(from, `${figure.name}: ${text}`).toBeGreaterThanOrEqual(-0.5);
          expect(to, `${figure.name}: ${text}`).toBeLessThanOrEqual(width + 0.5);
          expect(y, `${figure.name}: ${text}`).toBeGreaterThanOrEqual(7);
          expect(y, `${figure.name}: ${text}`).toBeLessThanOrEqual(height);
        }
        for (const { text, from } of turned) expect(from, `${figure.name}: ${text}`).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
