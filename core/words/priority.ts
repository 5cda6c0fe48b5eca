import type { RunRecord } from '../record/record';
import { translate, type TextValues } from '../texts/translate';

/** From this nice value on a worker counts as having lowered its priority: it is asked to set 5. */
const loweredNice = 5;

/** What became of the workers' priority, in words, by the values read back and not by what was asked for. */
export function priorityInWords({ plan, workers }: Pick<RunRecord, 'plan' | 'workers'>): string {
  const say = (key: string, values: TextValues = {}): string => translate(`report.method.${key}`, values);
  const known = workers.flatMap((worker) => worker.nice ?? []);
  const nice = [...new Set(known)].sort((a, b) => a - b).join(', ');
  if (!plan.lowerPriority) return known.length === 0 ? say('unchanged') : say('unchangedRead', { nice });
  if (known.length === 0) return say('loweredUnknown');
  const count = known.filter((value) => value >= loweredNice).length;
  if (count === 0) return say('refused', { nice });
  if (count < known.length) return say('loweredMixed', { count, workers: workers.length, nice });
  if (known.length === workers.length) return say('lowered', { nice });
  return say('loweredPartly', { nice, unread: workers.length - known.length, workers: workers.length });
}
