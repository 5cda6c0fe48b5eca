import { claimVerdicts, type ClaimsLedger } from '../claims/claim-types';
import { threeDigits } from '../texts/format';
import { translate } from '../texts/translate';
import { claimsTable } from '../words/claims';
import { readableTime } from '../words/context';
import { tableMarkup } from './blocks';
import { html } from './html';

export interface LedgerReportOptions {
  /** Address of the style sheet, as the page's own origin serves it. */
  readonly stylesheet: string;
  /** ISO time at which the ledger was judged. */
  readonly printedAt: string;
}

/** The whole claims ledger as a complete HTML document for printing on A4: no script, no inline style. */
export function renderLedger(ledger: ClaimsLedger, { stylesheet, printedAt }: LedgerReportOptions): string {
  const page = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>${translate('claims.report.documentTitle')}</title>
      <link rel="stylesheet" href="${stylesheet}" />
    </head>
    <body class="report">
      <main>
        <header>
          <h1>${translate('claims.report.title')}</h1>
          <p>${translate('claims.page.lead')} ${ledgerCounts(ledger)}.</p>
          <p class="note">${machineLine(ledger)} ${leftOutLine(ledger)} ${readableTime(printedAt)}.</p>
        </header>
        <div class="claims">
          ${tableMarkup(
            claimsTable(ledger.claims, { caption: translate('claims.report.ledgerTable'), namesRecords: true }),
          )}
        </div>
      </main>
    </body>
  </html>`;
  return `<!doctype html>\n${page.markup}\n`;
}

/** `5 supported, 1 with conditions, 8 not yet tested`: every verdict that occurs, in a fixed order. */
export function ledgerCounts({ claims }: ClaimsLedger): string {
  return claimVerdicts
    .map((verdict) => ({ verdict, n: claims.filter((claim) => claim.verdict === verdict).length }))
    .filter(({ n }) => n > 0)
    .map(({ verdict, n }) => translate(`claims.page.counts.${verdict}`, { n }))
    .join(', ');
}

/** The machine whose records count. */
export function machineLine({ machine }: ClaimsLedger): string {
  return translate('claims.report.machine', {
    cpu: machine.cpuModel,
    cores: machine.availableParallelism,
    memory: threeDigits(machine.memoryBytes / 1e9),
  });
}

/** Which records were left out, in words; empty if none were. */
export function leftOutLine({ leftOut }: ClaimsLedger): string {
  return (['otherMachines', 'notCompleted', 'contradictory'] as const)
    .filter((key) => leftOut[key] > 0)
    .map((key) => translate(`claims.leftOut.${key}${leftOut[key] === 1 ? 'One' : ''}`, { n: leftOut[key] }))
    .join(' ');
}
