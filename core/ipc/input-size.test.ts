import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../experiments/catalogue';
import { standardChoice } from '../experiments/workbench/choice';
import { calls } from './contract';
import type { InputOf } from './contract';
import { isTooLarge, largestInputs } from './input-size';
import { callNames } from './names';
import type { CallName } from './names';

const id = '20260101T000000Z-01234567';
const long = 'x'.repeat(4000);
const name = 'x'.repeat(80);
/** The most that a person can give: 40 parts of 24 conditions are more than any experiment has. */
const table = <T>(value: T): Record<string, Record<string, T>> =>
  Object.fromEntries(
    range(40).map((part) => [
      `${name.slice(0, 20)}-${part}`,
      Object.fromEntries(range(24).map((condition) => [`${name.slice(0, 20)}-${condition}`, value])),
    ]),
  );
const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
const lesson = {
  step: 'predict',
  totalsMs: table(60_000),
  speedups: {},
  places: {},
  reason: long,
  isSkipped: false,
  form: { preset: 'quick', parameters: { eggsMs: 'x'.repeat(40) }, seed: 'x'.repeat(40) },
  runId: id,
  leftRun: id,
  isObserved: false,
  hasSeenExplanation: false,
  isAnalogyRevealed: false,
  changedAt: '2026-01-01T10:00:00.000Z',
} as const;

/** As much as may be. Where a schema has no end, as much as the app itself makes. */
const largest: { readonly [Name in CallName]?: InputOf<Name> } = {
  'runs.start': {
    experiment: name,
    preset: 'standard',
    prediction: { status: 'given', totalsMs: table(60_000), reason: long, frozenAt: '2026-01-01T10:00:00.000Z' },
    workbench: standardChoice,
  },
  'runs.cancel': { id },
  'records.open': { id },
  'records.remove': { id },
  'records.restore': { id },
  'records.savePdf': { id },
  'records.saveJson': { id },
  'samples.open': { experiment: name },
  'samples.savePdf': { experiment: name },
  'lessons.saveWorksheet': { experiment: name },
  'records.annotate': {
    id,
    title: 'x'.repeat(200),
    notes: long,
    answers: {
      observed: { first: name, last: name, outcome: 'not-told' },
      observation: long,
      analogy: long,
      transfers: Object.fromEntries(
        Array.from({ length: 10 }, (_, n) => [`${n}${name.slice(1)}`, { first: name, last: name }]),
      ),
      transfer: name,
    },
  },
  'files.saveChart': { name, kind: 'csv', content: 'x'.repeat(8_000_000) },
  'files.reveal': { path: 'x'.repeat(4096), how: 'open' },
  'settings.change': { lessons: Object.fromEntries(catalogue.map((one) => [one.id, lesson])), theme: 'dark' },
  'notices.dismiss': { id: 'x'.repeat(100) },
  'monitor.watch': { details: true },
};

describe('bounds of what calls carry', () => {
  it.each(callNames)('%s takes the largest input that its contract allows', (call) => {
    const input = largest[call];
    expect(v.is(calls[call].input, input)).toBe(true);
    expect(isTooLarge(call, input)).toBe(false);
  });

  it.each(callNames)('%s is refused with more, wherever it stands', (call) => {
    const most = largestInputs[call];
    const text = 'x'.repeat(most + 1);
    const cycle: Record<string, unknown> = { text };
    cycle['self'] = cycle;
    const values = Array.from({ length: most / 8 + 1 }, () => 0);
    for (const input of [
      text,
      { text },
      [[text]],
      { [text]: 1 },
      cycle,
      new Uint8Array(most + 1),
      new ArrayBuffer(most + 1),
      new Map([[1, text]]),
      new Set([text]),
      values,
    ])
      expect(isTooLarge(call, input)).toBe(true);
  });

  it('ends with an input that holds itself', () => {
    const cycle: Record<string, unknown> = {};
    cycle['id'] = cycle;
    expect(isTooLarge('records.open', cycle)).toBe(false);
  });
});
