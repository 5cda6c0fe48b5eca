import { BrowserWindow } from 'electron';
import type { ExperimentDefinition } from '@core/experiments/definition-types';
import { renderLedger } from '@core/print/ledger-report';
import {
  ledgerFooterTemplate,
  reportFooterTemplate,
  reportHeaderTemplate,
  reportsFooterTemplate,
  worksheetFooterTemplate,
} from '@core/print/templates';
import { renderWorksheet } from '@core/print/worksheet';
import { LabError } from '@core/ipc/envelope';
import type { ClaimsLedger } from '@core/claims/claim-types';
import { translate } from '@core/texts/translate';
import { namesOf } from '@core/words/names';
import { fontsPackage, hasFonts } from '../machine/fonts';
import type { AnalysisProcess } from '../processes/analysis-process';
import { writeAtomically } from '../storage/atomic-write';
import type { AppProtocol } from '../window/app-protocol';

export interface PdfPrinter {
  /**
   * Prints the reports of sealed records (their texts) to one file, one after the other.
   * @param appendix behind the two pages of each: everything that its page in the window shows
   * @throws LabError `pdf-failed`, `not-writable`, `disk-full` or `unreadable-record`
   */
  print(recordTexts: readonly string[], path: string, appendix: boolean): Promise<void>;
  /** The same of a sample: every page says that it is one. */
  printSample(recordText: string, path: string, appendix: boolean): Promise<void>;
  /** Prints the claims ledger as it is judged at this moment. @throws LabError as `print` */
  printLedger(ledger: ClaimsLedger, path: string): Promise<void>;
  /** Prints the blank worksheet of a lesson. @throws LabError as `print` */
  printWorksheet(experiment: ExperimentDefinition, path: string): Promise<void>;
}

/** A page to be printed, with what stands above and below every sheet. */
interface Printable {
  readonly html: string;
  readonly header: string;
  readonly footer: string;
}

const timeoutMs = 60_000;

/** One report at a time: on runtimes before 43 one failed print breaks all later ones, so none is ever disturbed. */
export function createPdfPrinter(analysis: AnalysisProcess, pages: AppProtocol): PdfPrinter {
  let last: Promise<unknown> = Promise.resolve();

  async function reportOf(texts: readonly string[], appendix: boolean, areSamples = false): Promise<Printable> {
    const request = { type: 'report', texts, stylesheet: pages.reportStylesheet, appendix, areSamples } as const;
    const result = await analysis.request(request);
    if (result.type === 'problem') throw new LabError('unreadable-record', result.problem.message);
    if (result.type !== 'html')
      throw new LabError('internal', 'The analysis process gave another answer than asked for.');
    const { html, records } = result;
    const [first] = records;
    if (first && records.length === 1) {
      return { html, header: reportHeaderTemplate(first.title), footer: reportFooterTemplate(first.hash, first.id) };
    }
    const title = translate('report.several.title', { n: records.length });
    return { html, header: reportHeaderTemplate(title), footer: reportsFooterTemplate(records.length) };
  }

  /** Small and without statistics: main makes this page itself. */
  function pageOf(ledger: ClaimsLedger): Printable {
    const printedAt = new Date().toISOString();
    return {
      html: renderLedger(ledger, { stylesheet: pages.reportStylesheet, printedAt }),
      header: reportHeaderTemplate(translate('claims.report.title')),
      footer: ledgerFooterTemplate(printedAt),
    };
  }

  function worksheetOf(experiment: ExperimentDefinition): Printable {
    return {
      html: renderWorksheet(experiment, { stylesheet: pages.reportStylesheet }),
      header: reportHeaderTemplate(namesOf(experiment.id).title),
      footer: worksheetFooterTemplate(),
    };
  }

  async function print(printable: Printable, path: string): Promise<void> {
    const pdf = await withTimeout(toPdf(printable));
    if (pdf.subarray(0, 5).toString('latin1') !== '%PDF-' || !pdf.subarray(-1024).includes('%%EOF')) {
      throw new LabError('pdf-failed', 'The report came out incomplete and was not saved. Try again.');
    }
    await writeAtomically(path, pdf);
  }

  async function toPdf({ html, header, footer }: Printable): Promise<Buffer> {
    const page = pages.addPage(html);
    const window = new BrowserWindow({
      show: false,
      width: 900,
      height: 1200,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
    });
    try {
      await window.loadURL(page.url);
      await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)');
      const options: Electron.PrintToPDFOptions & Record<string, unknown> = {
        printBackground: true,
        preferCSSPageSize: true,
        pageSize: 'A4',
        displayHeaderFooter: true,
        headerTemplate: header,
        footerTemplate: footer,
        // Tagged and with an outline where the runtime knows how (28 and 30); older ones ignore both.
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      };
      return await window.webContents.printToPDF(options);
    } finally {
      page.remove();
      // Only after printing has settled: a window destroyed while it prints leaves every later print waiting.
      window.destroy();
    }
  }

  function inTurn(work: () => Promise<void>): Promise<void> {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next.catch((error: unknown) => {
      if (error instanceof LabError) throw error;
      const detail = error instanceof Error ? error.message : String(error);
      const advice = hasFonts()
        ? 'Restart the app and try again.'
        : `This system has no fonts. Install some (Debian package ${fontsPackage}), then try again.`;
      throw new LabError('pdf-failed', `The report could not be printed (${detail}). ${advice}`, { cause: error });
    });
  }

  return {
    print: (recordTexts, path, appendix) => inTurn(async () => print(await reportOf(recordTexts, appendix), path)),
    printSample: (text, path, appendix) => inTurn(async () => print(await reportOf([text], appendix, true), path)),
    printLedger: (ledger, path) => inTurn(() => print(pageOf(ledger), path)),
    printWorksheet: (experiment, path) => inTurn(() => print(worksheetOf(experiment), path)),
  };
}

async function withTimeout<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(
        new LabError('pdf-failed', `Printing took longer than ${timeoutMs / 1000} s. Restart the app and try again.`),
      );
    }, timeoutMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
