import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/analysis';
import { claimSourceOf, machineOf } from '../../claims/claim-source';
import { judgeClaims } from '../../claims/judge-claims';
import { contradictionsOf } from '../../verify/first-contradiction';
import { explanationOf, levelExplanationOf } from '../../words/explanations';
import { contextOf } from '../../testing/every-experiment';
import { namesOf } from '../../words/names';
import { storyOf } from '../../words/story';
import { syntheticPythonRecord, syntheticPythons, type SyntheticPythonOptions } from '../../testing/synthetic-python';
import { chosenPythons } from './interpreters';
import { pythonGil } from './definition';

/** What theory says of a machine with so many cores; 0.88 is what threads under the GIL were published to have of one's speed. */
function totalsOn(cores: number): SyntheticPythonOptions['totalMs'] {
  const workers = Math.min(cores, 4);
  return (part, condition) => {
    const name = condition.replace(/-(of|free)-\d+/, '').replace(/-again$/, '');
    const isFree = condition.includes('-free-');
    const hasLock = (name === 'threads' && !isFree) || name === 'js-gil';
    const isMany = ['threads', 'processes', 'js-threads', 'js-processes', 'js-gil', 'loops'].includes(name);
    if (part.includes('waiting')) return name.includes('one') ? 120 : 16;
    if (part.includes('routine')) return isMany ? 80 / workers : 80;
    if (part === 'mixed') return name === 'one' ? 80 : name === 'loops' ? 50 / workers + 5 / workers : 50;
    if (hasLock) return 80 / 0.88;
    return isMany ? 80 / workers : 80;
  };
}

function sharesOn(cores: number): SyntheticPythonOptions['cpuShare'] {
  return (part, condition) => {
    if (!part.includes('cpu')) return undefined;
    const isMany = /processes|js-threads|threads-free/.test(condition);
    return isMany ? Math.min(cores, 2) * 0.99 : 0.99;
  };
}

function judged(options: Partial<SyntheticPythonOptions> = {}) {
  const { cores = 2 } = options;
  const record = syntheticPythonRecord({ totalMs: totalsOn(cores), cpuShare: sharesOn(cores), ...options });
  const analysis = analyse(record);
  const { claims } = judgeClaims([claimSourceOf(record, analysis)], machineOf(record.environment));
  const evidence = (number: number) =>
    (claims.find((one) => one.number === number)?.evidence ?? [])
      .filter(({ rule }) => rule.experiment === 'python-gil')
      .map(({ outcome }) => outcome);
  const findings = analysis.parts.flatMap((part) =>
    [...part.verdicts, ...part.levels].map(({ finding, ...one }) => {
      const against = 'baseline' in one ? one.baseline : one.measure;
      return [`${part.part}: ${one.condition} ${against}`, finding] as const;
    }),
  );
  return { record, analysis, evidence, findings: Object.fromEntries(findings), context: contextOf(record) };
}

describe.each([1, 2, 4, 64])('python-gil on %d cores, as theory says', (cores) => {
  it('finds everything as theory says, in Python and under the emulated lock', () => {
    const { findings } = judged({ cores });
    expect(Object.entries(findings).filter(([, finding]) => finding !== 'as-expected')).toEqual([]);
    expect(Object.keys(findings).length).toBeGreaterThan(25);
  });

  it('says the same of every pair that the emulated lock has in common with Python', () => {
    const { analysis } = judged({ cores });
    const word = (part: string, condition: string, baseline: string) =>
      analysis.parts
        .find((one) => one.part === part)
        ?.verdicts.find((one) => one.condition === condition && one.baseline === baseline)?.verdict;
    for (const [python, emulated] of [
      [word('cpu', 'threads', 'one'), word('js-cpu', 'js-gil', 'js-one')],
      [word('cpu', 'processes', 'one'), word('js-cpu', 'js-processes', 'js-one')],
      [word('cpu', 'asyncio', 'one'), word('js-cpu', 'js-async', 'js-one')],
      [word('waiting', 'waiters', 'one'), word('js-waiting', 'js-gil-waiters', 'js-one')],
      [word('waiting', 'asyncio', 'one'), word('js-waiting', 'js-async', 'js-one')],
      [word('routine', 'threads', 'one'), word('js-routine', 'js-gil', 'js-one')],
    ]) {
      expect(python).toBeDefined();
      expect(emulated).toBe(python);
    }
  });

  it('judges the statements about the GIL only where there are cores', () => {
    const { evidence } = judged({ cores });
    if (cores > 1) {
      expect(evidence(12)).toEqual(['supports', 'supports', 'supports']);
      expect(evidence(13)).toEqual(['supports', 'supports']);
    } else {
      expect(evidence(12).filter((outcome) => outcome === 'supports')).toHaveLength(1);
      expect(evidence(13)).not.toContain('supports');
    }
  });

  it('makes a record that does not contradict itself, and names and explains everything of it', () => {
    const { record, analysis, context } = judged({ cores });
    // Nobody has sealed it: its verdicts are not stored yet.
    const codes = [...contradictionsOf(record, analysis)].map(({ code }) => code);
    expect(codes.filter((code) => !/^(verdict|level)-missing$/.test(code))).toEqual([]);
    const names = namesOf('python-gil');
    for (const { id, seats } of record.definition.conditions) {
      for (const text of [names.condition(id), names.subject(id), names.short(id)]) {
        expect(text).not.toMatch(/[{}]/);
      }
      expect(names.condition(id)).not.toBe(id);
      for (const seat of seats) expect(names.seat(seat.id)).toMatch(/^Worker \d/);
    }
    for (const part of analysis.parts) {
      expect(names.part(part.part)).not.toBe(part.part);
      for (const verdict of part.verdicts) expect(explanationOf(context, verdict)).toMatch(/\d/);
      for (const level of part.levels) expect(levelExplanationOf(context, level)).toMatch(/\d/);
    }
  });
});

describe('the same rules on other data', () => {
  it('contradict the statements where threads of Python compute on several cores', () => {
    const totalMs: SyntheticPythonOptions['totalMs'] = (part, condition) =>
      part === 'cpu' && condition === 'threads' ? 41 : totalsOn(2)(part, condition, 1);
    const { evidence, findings } = judged({ totalMs, cpuShare: () => 1.95 });
    expect(findings['cpu: threads one']).toBe('opposite');
    expect(findings['cpu: threads cpu-share']).toBe('opposite');
    expect(evidence(12).slice(0, 2)).toEqual(['contradicts', 'contradicts']);
  });

  it('contradict them where processes gain nothing', () => {
    const { evidence } = judged({ totalMs: (part, condition) => (part === 'cpu' || condition === 'loops' ? 80 : 60) });
    expect(evidence(13)).not.toContain('supports');
  });
});

describe('which interpreters a run takes', () => {
  const names = (most: number, pythons = syntheticPythons) => {
    const { locked, free } = chosenPythons(pythons, most);
    return [...locked, ...free].map(({ key, suffix }) => `${key}${suffix}`);
  };

  it('the first with the lock, then a free-threaded one, then the others', () => {
    expect(names(1)).toEqual(['3.12']);
    expect(names(2)).toEqual(['3.12', '3.14t-free-314']);
    expect(names(9)).toEqual(['3.12', '3.9-of-309', '3.14t-free-314']);
  });

  it('a free-threaded build whose lock is on again is one with the lock', () => {
    const [, , free] = syntheticPythons;
    if (!free) throw new Error('there is none');
    expect(names(1, [{ ...free, gil: true }])).toEqual(['3.14t']);
    expect(names(1, [free])).toEqual(['3.14t-free-314']);
  });

  it('none: the emulated lock is the lesson, and its answer is the answer', () => {
    expect(pythonGil(2, { pythons: [] }).parts.map(({ id }) => id)).toEqual(['js-cpu', 'js-waiting', 'js-routine']);
    const { context, findings } = judged({ pythons: [] });
    expect(new Set(Object.values(findings))).toEqual(new Set(['as-expected']));
    expect(storyOf(context).sentence).toContain('one lock');
    expect(storyOf(judged().context).sentence).toContain('Python');
  });
});
