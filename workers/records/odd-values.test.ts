import { describe, expect, it } from 'vitest';
import type { RunRecord } from '@core/record/record';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { hashOf } from './hash';
import { readRecord, UnusableRecord } from './read';
import { annotateRecord, finishRecord } from './seal';

const honest = finishRecord(syntheticRecord({ rounds: 5 })).record;

/** The text of a record with other values in it, sealed anew by who knew how to. */
function textWith(change: (record: Record<string, unknown>) => void): string {
  const copy = JSON.parse(JSON.stringify(honest)) as Record<string, unknown>;
  change(copy);
  return JSON.stringify({ ...copy, hash: hashOf(copy) });
}

/** `intact`, or the kind of what is wrong. Anything else that is thrown fails the test. */
function found(text: string): string {
  try {
    return readRecord(text).analysis.contradiction?.code ?? 'intact';
  } catch (error) {
    if (error instanceof UnusableRecord) return error.problem.kind;
    throw error;
  }
}

const deep = (depth: number, open: string, close: string, inside = ''): string =>
  `${open.repeat(depth)}${inside}${close.repeat(depth)}`;
/** Puts text in the place of a value that JSON can write and JavaScript cannot, hash and all. */
const literally = (value: string): string => textWith((one) => void (one['appVersion'] = '#')).replace('"#"', value);

describe('odd values in the text of a record', () => {
  it.each([
    ['lists a hundred thousand deep', deep(100_000, '[', ']')],
    ['objects a hundred thousand deep', deep(100_000, '{"a":', '}', '1')],
    [
      'a deep list under a key that nobody knows',
      textWith(() => undefined).replace('{', `{"later":${deep(50_000, '[', ']')},`),
    ],
    [
      'a deep object in the place of the definition',
      textWith((one) => void (one['definition'] = '#')).replace('"#"', deep(50_000, '{"a":', '}', '1')),
    ],
    ['NaN', literally('NaN')],
    ['Infinity', literally('Infinity')],
    ['a number beyond all', literally('1e400')],
    ['a whole number that no double holds', literally('9007199254740993')],
    ['null', 'null'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a text', '"record"'],
    ['minus zero', '-0'],
  ])('%s is refused by name', (_what, text) => {
    expect(['not-json', 'schema', 'newer-schema', 'hash', 'unknown-experiment']).toContain(found(text));
  });

  it.each<[string, (record: RunRecord & Record<string, unknown>) => void, readonly string[]]>([
    ['a seed of minus zero', (one) => void (one.plan.seed = -0), ['order-not-of-seed']],
    [
      'times beyond what a double counts',
      (one) => void Object.assign(one.cells[0] ?? {}, { startNs: 2 ** 60 }),
      ['schema'],
    ],
    ['a cell that begins at minus zero', (one) => void Object.assign(one.cells[0] ?? {}, { startNs: -0 }), []],
    ['an end before the start', (one) => void Object.assign(one, { endedAt: '2020-01-01T00:00:00.000Z' }), []],
    ['a day that no calendar has', (one) => void Object.assign(one, { endedAt: '2026-02-30T00:00:00.000Z' }), []],
    ['a number as the title', (one) => void Object.assign(one, { title: 7 }), ['schema']],
    ['a cell that is null', (one) => void Object.assign(one.cells, { 0: null }), ['schema']],
  ])('%s is found', (_what, change, codes) => {
    const code = found(textWith((one) => change(one as never)));
    expect(code).not.toBe('intact');
    if (codes.length > 0) expect(codes).toContain(code);
  });

  it.each(['\ud800', 'a\udc00b', '\u202Eevil', '\u0000\u001b[2J', 'e\u0301\u{1F468}\u200D\u{1F373}'])(
    'a title %j is kept as it is, also through a change of the notes',
    (title) => {
      const read = readRecord(textWith((one) => void (one['title'] = title)));
      expect(read.analysis.contradiction).toBeUndefined();
      const again = readRecord(annotateRecord(read, { notes: 'seen' }).text);
      expect(again.record.title).toBe(title);
    },
  );
});
