import { translate } from '../texts/translate';
import type { Block } from './blocks';
import type { ReportContext } from './context';
import { textAt } from './names';

/** Answers and notes, as they were typed; nothing if there are none. */
export function student(context: ReportContext): readonly Block[] {
  const { observation, analogy } = context.record.answers;
  return [
    ...written('observation', observation),
    ...written('analogy', analogy),
    ...transfer(context),
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

/** The new situation, what was chosen in it, and whether that is right. */
function transfer({ record, experiment }: ReportContext): readonly Block[] {
  const { transfer: chosen } = record.answers;
  if (chosen === undefined) return [];
  const at = (path: string): string => textAt(`experiments.${experiment.id}.transfer.${path}`) ?? '';
  const judged = translate(`report.student.${chosen === at('correct') ? 'right' : 'wrong'}`);
  return [
    { kind: 'heading', text: translate('report.student.transfer') },
    { kind: 'paragraph', text: `${at('situation')} ${at('question')}`.trim() },
    { kind: 'quote', text: at(`options.${chosen}.label`) || chosen },
    ...(at('correct') === ''
      ? []
      : [{ kind: 'paragraph', text: `${judged} ${at(`options.${chosen}.feedback`)}`.trim() } as const]),
  ];
}
