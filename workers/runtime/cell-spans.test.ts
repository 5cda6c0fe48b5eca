import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '@core/record/events';
import { spansOfCell } from './cell-spans';

const stamp = (n: number, sentNs: number, gotNs: number) => ({ sentNs, gotNs, task: { n } });

describe('spansOfCell', () => {
  it('shows a worker without a ticket as idle throughout', () => {
    expect(spansOfCell(100, 200, [], [], [])).toEqual([{ state: 'idle', startNs: 100, endNs: 200 }]);
  });

  it('keeps what a blocked worker waited for, and does not join waits for different things', () => {
    const recorded: Span[] = [
      { state: 'blocked', startNs: 100, endNs: 130, task: 'a', reason: 'sync-wait' },
      { state: 'blocked', startNs: 130, endNs: 200, task: 'a', reason: 'lock' },
    ];
    expect(spansOfCell(100, 200, recorded, [], [])).toEqual(recorded);
  });

  it('turns the idle time in which a ticket or an answer was on its way into messaging', () => {
    const recorded: Span[] = [
      { state: 'idle', startNs: 50, endNs: 120 },
      { state: 'busy', startNs: 120, endNs: 160, task: 'dough' },
      { state: 'idle', startNs: 160, endNs: 300 },
    ];
    const spans = spansOfCell(100, 200, recorded, [{ n: 0, receivedNs: 119, doneNs: 161 }], [stamp(0, 105, 170)]);
    expect(spans).toEqual([
      { state: 'idle', startNs: 100, endNs: 105 },
      { state: 'messaging', startNs: 105, endNs: 119 },
      { state: 'idle', startNs: 119, endNs: 120 },
      { state: 'busy', startNs: 120, endNs: 160, task: 'dough' },
      { state: 'idle', startNs: 160, endNs: 161 },
      { state: 'messaging', startNs: 161, endNs: 170 },
      { state: 'idle', startNs: 170, endNs: 200 },
    ]);
  });

  it('leaves what the worker recorded itself alone while other tickets are on their way', () => {
    const recorded: Span[] = [{ state: 'busy', startNs: 110, endNs: 190, task: 'a' }];
    const tickets = [
      { n: 0, receivedNs: 108, doneNs: 189 },
      { n: 1, receivedNs: 190, doneNs: 195 },
    ];
    const spans = spansOfCell(100, 200, recorded, tickets, [stamp(0, 100, 192), stamp(1, 101, 199)]);
    expect(spans.find((span) => span.state === 'busy')).toEqual(recorded[0]);
    expect(spans.filter((span) => span.state === 'messaging')).toEqual([
      { state: 'messaging', startNs: 100, endNs: 110 },
      { state: 'messaging', startNs: 190, endNs: 192 },
      { state: 'messaging', startNs: 195, endNs: 199 },
    ]);
  });

  it('begins with the start-up of a worker that was hired inside the cell', () => {
    const recorded: Span[] = [{ state: 'idle', startNs: 160, endNs: 300 }];
    expect(spansOfCell(100, 200, recorded, [], [], { startNs: 101, endNs: 150 })).toEqual([
      { state: 'idle', startNs: 100, endNs: 101 },
      { state: 'start-up', startNs: 101, endNs: 150 },
      { state: 'idle', startNs: 150, endNs: 200 },
    ]);
  });

  it('covers the cell without gap or overlap, whatever was recorded, and keeps recorded work', () => {
    const chain = fc.array(
      fc.record({
        state: fc.constantFrom('idle', 'busy', 'blocked' as const),
        length: fc.integer({ min: 1, max: 50 }),
      }),
      { maxLength: 20 },
    );
    const tickets = fc.array(fc.record({ sent: fc.nat(400), way: fc.nat(60), work: fc.nat(90), back: fc.nat(60) }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(chain, tickets, fc.nat(120), fc.integer({ min: 1, max: 400 }), (links, given, begin, length) => {
        let now = begin;
        const recorded = links.map((link): Span => {
          const span = { state: link.state as Span['state'], startNs: now, endNs: now + link.length };
          now = span.endNs;
          return span;
        });
        const times = given.map((one, n) => ({
          n,
          receivedNs: one.sent + one.way,
          doneNs: one.sent + one.way + one.work,
        }));
        const stamps = given.map((one, n) => stamp(n, one.sent, one.sent + one.way + one.work + one.back));
        const [start, end] = [100, 100 + length];
        const spans = spansOfCell(start, end, recorded, times, stamps);
        expect(spans[0]?.startNs).toBe(start);
        expect(spans.at(-1)?.endNs).toBe(end);
        for (const [i, span] of spans.entries()) {
          expect(span.endNs).toBeGreaterThan(span.startNs);
          expect(span.startNs).toBe(i === 0 ? start : spans[i - 1]?.endNs);
        }
        const within = (all: readonly Span[], state: Span['state']): number =>
          all
            .filter((span) => span.state === state)
            .reduce((sum, one) => sum + Math.max(0, Math.min(one.endNs, end) - Math.max(one.startNs, start)), 0);
        for (const state of ['busy', 'blocked'] as const) expect(within(spans, state)).toBe(within(recorded, state));
      }),
    );
  });
});
