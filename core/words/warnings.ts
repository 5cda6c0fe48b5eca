import type { RunWarning } from '../record/events';
import type { Block, Sentence } from './blocks';
import { textAt, type Names } from './names';

/** A warning in words: what was seen, and what to do about it. Ids in its values are replaced by their names. */
export function warningText({ code, values }: RunWarning, names: Names): string {
  const named = Object.entries(values).map(([key, value]): [string, string | number] => {
    if (key === 'measure') return [key, names.measure(String(value))];
    if (key === 'reason') return [key, textAt(`glossary.lossReason.${value}`) ?? String(value)];
    if (key === 'part' || key === 'condition' || key === 'task') return [key, names[key](String(value))];
    return [key, value];
  });
  return textAt(`warnings.${code}`, Object.fromEntries(named)) ?? names.text('results.warnings.unknown', { code });
}

/** What may have disturbed a run; never empty. */
export function warningBlocks(warnings: readonly RunWarning[], names: Names): readonly Block[] {
  if (warnings.length === 0) return [{ kind: 'paragraph', text: names.text('results.warnings.none') }];
  return [{ kind: 'warnings', items: warnings.map((warning): Sentence => ({ text: warningText(warning, names) })) }];
}
