import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { basename } from 'node:path';
import { LabError } from '@core/ipc/envelope';
import { translate } from '@core/texts/translate';
import { visible } from '@core/texts/visible';
import { log } from '../log';
import { readTextFile } from '../storage/named-text';
import type { RecordStore } from '../storage/record-store';
import type { Notices } from './notices';
import type { OpenedFiles } from './opened-files';

/** Brings files that a person opened into the Notebook, and remembers which record the page is to show. */
export interface OpenedRecords {
  /** Goes on with files that had to wait for the end of a run. */
  goOn(): void;
  /** The record to show, by its name (`nameOf`); null if there is none. It is given once. */
  take(): string | null;
}

export interface OpenedRecordsParts {
  readonly files: OpenedFiles;
  readonly records: Pick<RecordStore, 'adopt'>;
  readonly notices: Notices;
  /** Checking a record takes a core: while a run is measured, files wait. */
  readonly isMeasuring: () => boolean;
  /** There is a record to show: the page, once it is there, takes it. */
  readonly onOpened: () => void;
  /** The Notebook has another record. */
  readonly onAdopted: () => void;
}

export function createOpenedRecords(parts: OpenedRecordsParts): OpenedRecords {
  const { files, records, notices } = parts;
  let toShow: string | null = null;
  let isBusy = false;

  async function openWaiting(): Promise<void> {
    if (isBusy || parts.isMeasuring()) return;
    isBusy = true;
    try {
      for (let taken = files.take(); taken.length > 0; taken = files.take()) {
        for (const path of taken) await open(path);
      }
    } finally {
      isBusy = false;
    }
  }

  async function open(path: string): Promise<void> {
    try {
      const { name, isNew } = await records.adopt(await readTextFile(path));
      if (isNew) parts.onAdopted();
      toShow = name;
      parts.onOpened();
    } catch (error) {
      if (!(error instanceof LabError)) log('a file could not be opened', error);
      const why = error instanceof LabError ? error.message : 'Something went wrong inside the app.';
      notices.add({ kind: 'not-opened', message: `${visible(basename(path))} could not be opened. ${why}` });
    }
  }

  const goOn = (): void => void openWaiting();
  files.onAdded(goOn);
  return {
    goOn,
    take() {
      const name = toShow;
      toShow = null;
      return name;
    },
  };
}

/** Asks which record files to open. @returns absolute paths, none if the person closed the dialog */
export async function askForRecords(window: BrowserWindow | undefined): Promise<readonly string[]> {
  const options: Electron.OpenDialogOptions = {
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: translate('app.recordFiles'), extensions: ['labrun', 'json'] }],
  };
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return filePaths;
}
