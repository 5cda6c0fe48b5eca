import { describe, expect, it } from 'vitest';
import { contextOf, recordsOfEveryExperiment } from '../testing/every-experiment';
import { syntheticRecord } from '../testing/synthetic-record';
import { labReport } from './lab-report';
import { storyOf } from './story';

const words = (text: string): number => text.split(/\s+/).length;

describe.each([...recordsOfEveryExperiment(2)])('the lab report of %s', (_id, record) => {
  const context = contextOf(record);
  const report = labReport(context);

  it('opens with the answer of the window and its figure', () => {
    const story = storyOf(context);
    expect(JSON.stringify(report.story)).toBe(JSON.stringify(story));
    expect(report.figures[0]?.name).toBe(story.figure?.name ?? report.figures[0]?.name);
    expect(new Set(report.figures.map(({ name }) => name)).size).toBe(report.figures.length);
    expect(report.figures.length).toBeGreaterThan(0);
  });

  it('fits: one mechanism, five lines of method, few notes', () => {
    expect(words(report.why)).toBeLessThanOrEqual(80);
    expect(report.method).toHaveLength(5);
    expect(report.quality.notes.length).toBeLessThanOrEqual(4);
    expect(report.cost?.rows.length ?? 0).toBeLessThanOrEqual(3);
    expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity|\{\w+\}/);
  });
});

it('says that long answers are shortened, and that short ones are not', () => {
  const record = syntheticRecord();
  const withObservation = (observation: string) =>
    labReport(contextOf({ ...record, answers: { ...record.answers, observation } }));
  expect(withObservation('The eggs came first.').isShortened).toBe(false);
  const long = withObservation('The eggs came first. '.repeat(60));
  expect(long.isShortened).toBe(true);
  expect(long.answers.every((block) => !('text' in block) || words(block.text) <= 46)).toBe(true);
});

it('names the dearest workers first', () => {
  const rows = labReport(contextOf(syntheticRecord({ cores: 4 }))).cost?.rows ?? [];
  expect(rows.length).toBeGreaterThan(1);
});

it('shows the times of a few conditions beside a matrix, and leaves the room to one of many', () => {
  const records = new Map(recordsOfEveryExperiment(2));
  for (const [id, first, shown] of [
    ['shared-stove', 'deadlocks', 2],
    ['possible-and-observed', 'outcomes', 2],
    ['when-a-cook-fails', 'survival', 1],
  ] as const) {
    const record = records.get(id);
    if (!record) throw new Error(`no ${id}`);
    const { figures } = labReport(
      contextOf({ ...record, prediction: { status: 'skipped', frozenAt: record.startedAt } }),
    );
    expect(figures[0]?.name).toBe(first);
    expect(figures).toHaveLength(shown);
    if (figures[1]) expect(figures[1].name).toMatch(/^(?:totals|measure)/);
  }
  const scenarios = records.get('four-scenarios');
  if (!scenarios) throw new Error('no four-scenarios');
  const skipped = { status: 'skipped', frozenAt: scenarios.startedAt } as const;
  expect(labReport(contextOf({ ...scenarios, prediction: skipped })).figures).toHaveLength(1);
});
