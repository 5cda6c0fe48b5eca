import type { ReportContext } from '../../words/context';
import type { ComparisonQuestion, StoryPlan } from '../story-plan';

const part = 'computing';

/** As many threads as cores against one; then more than cores, then the other numbers that were compared. */
export function manyCooksStory({ experiment }: Pick<ReportContext, 'experiment'>): StoryPlan {
  const comparisons = experiment.parts.find(({ id }) => id === part)?.comparisons ?? [];
  const question = (id: string, condition: string, baseline: string): ComparisonQuestion => {
    return { kind: 'comparison', id, part, condition, baseline };
  };
  const [first, ...others] = comparisons;
  return {
    // The definition names the full house first.
    answers: first ? [{ ...question('house', first.condition, first.baseline), shows: 'faster' }] : [],
    findings: others.map(({ condition, baseline }) =>
      baseline === 'threads-1'
        ? question('more', condition, baseline)
        : { ...question('beyond', condition, baseline), shows: 'not-faster' },
    ),
    figure: { kind: 'figure', name: `scaling-${part}` },
  };
}
