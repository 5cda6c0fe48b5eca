import type { PartSummary } from '../analysis/types';
import type { Block } from './blocks';
import { breakEvenSentence } from './break-even';
import { contradictionBlocks } from './contradiction';
import { measuredParts, roundsOf, type ReportContext } from './context';
import { coverageInWords } from './coverage';
import { levelSentences } from './levels';
import { todayBlocks } from './today';
import { noiseSentence, partNotices, verdictSentences } from './verdicts';

/** What the run showed, one sentence per comparison, before any chart or table. */
export function inShort(context: ReportContext): readonly Block[] {
  const { analysis, names } = context;
  const { breakEven } = analysis;
  if (measuredParts(context).length === 0) {
    return [...contradictionBlocks(context), { kind: 'paragraph', text: names.text('results.nothing') }];
  }
  return [
    ...contradictionBlocks(context),
    ...(breakEven
      ? ([
          { kind: 'heading', text: names.text('breakEven.heading') },
          {
            kind: 'sentences',
            items: breakEven.map((one) => ({ text: breakEvenSentence(one, names, analysis.method.minimumRounds) })),
          },
          { kind: 'note', text: names.text('breakEven.note') },
        ] as const)
      : []),
    { kind: 'columns', columns: analysis.parts.map((part) => partInShort(context, part)) },
    ...todayBlocks(context),
    { kind: 'note', text: `${names.text('results.note')} ${bracketsNote(context)}`.trim() },
  ];
}

/** What the brackets hold, and how often they do. */
export function bracketsNote({ analysis, names }: Pick<ReportContext, 'analysis' | 'names'>): string {
  const samples = analysis.parts.flatMap((part) => [...roundsOf(part), ...part.verdicts.map(({ rounds }) => rounds)]);
  return names.text('results.brackets', { coverage: coverageInWords(samples, analysis.method) });
}

function partInShort({ names }: ReportContext, part: PartSummary): readonly Block[] {
  const detail = names.partDetail(part.part);
  const heading: readonly Block[] = [
    { kind: 'heading', text: names.part(part.part) },
    ...(detail === '' ? [] : [{ kind: 'note', text: detail } as const]),
  ];
  if (part.conditions.length === 0) return [...heading, { kind: 'paragraph', text: names.text('results.empty') }];
  return [
    ...heading,
    ...partNotices(part, { names }),
    { kind: 'sentences', items: [...verdictSentences(part, names), ...levelSentences(part, names)] },
    { kind: 'note', text: noiseSentence(part, names) },
  ];
}
