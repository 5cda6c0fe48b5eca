import type { ClaimEvidence, JudgedClaim } from '../claims/claim-types';
import { translate } from '../texts/translate';
import { claimReason, evidenceSentence, missingSentence, openSentence, placeOf, statementText } from './claim-words';
import { table } from '../print/elements';
import { html, type Fragment, type Markup } from '../print/html';
import { readableTime } from '../print/setup-sections';

export interface ClaimsTableChoices {
  readonly caption: string;
  /** True where the evidence is from several records: then each says which. */
  readonly namesRecords: boolean;
}

/** Statements with verdict, evidence and what theory says: in a record's report and in the printed ledger. */
export function claimsTable(claims: readonly JudgedClaim[], { caption, namesRecords }: ClaimsTableChoices): Markup {
  const columns = ['statement', 'verdict', 'evidence', 'theory'].map((key) => ({
    label: translate(`claims.report.${key}`),
  }));
  const rows = claims.map((claim): Fragment[] => [
    `${claim.number}. ${statementText(claim.number, 'short')}`,
    html`<span class="claim ${claim.verdict}">${translate(`claims.verdict.${claim.verdict}`)}</span>`,
    evidenceCell(claim, namesRecords),
    statementText(claim.number, 'theory'),
  ]);
  return html`<div class="claims">${table(caption, columns, rows)}</div>`;
}

function evidenceCell(claim: JudgedClaim, namesRecords: boolean): Markup {
  const { evidence, missing } = claim;
  const open = evidence.length === 0 ? [] : openSentence(claim).map((text) => html`<li class="same">${text}</li>`);
  const missed = missing.map((one) => html`<li class="same">${missingSentence(one)}</li>`);
  const lines = evidence.length === 0 ? [html`<li>${claimReason(claim)}</li>`] : evidence.map(line);
  function line(one: ClaimEvidence): Markup {
    const { id, startedAt } = one.run;
    const record = namesRecords
      ? html`<span class="line">${translate('claims.report.record', { id, time: readableTime(startedAt) })}</span>`
      : undefined;
    return html`<li>
      ${placeOf(one)}. ${evidenceSentence(one)} <b>${translate(`claims.outcome.${one.outcome}`)}</b>${record}
    </li>`;
  }
  return html`<ul>
    ${lines}${open}${missed}
  </ul>`;
}
