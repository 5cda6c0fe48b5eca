import type { RunWarning } from '@core/record/events';
import type { TextValues } from '@core/texts/translate';
import type { ChartTexts } from '../../../charts/chart-theme';

/** Values of a warning that are ids, by the texts that name them. */
const named = ['condition', 'part', 'task'] as const;

/** A warning's values for its text: ids of conditions, parts and tasks replaced by their names. */
export function warningValues(warning: RunWarning, texts: ChartTexts): TextValues {
  const values: Record<string, string | number> = { ...warning.values };
  for (const name of named) {
    const id = values[name];
    if (typeof id === 'string') values[name] = nameOf(name, id, texts);
  }
  return values;
}

function nameOf(name: (typeof named)[number], id: string, texts: ChartTexts): string {
  return texts.of(name === 'task' ? `task.${id}` : `${name}.${id}.name`);
}
