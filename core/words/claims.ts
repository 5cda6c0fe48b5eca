import { claimSourceOf } from '../claims/claim-source';
import type { ClaimVerdict, JudgedClaim } from '../claims/claim-types';
import { judgeByRecord } from '../claims/judge-claims';
import { translate } from '../texts/translate';
import type { Block, Phrase, Table, Tone } from './blocks';
import {
  claimReason,
  evidenceSentence,
  missingSentence,
  openSentence,
  placeOf,
  statementText,
} from './claim-sentences';
import { readableTime, type ReportContext } from './context';

/**
 * The statements of the ledger that a record gives evidence on, judged by it alone. Nothing for an experiment that the ledger
 * does not use; a run that did not complete is no evidence, and that is said.
 */
export function claims({ record, analysis }: ReportContext): readonly Block[] {
  const judged = judgeByRecord(claimSourceOf(record, analysis));
  if (judged.length === 0) return [];
  if (analysis.contradiction) return [{ kind: 'paragraph', text: translate('claims.report.contradictory') }];
  if (record.outcome.status !== 'completed') {
    return [{ kind: 'paragraph', text: translate('claims.report.incomplete') }];
  }
  const caption = translate('claims.report.table');
  return [
    { kind: 'note', text: translate('claims.report.note') },
    { kind: 'table', table: claimsTable(judged, { caption, namesRecords: false }) },
  ];
}

export interface ClaimsTableChoices {
  readonly caption: string;
  /** True where the evidence is from several records: then each says which. */
  readonly namesRecords: boolean;
}

const tones: Readonly<Record<ClaimVerdict, Tone>> = {
  supported: 'good',
  'supported-with-conditions': 'warn',
  'not-supported': 'bad',
  undecided: 'neutral',
  'not-yet-tested': 'neutral',
};

/** Statements with verdict, evidence and what theory says: of a record, and of the whole ledger. */
export function claimsTable(judged: readonly JudgedClaim[], { caption, namesRecords }: ClaimsTableChoices): Table {
  return {
    caption,
    columns: ['statement', 'verdict', 'evidence', 'theory'].map((key) => ({
      label: translate(`claims.report.${key}`),
    })),
    rows: judged.map((claim) => [
      `${claim.number}. ${statementText(claim.number, 'short')}`,
      { tone: tones[claim.verdict], words: translate(`claims.verdict.${claim.verdict}`) },
      { lines: evidenceLines(claim, namesRecords) },
      statementText(claim.number, 'theory'),
    ]),
  };
}

function evidenceLines(claim: JudgedClaim, namesRecords: boolean): readonly Phrase[] {
  const missing = claim.missing.map(missingSentence);
  if (claim.evidence.length === 0) return [claimReason(claim), ...missing];
  const found = claim.evidence.map((one): Phrase => {
    const { id, startedAt } = one.run;
    const record = namesRecords ? ` ${translate('claims.report.record', { id, time: readableTime(startedAt) })}` : '';
    const outcome = { strong: translate(`claims.outcome.${one.outcome}`) };
    return [`${placeOf(one)}. ${evidenceSentence(one)} `, outcome, record];
  });
  return [...found, ...openSentence(claim), ...missing];
}
