import { experiments } from '../experiments';
import type { Experiment } from '../experiments/experiment';
import type { Observation } from '../experiments/observation';
import type { Answers } from '../record/record';
import type { ReportContext } from './context';

type Outcome = NonNullable<Answers['observed']>['outcome'];

export interface AnswerOption {
  readonly id: string;
  readonly label: string;
}

/** What is said about an answer. `workable`: another answer is better, this one works as well. */
export interface AnswerFeedback {
  readonly outcome: Outcome | 'workable';
  readonly text: string;
}

/** A question in words, with its options in the order in which they are shown. */
export interface AskedQuestion {
  readonly question: string;
  readonly options: readonly AnswerOption[];
  readonly feedbackOf: (option: string) => AnswerFeedback;
}

/** The question about what the run shows; where its answer is read off, as figures or on the replayed timeline. */
export interface AskedObservation extends AskedQuestion {
  readonly place: Observation['place'];
  readonly feedbackOf: (option: string) => AnswerFeedback & { readonly outcome: Outcome };
}

const registered: Readonly<Record<string, Experiment>> = experiments;

/** What Observe asks about this run; undefined for an experiment that has no lesson. */
export function askedObservation(context: ReportContext): AskedObservation | undefined {
  const observed = registered[context.experiment.id]?.questions(context);
  if (!observed) return undefined;
  const { names } = context;
  const { options, place, values, telling } = observed;
  const of = (key: string): string => names.text(`questions.observe.${key}`, values);
  const isTold = options.some(({ truth }) => truth === 'right');
  return {
    question: of('ask'),
    options: options.map(({ id, label }) => ({ id, label })),
    place,
    feedbackOf(option) {
      if (!isTold) return { outcome: 'not-told', text: `${names.text('lesson.asked.open')} ${of('look')}` };
      const truth = options.find(({ id }) => id === option)?.truth ?? 'open';
      if (truth === 'open')
        return { outcome: 'not-told', text: `${names.text('lesson.asked.openOption')} ${of('look')}` };
      return truth === 'right' ? { outcome: 'right', text: of(telling) } : { outcome: 'wrong', text: of('look') };
    },
  };
}
