import type { SectionId } from './blocks';

/** The tabs of a result, in their order; the first is the story. */
export const resultTabs = ['story', 'comparisons', 'charts', 'timeline', 'code', 'cost', 'method', 'answers'] as const;
export type ResultTab = (typeof resultTabs)[number];

/** The tab in which a section stands: every section has one, so that nothing of a record is lost. */
export const tabOfSection: Readonly<Record<SectionId, ResultTab>> = {
  answer: 'story',
  verdicts: 'comparisons',
  'in-short': 'comparisons',
  explanations: 'comparisons',
  own: 'charts',
  matrix: 'charts',
  workbench: 'charts',
  totals: 'charts',
  measures: 'charts',
  served: 'charts',
  states: 'charts',
  timeline: 'timeline',
  code: 'code',
  wages: 'cost',
  workers: 'cost',
  warnings: 'method',
  'set-up': 'method',
  machine: 'method',
  method: 'method',
  claims: 'method',
  prediction: 'answers',
  student: 'answers',
};
