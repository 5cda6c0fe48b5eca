import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { join } from 'node:path';
import { LabError } from '@core/ipc/envelope';
import type { SavedFile } from '@core/ipc/contract';
import type { ClaimsLedger } from '@core/claims/claim-types';
import { judgeClaims } from '@core/claims/judge-claims';
import type { Machine } from '../machine/description';
import type { OtherLoadWatch } from '../machine/other-load-watch';
import type { MonitorLink } from '../monitor/monitor-link';
import type { PdfPrinter } from '../reports/pdf';
import type { RunController } from '../runs/controller';
import { writeAtomically } from '../storage/atomic-write';
import type { RecordStore } from '../storage/record-store';
import type { SettingsStore } from '../storage/settings-store';
import type { Notices } from '../window/notices';
import type { Stress } from '../window/stress';
import type { SendEvent } from './events';
import type { Handlers } from './register';

export interface HandlerParts {
  readonly machine: Machine;
  readonly otherLoad: OtherLoadWatch;
  readonly controller: RunController;
  readonly records: RecordStore;
  readonly printer: PdfPrinter;
  readonly settings: SettingsStore;
  readonly notices: Notices;
  readonly monitor: MonitorLink;
  readonly stress: Stress;
  readonly send: SendEvent;
  readonly window: () => BrowserWindow | undefined;
  readonly documentsFolder: string;
}

/** What each call of the contract does. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { machine, controller, records, printer, settings, notices, monitor, stress, send } = parts;

  /** Asks where to save, and saves. The last folder that was used is offered again. */
  let folder = parts.documentsFolder;
  async function saveAs(name: string, extension: string, write: (path: string) => Promise<void>): Promise<SavedFile> {
    const window = parts.window();
    const options = {
      defaultPath: join(folder, name),
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    };
    const { canceled, filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options));
    // Runtimes differ: a cancelled dialog gives undefined or an empty path.
    if (canceled || !filePath) return {};
    await write(filePath);
    folder = join(filePath, '..');
    return { path: filePath };
  }

  const recordsChanged = (): void => {
    send('records.changed', undefined);
  };

  const readClaims = async (): Promise<ClaimsLedger> => judgeClaims(await records.claimSources(), machine.identity());

  return {
    'machine.describe': () => machine.describe(),
    'machine.otherLoad': () => parts.otherLoad.look(),
    'runs.start': async (request) => {
      await parts.otherLoad.stop();
      const { id } = await controller.start(request);
      return { id };
    },
    'runs.cancel': async ({ id }) => {
      await controller.cancel(id);
      return undefined;
    },
    'runs.current': () => controller.state(),
    'records.list': () => records.list(),
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
      return saveAs(fileNameFor(experiment, id, 'pdf'), 'pdf', (path) => printer.print([text], path));
    },
    'records.saveJson': async ({ id }) => {
      const { text, experiment } = await records.open(id);
      return saveAs(fileNameFor(experiment, id, 'json'), 'json', (path) => writeAtomically(path, text));
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
    'settings.read': () => settings.read(),
    'settings.change': (changes) => settings.change(changes),
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
