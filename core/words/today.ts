import type { Block, Sentence } from './blocks';
import type { ReportContext } from './context';
import { levelSentences } from './levels';
import { verdictSentences } from './verdicts';

/**
 * What today's rules and definition would say where that differs from the record's own: a separate statement, never mixed with
 * the verdicts that the record was judged to. Empty where both say the same.
 */
export function todaySentences({
  analysis: { today },
  names,
}: Pick<ReportContext, 'analysis' | 'names'>): readonly Sentence[] {
  if (!today) return [];
  return [...verdictSentences(today, names), ...levelSentences(today, names)].map(({ text, mark }) => ({
    text,
    ...(mark && { mark }),
  }));
}

/** Its heading: whose rules these are. */
export function todayHeading({ analysis: { today }, names }: Pick<ReportContext, 'analysis' | 'names'>): string {
  return today ? names.text('results.today.heading', { rules: today.rules }) : '';
}

/** Heading, sentences and what they mean, after the record's own verdicts. */
export function todayBlocks(context: ReportContext): readonly Block[] {
  const items = todaySentences(context);
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: todayHeading(context) },
    { kind: 'sentences', items },
    { kind: 'note', text: context.names.text('results.today.note') },
  ];
}
