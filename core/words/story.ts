import { typicalRound } from '../analysis/typical-round';
import type { PartSummary } from '../analysis/types';
import { experiments } from '../experiments';
import type { Experiment } from '../experiments/experiment';
import { mostFindings, type StoryPlan, type StoryQuestion } from '../experiments/story-plan';
import type { Figure } from '../figures/figure';
import { figuresOf } from '../figures/figures-of';
import { roundFigure, timelineFigure } from '../figures/timeline';
import type { Mark } from './blocks';
import { measuredParts, isOpen, type ReportContext } from './context';
import { explanationOf, explanationsOf, levelExplanationOf } from './explanations';
import { answerTo, type StoryAnswer } from './story-answer';
import { predictionLine } from './story-prediction';
import { qualityOf, type Quality } from './story-quality';
import { searchStory } from './story-search';

/** The large number of a result. */
export interface StoryHero {
  /** `1.93x faster`, `no difference`, `too noisy to tell`, `0.42 ms`. */
  readonly value: string;
  /** Its interval and n, e.g. `[1.92, 1.94], n = 7 rounds`; empty where there is none. */
  readonly interval: string;
  /** Both sides of the comparison, or the limit, in one line; empty where there are none. */
  readonly detail: string;
}

/** Something else that the run showed: one sentence, and the interval behind it (empty where there is none). */
export interface StoryFinding {
  readonly id: string;
  readonly text: string;
  readonly interval: string;
  readonly mark?: Mark;
}

/** The answer first: what window, PDF and terminal say before any section. Pure data, computed from verdicts alone. */
export interface Story {
  readonly hero: StoryHero;
  /** Answers the driving question by what the data gave. */
  readonly sentence: string;
  /** How the answer stands to theory; absent where theory is not asked. */
  readonly mark?: Mark;
  /** What theory says about the answer, in words; empty where theory is not asked. */
  readonly theory: string;
  /** The figure that opens the result; absent where nothing was measured. */
  readonly figure?: Figure;
  /** What was predicted against what came; absent where nothing can be predicted. */
  readonly prediction?: string;
  /** At most three, in the order of the experiment. */
  readonly findings: readonly StoryFinding[];
  /** One sentence to remember; where the data do not show it, it says so. */
  readonly takeaway: string;
  readonly quality: Quality;
}

/** By id; the Workbench and experiments of older programs have none. */
const registered: Readonly<Record<string, Experiment>> = experiments;

/** The story of a record, chosen by what its verdicts say. */
export function storyOf(context: ReportContext): Story {
  const { names } = context;
  const quality = qualityOf(context);
  const search = searchStory(context, quality);
  if (search) return search;
  const plan = planFor(context);
  const answered = answeredFirst(context, plan);
  if (!answered) {
    return {
      hero: { value: names.text('story.hero.nothing'), interval: '', detail: '' },
      sentence: names.text('results.nothing'),
      theory: '',
      findings: [],
      takeaway: takeawayOf(context, []),
      quality,
    };
  }
  const { question, answer } = answered;
  const findings = plan.findings
    .filter(({ id }) => id !== question.id)
    .flatMap((one) => answerTo(context, one) ?? [])
    .slice(0, mostFindings);
  const figure = figureOf(context, plan, question);
  const prediction = predictionLine(context, question);
  return {
    hero: { value: answer.hero, interval: answer.interval, detail: answer.detail },
    sentence: answer.sentence,
    ...(answer.mark && { mark: answer.mark }),
    theory: answer.theory,
    ...(figure && { figure }),
    ...(prediction !== undefined && { prediction }),
    findings: findings.map(({ id, sentence: text, interval, mark }) => ({ id, text, interval, ...(mark && { mark }) })),
    takeaway: takeawayOf(context, [answer, ...findings]),
    quality,
  };
}

/** What lists show of a story: the large number, the sentence, and the part that they are about. */
export function headlineOf(
  context: ReportContext,
): (Pick<StoryHero, 'value'> & { readonly sentence: string; readonly part: string | undefined }) | undefined {
  const answered = answeredFirst(context, planFor(context));
  if (!answered) return undefined;
  const { question, answer } = answered;
  return { value: answer.hero, sentence: answer.sentence, part: 'part' in question ? question.part : undefined };
}

/** Why the answer came out as it did, with the numbers of the run; empty where theory is not asked about it. */
export function mechanismOf(context: ReportContext): string {
  const question = answeredFirst(context, planFor(context))?.question;
  if (!question || isOpen(context.experiment)) return '';
  const part = measuredParts(context).find((one) => 'part' in question && one.part === question.part);
  if (question.kind === 'comparison') {
    const { condition, baseline } = question;
    const verdict = part?.verdicts.find((one) => one.condition === condition && one.baseline === baseline);
    return verdict ? explanationOf(context, verdict) : '';
  }
  if (question.kind === 'level') {
    const level = part?.levels.find((one) => one.condition === question.condition && one.measure === question.measure);
    return level ? levelExplanationOf(context, level) : '';
  }
  // What is neither a comparison nor a limit has no explanation of its own: that of the first comparison of the record.
  return measuredParts(context).flatMap((one) => explanationsOf(context, one))[0]?.text ?? '';
}

/** The first question of a plan that the record answers; undefined where nothing was measured. */
function answeredFirst(context: ReportContext, plan: StoryPlan) {
  if (measuredParts(context).length === 0) return undefined;
  return plan.answers.flatMap((question) => {
    const answer = answerTo(context, question);
    return answer ? [{ question, answer }] : [];
  })[0];
}

/** The experiment's own plan; where it has none, or asks nothing that the record knows, the comparisons of the record. */
function planFor(context: ReportContext): StoryPlan {
  const { story } = registered[context.experiment.id] ?? {};
  const plan = typeof story === 'function' ? story(context) : story;
  const isAsked = plan?.answers.some((question) => answerTo(context, question) !== undefined);
  return plan && isAsked === true ? plan : usualPlan(context);
}

/** Comparisons of the definition in their order, those of the first part first; then questions about single conditions. */
function usualPlan({ analysis, experiment }: ReportContext): StoryPlan {
  const questions = experiment.parts.flatMap(({ id: part, comparisons, levels = [] }): StoryQuestion[] => [
    ...comparisons.map(({ condition, baseline }) => {
      return { kind: 'comparison', id: `${condition}-${baseline}`, part, condition, baseline } as const;
    }),
    ...levels.map(({ condition, measure }) => {
      return { kind: 'level', id: `${condition}-${measure}`, part, condition, measure } as const;
    }),
  ]);
  const measured = analysis.parts.find(({ conditions }) => conditions.length > 0)?.part;
  const inOrder = [
    ...questions.filter((one) => 'part' in one && one.part === measured),
    ...questions.filter((one) => !('part' in one) || one.part !== measured),
  ];
  return {
    answers: inOrder,
    findings: inOrder.slice(1),
    figure: { kind: 'timeline', part: measured ?? '' },
  };
}

/** What to remember, held against every answer that it rests on. */
function takeawayOf({ names }: ReportContext, answers: readonly StoryAnswer[]): string {
  const lesson = names.text('story.lesson');
  if (lesson === 'story.lesson') return names.text('story.takeaway.none');
  const found = answers.flatMap(({ support }) => support ?? []);
  const isShown = found.length > 0 && found.every((support) => support === 'holds');
  const key = found.includes('differs') ? 'differs' : isShown ? 'holds' : 'open';
  return names.text(`story.takeaway.${key}`, { lesson });
}

function figureOf(context: ReportContext, { figure }: StoryPlan, answer: StoryQuestion): Figure | undefined {
  if (figure.kind === 'figure') {
    const all = figuresOf(context, ['timeline', 'states', 'served', 'workers']).flatMap(({ figures }) => figures);
    const found = all.find(({ name }) => name === figure.name);
    if (found) return found;
  }
  const measured = measuredParts(context);
  const wanted = 'part' in figure ? figure.part : 'part' in answer ? answer.part : undefined;
  const part = measured.find((one) => one.part === wanted) ?? measured[0];
  return part && roundOf(context, part, 'conditions' in figure ? figure.conditions : undefined, answer);
}

/** Most conditions of one round that are drawn where nobody chose some. */
const mostConditions = 4;

function roundOf(
  context: ReportContext,
  part: PartSummary,
  chosen: readonly string[] | undefined,
  answer: StoryQuestion,
): Figure | undefined {
  const measured = part.conditions.map(({ condition }) => condition);
  const both = answer.kind === 'comparison' ? [answer.baseline, answer.condition] : [];
  const wanted = (chosen ?? both).filter((id) => measured.includes(id));
  const shown = wanted.length > 0 ? wanted : measured.slice(0, mostConditions);
  const typical = typicalRound(context.record, context.experiment, part.part, shown);
  return (typical && roundFigure(context, part, typical)) ?? timelineFigure(context, part);
}
