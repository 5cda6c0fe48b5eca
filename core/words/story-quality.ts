import type { RunWarning } from '../record/events';
import { searchOf } from '../record/order';
import { todaysRules } from '../rules/registry';
import { plainNumber } from '../texts/format';
import type { Sentence, Tone } from './blocks';
import { measuredParts, type ReportContext } from './context';
import { controlSentence, noiseSentence } from './verdicts';
import { warningText } from './warnings';

export const qualityLevels = ['good', 'fair', 'poor'] as const;
export type QualityLevel = (typeof qualityLevels)[number];

/** How far a run can be trusted, as a chip with notes behind it. */
export interface Quality {
  readonly level: QualityLevel;
  readonly tone: Tone;
  /** `Quality: good, 2 notes`. */
  readonly label: string;
  /** Every warning of the run, the gravest reasons first. */
  readonly notes: readonly Sentence[];
}

const tones: Readonly<Record<QualityLevel, Tone>> = { good: 'good', fair: 'warn', poor: 'bad' };

/** Warnings that say how the machine is; what they disturb shows in the noise floor. All others were seen in this run. */
const aboutMachine = new Set([
  'few-cores',
  'virtual-machine',
  'cpu-quota',
  'core-kinds',
  'governor',
  'timer-grain',
  'spare-rounds',
  'old-runtime',
  'priority-not-lowered',
]);

/** Part of the executions, or of the rounds, that may be disturbed in a good run. */
const fewShare = 0.1;

/** How good the data of a run are: poor where something forbids a verdict, fair where something disturbed the run. */
export function qualityOf(context: ReportContext): Quality {
  const { analysis, names } = context;
  const reasons = poorReasons(context);
  const disturbed = analysis.warnings.some((warning) => isDisturbance(warning, context));
  const isFair = disturbed || context.record.outcome.status !== 'completed';
  const level: QualityLevel = reasons.length > 0 ? 'poor' : isFair ? 'fair' : 'good';
  const texts = [
    ...reasons,
    ...(analysis.today ? [names.text('story.quality.today')] : []),
    ...(context.record.outcome.status === 'completed' ? [] : [names.text('story.quality.ended')]),
    ...analysis.warnings.map((warning) => warningText(warning, names)),
  ];
  const notes = [...new Set(texts)].map((text): Sentence => ({ text }));
  const count = notes.length;
  const label = names.text('story.quality.label', { level: names.text(`story.quality.level.${level}`) });
  const many = count === 0 ? 'none' : count === 1 ? 'one' : 'many';
  return { level, tone: tones[level], label: names.text(`story.quality.notes.${many}`, { label, count }), notes };
}

/** Warnings that count against a run by themselves. */
const grave = new Set(['few-rounds', 'checksums-differ']);

/** What forbids to judge the run, or a part of it, in words. */
function poorReasons(context: ReportContext): readonly string[] {
  const { analysis, names } = context;
  if (measuredParts(context).length === 0) return [names.text('story.quality.nothing')];
  return [
    ...(analysis.contradiction ? [names.text('story.quality.contradiction')] : []),
    ...analysis.parts.flatMap((part) => controlSentence(part, names) ?? []),
    ...analysis.parts
      .filter((part) => part.conditions.length > 0 && !part.checksumsAgree)
      .map((part) => noiseSentence(part, names)),
    ...noisyParts(context),
    ...analysis.warnings.filter(({ code }) => grave.has(code)).map((warning) => warningText(warning, names)),
  ];
}

/** Parts whose equal work differed by more than "no difference" may be said at. */
function noisyParts({ analysis: { parts, method }, experiment, names }: ReportContext): readonly string[] {
  // Records of older rules had no limit: today's tells how noisy they are.
  const limit = method.largestFloor ?? todaysRules.largestFloor;
  if (limit === undefined) return [];
  const percent = (ratio: number): string => plainNumber((ratio - 1) * 100);
  return parts.flatMap(({ part, noise }) => {
    // Nothing is judged by the few rounds of a search.
    if (!noise || noise.ratio <= limit || searchOf(experiment)?.id === part) return [];
    return [
      names.text('story.quality.noisy', {
        part: names.part(part),
        floor: percent(noise.ratio),
        limit: percent(limit),
      }),
    ];
  });
}

function isDisturbance({ code, values }: RunWarning, { record }: ReportContext): boolean {
  if (aboutMachine.has(code)) return false;
  const number = (key: string): number => Number(values[key] ?? 0);
  if (code === 'slow-sentinels') return number('count') > fewShare * number('cells');
  if (code === 'other-load-during') return number('rounds') > fewShare * record.plan.rounds;
  return true;
}
