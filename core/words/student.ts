import type { Answers } from '../record/record';
import { translate } from '../texts/translate';
import type { Block } from './blocks';
import type { ReportContext } from './context';
import { newSituations } from './new-situations';
import { askedObservation, type AnswerFeedback, type AskedQuestion } from './observation';

/** Answers and notes, as they were typed; nothing if there are none. */
export function student(context: ReportContext): readonly Block[] {
  const { observation, analogy, why } = context.record.answers;
  const { prediction } = context.record;
  const before = prediction.status === 'given' ? prediction.reason : '';
  return [
    ...(why === undefined ? [] : [...written('whyBefore', before), ...written('whyNow', why)]),
    ...observed(context),
    ...written('observation', observation),
    ...written('analogy', analogy),
    ...transfers(context),
    ...written('notes', context.record.notes),
  ];
}

function written(key: string, text = ''): readonly Block[] {
  if (text.trim() === '') return [];
  return [
    { kind: 'heading', text: translate(`report.student.${key}`) },
    { kind: 'quote', text },
  ];
}

/** What was read off the run. Only the first answer is judged: the others came after the feedback. */
function observed(context: ReportContext): readonly Block[] {
  const { observed: answer } = context.record.answers;
  if (!answer) return [];
  const asked = askedObservation(context);
  return [
    { kind: 'heading', text: translate('report.student.observed') },
    ...(asked ? [{ kind: 'paragraph', text: asked.question } as const] : []),
    ...choice(answer, asked),
  ];
}

/** The new situations, what was chosen first in each, and whether that is right. */
function transfers({ record, experiment }: ReportContext): readonly Block[] {
  const { transfers: chosen = {}, transfer: only } = record.answers;
  const situations = newSituations(experiment.id, record.plan.seed);
  // Records made before there were two situations hold the last answer to the first one.
  const [first] = situations;
  const answers = only === undefined ? chosen : { [first?.id ?? '']: { first: only, last: only }, ...chosen };
  const blocks = situations.flatMap((asked): readonly Block[] => {
    const answer = answers[asked.id];
    if (!answer) return [];
    return [{ kind: 'paragraph', text: `${asked.situation} ${asked.question}`.trim() }, ...choice(answer, asked)];
  });
  return blocks.length === 0 ? [] : [{ kind: 'heading', text: translate('report.student.transfer') }, ...blocks];
}

/** The first answer, what is said about it, and the last one where it is another. */
function choice(
  { first, last }: Pick<NonNullable<Answers['observed']>, 'first' | 'last'>,
  asked: AskedQuestion | undefined,
): readonly Block[] {
  const labelOf = (id: string): string => asked?.options.find((one) => one.id === id)?.label ?? id;
  const feedback = asked?.options.some(({ id }) => id === first) ? asked.feedbackOf(first) : undefined;
  return [
    { kind: 'quote', text: labelOf(first) },
    ...(feedback ? [{ kind: 'paragraph', text: judgedWords(feedback) } as const] : []),
    ...(last === first
      ? []
      : [{ kind: 'paragraph', text: translate('report.student.later', { answer: labelOf(last) }) } as const]),
  ];
}

function judgedWords({ outcome, text }: AnswerFeedback): string {
  return outcome === 'not-told' ? text : `${translate(`report.student.${outcome}`)} ${text}`.trim();
}
