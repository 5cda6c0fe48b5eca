/** The parts of the Guide, in their order. */
export const guideTabs = ['guide', 'glossary', 'source', 'teachers'] as const;
export type GuideTab = (typeof guideTabs)[number];

/** The part that an address asks for; the first one if it names none. */
export function guideTabOf(asked: unknown): GuideTab {
  return guideTabs.find((tab) => tab === asked) ?? 'guide';
}
