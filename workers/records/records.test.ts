import { describe, expect, it } from 'vitest';
import { rules20261 } from '@core/rules/2026-1';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { hashOf } from './hash';
import { readRecord, UnusableRecord } from './read';
import { createRecentRecords } from './recent-records';
import { annotateRecord, finishRecord } from './seal';

const unsealed = without(syntheticRecord({ rounds: 7 }), 'hash');
const finished = finishRecord(unsealed);

function without<T extends object, K extends keyof T>(record: T, ...keys: readonly K[]): Omit<T, K> {
  const left = { ...record };
  for (const key of keys) Reflect.deleteProperty(left, key);
  return left;
}

/** Judged as version 0.1.0 judged, which knew no margins. */
function judgedBy010(): typeof finished.record {
  const parts = unsealed.definition.parts.map((part) => ({
    ...part,
    comparisons: part.comparisons.map((comparison) => without(comparison, 'margin')),
  }));
  return finishRecord({ ...unsealed, definition: { ...unsealed.definition, parts }, rules: rules20261.rules }).record;
}

/** The text of a file as version 0.1.0 wrote it. */
function fileOfFormat1(changes: object = {}): string {
  const old = { ...without(judgedBy010(), 'definition', 'rules'), schemaVersion: 1, ...changes };
  return JSON.stringify({ ...old, hash: hashOf(old) });
}

function problemOf(record: object): UnusableRecord['problem'] {
  try {
    readRecord(JSON.stringify({ ...record, hash: hashOf(record as Readonly<Record<string, unknown>>) }));
  } catch (error) {
    if (error instanceof UnusableRecord) return error.problem;
    throw error;
  }
  throw new Error('The record was accepted.');
}

describe('a record that is sealed', () => {
  it('has the analysis that reading it gives, from analysing it once', () => {
    const sealed = finishRecord({ ...unsealed, cells: unsealed.cells.slice(0, 60) });
    expect(sealed.record.warnings.length).toBeGreaterThan(0);
    const read = readRecord(sealed.text);
    expect(read.record).toEqual(sealed.record);
    expect(JSON.parse(JSON.stringify(sealed.analysis))).toEqual(JSON.parse(JSON.stringify(read.analysis)));
  });

  it('holds what it was judged by', () => {
    const { record } = readRecord(finished.text);
    expect(record.schemaVersion).toBe(2);
    expect(record.rules.name).toBe('2026-4');
    expect(record.definition.id).toBe('eggs-and-toast');
  });
});

describe('a record of format 1', () => {
  it('is read with the definition and the rules of 0.1.0, its own hash and its own verdicts', () => {
    const text = fileOfFormat1();
    const { record, json, analysis } = readRecord(text);
    expect(record).toMatchObject({ schemaVersion: 2, fileFormat: 1, hash: json['hash'] });
    expect(analysis.parts.flatMap(({ verdicts }) => verdicts)).toEqual(record.verdicts);
    expect(analysis.today).toBeUndefined();
  });

  it('stays of its format when it is annotated', () => {
    const before = readRecord(fileOfFormat1());
    const changed = annotateRecord(before, { title: 'Mine', answers: { analogy: 'no' } });
    const read = readRecord(changed.text);
    expect(read.json).toEqual(changed.json);
    expect(read.json).toMatchObject({ schemaVersion: 1, title: 'Mine', answers: { analogy: 'no' } });
    expect(read.json).not.toHaveProperty('definition');
    expect(read.record).toEqual(changed.record);
    expect(read.json['hash']).not.toBe(before.json['hash']);
  });

  it('is refused once it was changed', () => {
    const text = fileOfFormat1().replace('"seed":7', '"seed":8');
    expect(() => readRecord(text)).toThrow(/does not match its hash/);
  });

  it('of an experiment that nobody has says so', () => {
    const plan = { ...unsealed.plan, experiment: 'soup' };
    expect(() => readRecord(fileOfFormat1({ plan }))).toThrow(/experiment "soup", which this version does not have/);
  });
});

describe('a record that is not accepted', () => {
  const sealed = without(finished.record, 'hash');

  it('names what a newer program added, and that program', () => {
    const newer = { ...sealed, appVersion: '0.7.0', weather: 'rain' };
    expect(problemOf(newer)).toEqual({
      kind: 'newer-schema',
      message:
        'The record holds "weather", which this version does not know. It was written by version 0.7.0. Update Concurrency Lab to open it.',
    });
    const [cell, ...others] = sealed.cells;
    expect(problemOf({ ...sealed, cells: [{ ...cell, mood: 1 }, ...others] }).message).toContain('"cells.0.mood"');
  });

  it('names rules and formats that this version does not have', () => {
    expect(problemOf({ ...sealed, rules: { ...sealed.rules, name: '2031-4' } }).kind).toBe('unknown-rules');
    expect(problemOf({ ...sealed, schemaVersion: 3 })).toMatchObject({ kind: 'newer-schema' });
    expect(problemOf({ ...sealed, plan: { ...sealed.plan, experiment: 'soup' } }).kind).toBe('unknown-experiment');
    expect(problemOf({ ...sealed, definition: undefined }).kind).toBe('schema');
    expect(() => readRecord('[1')).toThrow(/not complete JSON/);
    for (const text of ['[]', '7', 'null', '{}']) expect(() => readRecord(text)).toThrow(/is not a run record/);
  });
});

describe('the records read last', () => {
  it('are read once, until others take their place', () => {
    const texts: string[] = [];
    const recent = createRecentRecords((text) => {
      texts.push(text.slice(0, 1));
      return {
        text,
        json: {},
        record: syntheticRecord(),
        analysis: readRecord(finished.text).analysis,
      };
    });
    const large = (letter: string): string => letter.repeat(10e6);
    recent.keep(finished);
    for (const letter of ['a', 'a', 'b', 'a', 'c', 'a', 'b']) recent.read(large(letter));
    expect(texts).toEqual(['a', 'b', 'c', 'b']);
    const huge = 'd'.repeat(30e6);
    recent.read(huge);
    expect(recent.read(huge)).toBe(recent.read(huge));
    expect(texts).toEqual(['a', 'b', 'c', 'b', 'd']);
  });
});
