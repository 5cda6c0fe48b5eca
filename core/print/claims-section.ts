import { claimSourceOf } from '../claims/claim-source';
import { judgeByRecord } from '../claims/judge-claims';
import { translate } from '../texts/translate';
import { claimsTable } from '../words/claims-table';
import type { ReportContext } from '../words/context';
import { html, type Markup } from './html';

/**
 * The report's last table: the statements of the ledger that this record gives evidence on, judged by it alone. Undefined
 * for an experiment that the ledger does not use; a run that did not complete is no evidence, and the section says so.
 */
export function claimsSection({ record, analysis }: ReportContext): Markup | undefined {
  // The verdicts as they are shown above; a record stores the same.
  const verdicts = analysis.parts.flatMap((part) => part.verdicts);
  const claims = judgeByRecord(claimSourceOf({ ...record, verdicts }));
  if (claims.length === 0) return undefined;
  const isCompleted = record.outcome.status === 'completed';
  return html`<section>
    <h2>${translate('claims.report.heading')}</h2>
    ${
      isCompleted
        ? html`<p class="note">${translate('claims.report.note')}</p>
            ${claimsTable(claims, { caption: translate('claims.report.table'), namesRecords: false })}`
        : html`<p>${translate('claims.report.incomplete')}</p>`
    }
  </section>`;
}
