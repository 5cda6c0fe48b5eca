import type { ReportContext } from '../../words/context';
import type { ComparisonQuestion, StoryPlan } from '../story-plan';

function compared(
  id: string,
  part: string,
  condition: string,
  baseline: string,
  shows?: NonNullable<ComparisonQuestion['shows']>,
): ComparisonQuestion {
  return { kind: 'comparison', id, part, condition, baseline, ...(shows && { shows }) };
}

/** The first that a record asks is its answer: without a Python that has the lock, the second. */
const answers = [
  compared('threads', 'cpu', 'threads', 'one', 'not-faster'),
  compared('emulated', 'js-cpu', 'js-gil', 'js-one', 'not-faster'),
];

const inPython: StoryPlan = {
  answers,
  findings: [
    compared('processes', 'cpu', 'processes', 'one'),
    compared('waiters', 'waiting', 'waiters', 'one'),
    compared('routine', 'routine', 'threads', 'one'),
  ],
  // No timeline: a thread of Python cannot see that it waits for the lock, and is drawn as computing meanwhile.
  figure: { kind: 'figure', name: 'interpreters' },
};

const emulated: StoryPlan = {
  answers,
  findings: [
    compared('processes', 'js-cpu', 'js-processes', 'js-one'),
    compared('waiters', 'js-waiting', 'js-gil-waiters', 'js-one'),
    compared('routine', 'js-routine', 'js-gil', 'js-one'),
  ],
  figure: { kind: 'timeline', part: 'js-cpu', conditions: ['js-one', 'js-gil', 'js-processes'] },
};

/** Python's own answer; without one that has the lock, that of the emulated lock. */
export function pythonGilStory({ experiment }: ReportContext): StoryPlan {
  return experiment.parts.some(({ id }) => id === 'cpu') ? inPython : emulated;
}
