import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { ExperimentDefinition } from '../experiments/definition-types';
import { recordSchema } from '../record/record';
import { syntheticRecord } from '../testing/synthetic-record';
import { analyse } from './analysis';

const record = syntheticRecord();
const [firstPart] = record.definition.parts;

/** The definition with this about every part. */
function parts(change: Partial<ExperimentDefinition['parts'][number]>): ExperimentDefinition {
  return { ...record.definition, parts: record.definition.parts.map((part) => ({ ...part, ...change })) };
}

describe('cells that did not end as completed', () => {
  it('are stored, and counted by how they ended', () => {
    const cells = record.cells.map((cell) =>
      cell.condition === 'threads' && cell.part === firstPart?.id && cell.round > 0 && cell.round < 4
        ? { ...cell, outcome: { status: 'worker-lost' as const, reason: 'gone' } }
        : cell,
    );
    const lossy = { ...record, cells, definition: parts({ allows: ['worker-lost'] }) };
    expect(v.parse(recordSchema, lossy)).toEqual(lossy);
    const [part] = analyse(lossy).parts;
    const outcomes = Object.fromEntries(part?.conditions.map((one) => [one.condition, one.outcomes]) ?? []);
    expect(outcomes['threads']).toEqual({ 'worker-lost': 3 });
    expect(outcomes['sync']).toBeUndefined();
  });
});

describe('results that differ', () => {
  const cells = record.cells.map((cell) => ({
    ...cell,
    tasks: cell.tasks.map((task) =>
      task.checksum === null ? task : { ...task, checksum: task.checksum + cell.index },
    ),
  }));

  it('keep a part from being compared, with a warning', () => {
    const { parts: analysed, warnings } = analyse({ ...record, cells });
    expect(analysed.some(({ checksumsAgree }) => !checksumsAgree)).toBe(true);
    expect(warnings.some(({ code }) => code === 'checksums-differ')).toBe(true);
  });

  it('are what is measured where the part says so', () => {
    const { parts: analysed, warnings } = analyse({ ...record, cells, definition: parts({ resultsMayDiffer: true }) });
    expect(analysed.every(({ checksumsAgree }) => checksumsAgree)).toBe(true);
    expect(warnings.some(({ code }) => code === 'checksums-differ')).toBe(false);
    expect(analysed.flatMap(({ verdicts }) => verdicts)).toEqual(
      analyse(record).parts.flatMap(({ verdicts }) => verdicts),
    );
  });
});
