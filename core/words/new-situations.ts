import { randomFor } from '../analysis/random-for';
import { shuffled } from '../statistics/random';
import { findKeys } from '../texts/translate';
import { textAt } from './names';
import type { AskedQuestion } from './observation';

/** A situation that is not the experiment's, with a question that the same ideas answer. */
export interface NewSituation extends AskedQuestion {
  readonly id: string;
  readonly situation: string;
}

/**
 * The new situations of an experiment's lesson. Their options stand in an order that the run's seed gives, so that no place is
 * the right one.
 */
export function newSituations(experiment: string, seed: number): readonly NewSituation[] {
  const path = `experiments.${experiment}.questions.transfer`;
  return findKeys(path).map((id) => {
    const at = (key: string): string => textAt(`${path}.${id}.${key}`) ?? '';
    const options = shuffled(findKeys(`${path}.${id}.options`), randomFor(seed, `transfer/${id}`));
    return {
      id,
      situation: at('situation'),
      question: at('question'),
      options: options.map((option) => ({ id: option, label: at(`options.${option}.label`) })),
      feedbackOf(option) {
        const text = at(`options.${option}.feedback`);
        if (option === at('correct')) return { outcome: 'right', text };
        return { outcome: option === at('workable') ? 'workable' : 'wrong', text };
      },
    };
  });
}
