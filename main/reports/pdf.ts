import { BrowserWindow } from 'electron';
import { reportFooterTemplate, reportHeaderTemplate } from '@core/reports/templates';
import { LabError } from '@core/ipc/envelope';
import type { AnalysisProcess } from '../processes/analysis-process';
import { writeAtomically } from '../storage/atomic-write';
import type { AppProtocol } from '../window/app-protocol';

export interface PdfPrinter {
  /**
   * Prints the report of a sealed record (its text) to a file.
   * @throws LabError `pdf-failed`, `not-writable`, `disk-full` or `unreadable-record`
   */
  print(recordText: string, path: string): Promise<void>;
}

const timeoutMs = 60_000;

/** One report at a time: on runtimes before 43 one failed print breaks all later ones, so none is ever disturbed. */
export function createPdfPrinter(analysis: AnalysisProcess, pages: AppProtocol): PdfPrinter {
  let last: Promise<unknown> = Promise.resolve();

  async function print(recordText: string, path: string): Promise<void> {
    const request = { type: 'report', text: recordText, stylesheet: pages.reportStylesheet } as const;
    const result = await analysis.request(request);
    if (result.type === 'problem') throw new LabError('unreadable-record', result.problem.message);
    if (result.type !== 'html')
      throw new LabError('internal', 'The analysis process gave another answer than asked for.');
    const pdf = await withTimeout(toPdf(result.html, result.title, result.hash, result.id));
    if (pdf.subarray(0, 5).toString('latin1') !== '%PDF-' || !pdf.subarray(-1024).includes('%%EOF')) {
      throw new LabError('pdf-failed', 'The report came out incomplete and was not saved. Try again.');
    }
    await writeAtomically(path, pdf);
  }

  async function toPdf(html: string, title: string, hash: string, id: string): Promise<Buffer> {
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
        headerTemplate: reportHeaderTemplate(title),
        footerTemplate: reportFooterTemplate(hash, id),
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

  return {
    print(recordText, path) {
      const next = last.then(() => print(recordText, path));
      last = next.catch(() => undefined);
      return next.catch((error: unknown) => {
        if (error instanceof LabError) throw error;
        const detail = error instanceof Error ? error.message : String(error);
        throw new LabError(
          'pdf-failed',
          `The report could not be printed (${detail}). Restart the app and try again.`,
          { cause: error },
        );
      });
    },
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
