import { dialog, shell } from 'electron';
import type { BrowserWindow, FileFilter } from 'electron';
import { join } from 'node:path';
import { LabError } from '@core/ipc/envelope';
import type { SavedFile } from '@core/ipc/contract';
import type { ClaimsLedger } from '@core/claims/claim-types';
import { judgeClaims } from '@core/claims/judge-claims';
import { listed } from '@core/ipc/payloads';
import { translate } from '@core/texts/translate';
import type { Machine } from '../machine/description';
import { lessonOf } from '../machine/lesson';
import type { OtherLoadWatch } from '../machine/other-load-watch';
import type { MonitorLink } from '../monitor/monitor-link';
import type { PdfPrinter } from '../reports/pdf';
import type { RunController } from '../runs/controller';
import { writeAtomically } from '../storage/atomic-write';
import { createSavedFiles } from '../storage/saved-files';
import type { RecordStore } from '../storage/record-store';
import type { Samples } from '../storage/samples';
import type { SettingsStore } from '../storage/settings-store';
import type { UpdateCheck } from '../updates/update-check';
import type { Notices } from '../window/notices';
import type { OpenedRecords } from '../window/opened-records';
import type { Stress } from '../window/stress';
import type { SendEvent } from './events';
import type { Handlers } from './register';

export interface HandlerParts {
  readonly machine: Machine;
  readonly otherLoad: OtherLoadWatch;
  readonly controller: RunController;
  readonly records: RecordStore;
  readonly samples: Samples;
  readonly printer: PdfPrinter;
  readonly settings: SettingsStore;
  readonly notices: Notices;
  readonly monitor: MonitorLink;
  readonly stress: Stress;
  readonly opened: Pick<OpenedRecords, 'take'>;
  readonly updates: UpdateCheck;
  readonly send: SendEvent;
  readonly window: () => BrowserWindow | undefined;
  readonly documentsFolder: string;
}

/** What each call of the contract does. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { machine, controller, records, samples, printer, settings, notices, monitor, stress, updates, send } = parts;

  const saved = createSavedFiles({
    open: (path) => shell.openPath(path),
    show: (path) => {
      shell.showItemInFolder(path);
    },
  });

  /** Asks where to save, and saves. The last folder that was used is offered again. */
  let folder = parts.documentsFolder;
  async function saveAs(
    name: string,
    extension: string,
    write: (path: string) => Promise<void>,
    also: readonly FileFilter[] = [],
  ): Promise<SavedFile> {
    const window = parts.window();
    const options = {
      defaultPath: join(folder, name),
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }, ...also],
    };
    const { canceled, filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options));
    // Runtimes differ: a cancelled dialog gives undefined or an empty path.
    if (canceled || !filePath) return {};
    await write(filePath);
    await saved.remember(filePath);
    folder = join(filePath, '..');
    return { path: filePath };
  }

  const recordsChanged = (): void => {
    send('records.changed', undefined);
  };

  const readClaims = async (): Promise<ClaimsLedger> => judgeClaims(await records.claimSources(), machine.identity());

  return {
    'machine.describe': () => machine.describe(),
    'machine.pythons': () => machine.lookForPythons(),
    'machine.otherLoad': () => parts.otherLoad.look(),
    'runs.start': async (request) => {
      updates.stop('A run begins, and a question to the release page would disturb it: ask again when it has ended.');
      await parts.otherLoad.stop();
      const { id } = await controller.start(request);
      return { id };
    },
    'runs.cancel': async ({ id }) => {
      await controller.cancel(id);
      return undefined;
    },
    'runs.current': () => controller.state(),
    'records.list': async () => listed(await records.list()),
    'records.open': async ({ id }) => {
      const { text, upgradedText = text, analysis } = await records.open(id);
      return { text: upgradedText, analysis };
    },
    'records.annotate': async ({ id, ...changes }) => {
      const summary = await records.annotate(id, changes);
      recordsChanged();
      return summary;
    },
    'records.remove': async ({ id }) => {
      await records.remove(id);
      recordsChanged();
      return undefined;
    },
    'records.restore': async ({ id }) => {
      await records.restore(id);
      recordsChanged();
      return undefined;
    },
    'records.savePdf': async ({ id }) => {
      const { text, experiment } = await records.open(id);
      return saveAs(fileNameFor(experiment, id, 'pdf'), 'pdf', (path) =>
        printer.print([text], path, settings.read().pdfAppendix === true),
      );
    },
    'records.saveJson': async ({ id }) => {
      const { text, experiment } = await records.open(id);
      // The same content: by this name the system opens it with the program.
      const also = [{ name: translate('app.recordFiles'), extensions: ['labrun'] }];
      return saveAs(fileNameFor(experiment, id, 'json'), 'json', (path) => writeAtomically(path, text), also);
    },
    'records.takeOpened': () => parts.opened.take(),
    'samples.open': async ({ experiment }) => {
      const found = await samples.open(experiment);
      return found ? { text: found.upgradedText ?? found.text, analysis: found.analysis } : null;
    },
    'samples.savePdf': async ({ experiment }) => {
      // The report checks and analyses it.
      const text = await samples.read(experiment);
      if (text === undefined) throw new LabError('no-such-record', `There is no sample of ${experiment}.`);
      return saveAs(`${experiment}-sample.pdf`, 'pdf', (path) =>
        printer.printSample(text, path, settings.read().pdfAppendix === true),
      );
    },
    'lessons.saveWorksheet': async ({ experiment }) => {
      const lesson = await lessonOf(experiment, machine);
      return saveAs(`${experiment}-worksheet.pdf`, 'pdf', (path) => printer.printWorksheet(lesson, path));
    },
    'claims.read': readClaims,
    'claims.savePdf': async () => {
      // On paper nothing can follow.
      await records.whenRead();
      const ledger = await readClaims();
      return saveAs('claims.pdf', 'pdf', (path) => printer.printLedger(ledger, path));
    },
    'files.saveChart': ({ name, kind, content }) => {
      const bytes = kind === 'png' ? pngOf(content) : content;
      return saveAs(`${name}.${kind}`, kind, (path) => writeAtomically(path, bytes));
    },
    'files.reveal': async ({ path, how }) => {
      await saved.reveal(path, how);
      return undefined;
    },
    'settings.read': () => settings.read(),
    'settings.change': (changes) => {
      if (changes.lookForVersions === false) updates.stop('It was switched off.');
      return settings.change(changes);
    },
    'notices.list': () => notices.list(),
    'notices.dismiss': ({ id }) => {
      notices.dismiss(id);
      return undefined;
    },
    'monitor.connect': (_input, sender) => {
      monitor.connect(sender);
      return undefined;
    },
    'monitor.watch': ({ details }) => {
      monitor.watch(details);
      return undefined;
    },
    'stress.allow': () => {
      stress.allow();
      return undefined;
    },
    'stress.main': () => stress.blockMain(),
    'updates.source': () => updates.source(),
    'updates.ask': () => updates.ask(),
    'updates.openPage': async () => {
      await updates.openPage();
      return undefined;
    },
  };
}

/** A name to save a record under, which was asked for by its id or by the name of its file. */
function fileNameFor(experiment: string, name: string, extension: string): string {
  return `${experiment}-${name.replace(/\.json$/, '')}.${extension}`;
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Decodes a picture from the page. @throws LabError if it is no PNG */
function pngOf(base64: string): Buffer {
  const bytes = Buffer.from(base64.replace(/^data:image\/png;base64,/, ''), 'base64');
  if (!bytes.subarray(0, 8).equals(pngSignature))
    throw new LabError('invalid-request', 'The chart is not a PNG picture.');
  return bytes;
}
