import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis/analysis';
import { typicalRound } from '../analysis/typical-round';
import type { Analysis } from '../analysis/types';
import type { LevelVerdict, Verdict, VerdictKind } from '../analysis/verdicts';
import { findingFor, levelFinding } from '../analysis/verdicts';
import { experiments } from '../experiments';
import type { Experiment } from '../experiments/experiment';
import { mostFindings, type StoryQuestion } from '../experiments/story-plan';
import { contextOf, recordsOfEveryExperiment } from '../testing/every-experiment';
import { syntheticRecord } from '../testing/synthetic-record';
import { english } from '../texts/en';
import { threeDigits } from '../texts/format';
import type { ReportContext } from './context';
import { storyOf, type Story } from './story';
import { qualityOf } from './story-quality';

const machines = [1, 2, 4, 16];
const registered: Readonly<Record<string, Experiment>> = experiments;

/** Ratios whose interval belongs to each verdict, with a floor of 1.05. */
const ratios: Readonly<Record<VerdictKind, NonNullable<Verdict['ratio']>>> = {
  faster: { estimate: 0.5, low: 0.48, high: 0.52 },
  slower: { estimate: 1.6, low: 1.5, high: 1.7 },
  'no-difference': { estimate: 1.01, low: 0.99, high: 1.02 },
  'too-noisy': { estimate: 1.2, low: 0.8, high: 1.6 },
  undecided: { estimate: 0.9, low: 0.8, high: 1.1 },
};
const without = ['not-measured', 'not-judged', 'not-resolved'] as const;

/** The same analysis with one verdict everywhere. */
function judged(analysis: Analysis, verdict: VerdictKind | (typeof without)[number]): Analysis {
  const isVerdict = verdict in ratios;
  return {
    ...analysis,
    parts: analysis.parts.map((part) => ({
      ...part,
      verdicts: part.verdicts.map((one): Verdict => {
        // The noise floor alone decides here.
        const kept = { ...one, margin: 1 };
        if (!isVerdict) {
          return { ...kept, ratio: null, verdict: null, finding: verdict as (typeof without)[number] };
        }
        const kind = verdict as VerdictKind;
        return { ...kept, ratio: ratios[kind], floor: 1.05, verdict: kind, finding: findingFor(one.expect, kind) };
      }),
      levels: part.levels.map((one): LevelVerdict => {
        if (verdict === 'not-measured') return { ...one, value: null, verdict: null, finding: 'not-measured' };
        if (verdict === 'not-judged') return { ...one, verdict: null, finding: 'not-judged' };
        const kind = verdict === 'faster' ? 'below' : verdict === 'slower' ? 'above' : 'undecided';
        const factor = kind === 'below' ? 0.1 : kind === 'above' ? 3 : 1;
        const estimate = one.threshold * factor;
        const value = { estimate, low: estimate * 0.9, high: estimate * 1.1 };
        return { ...one, value, verdict: kind, finding: levelFinding(one.expect, kind) };
      }),
    })),
  };
}

function textsOf(story: Story): readonly string[] {
  return [
    story.hero.value,
    story.hero.interval,
    story.hero.detail,
    story.sentence,
    story.theory,
    story.takeaway,
    story.prediction ?? '',
    story.quality.label,
    ...story.findings.flatMap(({ text, interval }) => [text, interval]),
    ...story.quality.notes.map(({ text }) => text),
  ];
}

const unfilled = /[{}]|NaN|undefined|Infinity|\[object|\b(story|results|lesson|glossary|breakEven)\.\w/;

const contexts = machines.flatMap((cores) =>
  [...recordsOfEveryExperiment(cores)].map(([id, record]) => [`${id} on ${cores} cores`, contextOf(record)] as const),
);

function questionsOf(context: ReportContext): readonly StoryQuestion[] {
  const { story } = registered[context.experiment.id] ?? {};
  const plan = typeof story === 'function' ? story(context) : story;
  return plan ? [...plan.answers, ...plan.findings] : [];
}

describe.each(contexts)('the story of %s', (_name, context) => {
  it('has an answer, a figure and something to remember, with every place filled', () => {
    const story = storyOf(context);
    for (const text of textsOf(story)) expect(text).not.toMatch(unfilled);
    for (const text of [story.hero.value, story.sentence, story.takeaway]) expect(text).not.toBe('');
    expect(story.figure).toBeDefined();
    expect(story.findings.length).toBeLessThanOrEqual(mostFindings);
  });

  it.each(Object.keys(ratios) as VerdictKind[])('says nothing else than the verdict "%s"', (verdict) => {
    const story = storyOf({ ...context, analysis: judged(context.analysis, verdict) });
    const questions = questionsOf(context);
    const told = [
      { id: questions[0]?.id, text: `${story.hero.value} ${story.sentence}` },
      ...story.findings.map(({ id, text }) => ({ id, text })),
    ];
    for (const { id, text } of told) {
      expect(text).not.toMatch(unfilled);
      const question = questions.find((one) => one.id === id);
      if (question?.kind !== 'comparison') continue;
      // A factor is told only where the verdict gives one, and it is that of the ratio.
      const factors = [...text.matchAll(/([\d.]+)x (?!would)/g)].map(([, times]) => times);
      const allowed = verdict === 'faster' ? threeDigits(2) : threeDigits(ratios[verdict].estimate);
      if (verdict === 'faster' || verdict === 'slower') {
        for (const factor of factors) expect(factor, text).toBe(allowed);
      } else expect(factors, text).toEqual([]);
      if (verdict === 'no-difference') expect(text).toMatch(/no difference|\d %/);
      if (verdict === 'too-noisy') expect(text).toMatch(/too noisy/i);
      if (verdict === 'undecided') expect(text).toMatch(/undecided/i);
      if (verdict === 'faster')
        expect(text).not.toMatch(/slower|longer|no (faster|difference|sooner)|did not|not help/i);
      if (verdict === 'slower') expect(text).not.toMatch(/x faster|no difference|is enough/i);
    }
  });

  it.each(without)('claims nothing where the finding is "%s"', (finding) => {
    const story = storyOf({ ...context, analysis: judged(context.analysis, finding) });
    for (const text of textsOf(story)) expect(text).not.toMatch(unfilled);
    const questions = questionsOf(context);
    const told = [{ id: questions[0]?.id, text: story.sentence }, ...story.findings];
    for (const { id, text } of told) {
      const question = questions.find((one) => one.id === id);
      if (question?.kind !== 'comparison') continue;
      expect(text).not.toMatch(/\d+x|faster|slower|no difference/);
    }
  });

  it('remembers a lesson as shown only where every verdict that it rests on says so', () => {
    const { lesson } = (registered[context.experiment.id]?.texts['story'] ?? {}) as { readonly lesson?: string };
    for (const verdict of ['faster', 'slower', 'no-difference', 'undecided', 'too-noisy'] as const) {
      const analysis = judged(context.analysis, verdict);
      const story = storyOf({ ...context, analysis });
      if (lesson === undefined) continue;
      const told = new Set([questionsOf(context)[0]?.id, ...story.findings.map(({ id }) => id)]);
      const keys = questionsOf(context).filter(
        (one) => one.shows !== undefined && told.has(one.id) && (one.kind === 'comparison' || one.kind === 'level'),
      );
      const isShown = keys.every((one) => {
        if (one.kind === 'comparison') {
          if (one.shows === 'not-faster') return verdict === 'slower' || verdict === 'no-difference';
          return one.shows === verdict;
        }
        return (one.shows === 'below' && verdict === 'faster') || (one.shows === 'above' && verdict === 'slower');
      });
      if (keys.length > 0 && !isShown) expect(story.takeaway).toMatch(/otherwise\.$|cannot show it\.$/);
      expect(story.takeaway.startsWith(lesson)).toBe(true);
    }
  });

  it('is told in plain sentences', () => {
    for (const verdict of ['faster', 'slower', 'no-difference', 'undecided', 'too-noisy'] as const) {
      const story = storyOf({ ...context, analysis: judged(context.analysis, verdict) });
      const said = [story.sentence, story.takeaway, ...story.findings.map(({ text }) => text)];
      for (const sentence of said.flatMap((text) => text.split(/(?<=[.!?])\s+/))) {
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(25);
        expect(sentence).not.toMatch(/ [-–—] |time ratio/);
      }
    }
  });
});

describe('every sentence of a story', () => {
  it('belongs to a question of its plan', () => {
    for (const [id, { texts, story }] of Object.entries(registered)) {
      expect(story, id).toBeDefined();
      const context = contexts.find(([name]) => name === `${id} on 4 cores`)?.[1];
      const asked = context ? questionsOf(context).map((one) => one.id) : [];
      const own = Object.keys(texts['story'] as object).filter((key) => key !== 'lesson');
      for (const key of own) expect([...asked, 'more'], `${id}: ${key}`).toContain(key);
    }
    expect(english.story.hero).toBeDefined();
  });
});

describe('the quality of a run', () => {
  const context = contextOf(syntheticRecord());
  const withWarnings = (...codes: readonly string[]): ReportContext => ({
    ...context,
    analysis: { ...context.analysis, warnings: codes.map((code) => ({ code, values: {} })) },
  });

  it('is good where only the machine is told about, fair where the run was disturbed, poor where nothing is judged', () => {
    expect(qualityOf(withWarnings())).toMatchObject({ level: 'good', label: 'Quality: good' });
    expect(qualityOf(withWarnings('virtual-machine'))).toMatchObject({ level: 'good', label: 'Quality: good, 1 note' });
    expect(qualityOf(withWarnings('battery', 'drift'))).toMatchObject({
      level: 'fair',
      label: 'Quality: fair, 2 notes',
    });
    expect(qualityOf(withWarnings('few-rounds')).level).toBe('poor');
    const [part] = context.analysis.parts;
    const noise = part?.noise && { ...part.noise, ratio: 1.5, measuredRatio: 1.5 };
    const noisy = {
      ...context.analysis,
      parts: context.analysis.parts.map((one) => (noise ? { ...one, noise } : one)),
    };
    expect(qualityOf({ ...context, analysis: noisy }).level).toBe('poor');
  });

  it('is fair for a run that ended early, and poor for one without a measured round', () => {
    const cancelled = syntheticRecord({ outcome: { status: 'cancelled' } });
    expect(qualityOf(contextOf(cancelled)).level).toBe('fair');
    const story = storyOf(contextOf({ ...cancelled, cells: [], hirings: [] }));
    expect(story.hero.value).toBe('nothing measured');
    expect(story.figure).toBeUndefined();
    expect(story.quality.level).toBe('poor');
  });
});

describe('the opening figure', () => {
  it('is the round whose totals lie nearest to the medians', () => {
    const record = syntheticRecord({ noise: 0.05 });
    const round = typicalRound(record, record.definition, 'first-course', ['sync', 'async'])?.round;
    const { parts } = analyse(record);
    const distance = (at: number): number =>
      ['sync', 'async'].reduce((sum, id) => {
        const found = parts[0]?.conditions.find(({ condition }) => condition === id);
        const value = found?.headlinesNs[found.rounds.indexOf(at)] ?? NaN;
        return sum + Math.abs(Math.log(value / (found?.headline.estimate ?? NaN)));
      }, 0);
    const all = [1, 2, 3, 4, 5, 6, 7].map(distance);
    expect(distance(round ?? 0)).toBeCloseTo(Math.min(...all), 6);
    const { figure } = storyOf(contextOf(record));
    expect(figure?.title).toBe(`First course: round ${round} as it was recorded`);
    expect(figure?.kind === 'lanes' && figure.groups).toHaveLength(2);
  });
});
