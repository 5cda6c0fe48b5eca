import { percentOfCores } from '../monitor/other-load';
import type { OtherLoad } from '../monitor/other-load';
import { translate } from '../texts/translate';

/** What else uses the cores, in a sentence with the names that the system tells, for the window and the terminal. */
export function otherLoadSentence(load: OtherLoad): string {
  const percent = percentOfCores(load.busyCores, load);
  const programs = load.programs
    .map(({ name, cores }) => ({ name, percent: percentOfCores(cores, load) }))
    .filter((program) => program.percent > 0)
    .map((program) => translate('lesson.quiet.program', program))
    .join(', ');
  return translate(programs === '' ? 'lesson.quiet.unnamed' : 'lesson.quiet.named', { percent, programs });
}
