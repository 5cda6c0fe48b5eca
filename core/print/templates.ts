/**
 * Header and footer of the printed pages. Chromium renders them in a document of its own, without the report's style
 * sheet, and fills in elements of the classes `pageNumber` and `totalPages`: hence the inline styles and the font size.
 */
import { translate } from '../texts/translate';
import { readableTime } from '../words/context';
import { escapeHtml } from './html';

// Sides as a share of the page, 16 of 210 mm: Chromium scales lengths in these documents, but not shares.
const line = 'box-sizing:border-box;width:100%;padding:0 7.62%;display:flex;justify-content:space-between;gap:3%';
const type = "font:7.5px/1.4 'Inter Variable',Inter,system-ui,sans-serif;color:#5b6472";

/** Top of every page: the program, and the record's title. */
export function reportHeaderTemplate(title: string): string {
  const program = escapeHtml(translate('app.name'));
  return `<div style="${type};${line}"><span>${program}</span><span>${escapeHtml(title)}</span></div>`;
}

/**
 * Foot of every page: run id, the first 16 digits of the hash, and page numbers.
 * @param hash the record's SHA-256 in hexadecimal digits
 */
export function reportFooterTemplate(hash: string, runId: string): string {
  const run = escapeHtml(translate('report.footer.run', { id: runId }));
  const seal = escapeHtml(translate('report.footer.hash', { digits: hash.slice(0, 16) }));
  return `<div style="${type};${line}"><span>${run}</span><span>${seal}</span>${pageNumber()}</div>`;
}

/** Foot of every page of several reports in one file; each report ends with its own run id and hash. */
export function reportsFooterTemplate(records: number): string {
  const text = escapeHtml(translate('report.several.footer', { n: records }));
  return `<div style="${type};${line}"><span>${text}</span>${pageNumber()}</div>`;
}

/** Foot of every page of a worksheet. */
export function worksheetFooterTemplate(): string {
  const text = escapeHtml(translate('worksheet.eyebrow'));
  return `<div style="${type};${line}"><span>${text}</span>${pageNumber()}</div>`;
}

/** Foot of every page of the claims ledger. @param printedAt ISO time at which the ledger was judged */
export function ledgerFooterTemplate(printedAt: string): string {
  const text = escapeHtml(translate('claims.report.footer', { time: readableTime(printedAt) }));
  return `<div style="${type};${line}"><span>${text}</span>${pageNumber()}</div>`;
}

function pageNumber(): string {
  const page = escapeHtml(translate('report.footer.page'))
    .replace('{page}', '<span class="pageNumber"></span>')
    .replace('{pages}', '<span class="totalPages"></span>');
  return `<span>${page}</span>`;
}
