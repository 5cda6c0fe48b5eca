import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { SealedRecord } from '@core/protocol/analysis';
import { describeWriteError, writeAtomically } from '../storage/atomic-write';
import type { RecordStore } from '../storage/record-store';
import { tell, writeOut } from './output';
import type { RunOptions } from './run-options';

/** Keeps each record where it was asked for, before the run's journal is given up. */
export interface RecordKeeper {
  /** @throws LabError only if the record could be kept nowhere; then the journal stays */
  keep(sealed: SealedRecord): Promise<void>;
  /** Where the last record is, in words; empty if nobody asked for it to be kept. */
  places(): string;
  /** True if the last record could not be written where it was asked for. */
  missed(): boolean;
  /** Saves a record in the Notebook that is kept nowhere else. */
  saveIfNowhere(sealed: SealedRecord): Promise<void>;
}

export function createRecordKeeper(options: RunOptions, records: RecordStore): RecordKeeper {
  let places: string[] = [];
  let missed = false;

  async function toNotebook(sealed: SealedRecord): Promise<void> {
    places.push(await records.save(sealed));
    tell('Record saved in the Notebook');
  }

  /** @returns false if it could not be written where it was asked for */
  async function toAskedPlace(sealed: SealedRecord): Promise<boolean> {
    if (options.json === undefined) return true;
    if (options.json === '-') {
      await writeOut(sealed.text);
      places.push('the standard output');
      return true;
    }
    const path = await fileFor(sealed, options.json, options.experiments.length > 1);
    try {
      await writeAtomically(path, sealed.text);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
      return false;
    }
    places.push(path);
    tell(`Record written to ${path}`);
    return true;
  }

  return {
    async keep(sealed) {
      places = [];
      missed = !(await toAskedPlace(sealed));
      // What was cut short, or could not be written where it was asked for, is kept all the same.
      const partial = sealed.record.outcome.status !== 'completed';
      if (options.save || missed || (partial && places.length === 0)) await toNotebook(sealed);
    },
    places: () => places.join(' and '),
    missed: () => missed,
    async saveIfNowhere(sealed) {
      if (places.length === 0) await toNotebook(sealed);
    },
  };
}

/**
 * Finds out before a run whether its files can be written at all, and makes the folder that records of several experiments
 * are to go into. @throws LabError `not-writable`, naming the folder
 */
export async function checkTargets(options: RunOptions): Promise<void> {
  const json = options.json === '-' ? undefined : options.json;
  for (const target of [json, options.pdf]) {
    if (target === undefined) continue;
    const isForRecords = target === json && (await isForFiles(json, options.experiments.length > 1));
    try {
      if (isForRecords) await mkdir(target, { recursive: true });
      await access(isForRecords ? target : dirname(target), constants.W_OK);
    } catch (error) {
      throw describeWriteError(target, error);
    }
  }
}

async function fileFor(sealed: SealedRecord, given: string, several: boolean): Promise<string> {
  const { id, plan } = sealed.record;
  return (await isForFiles(given, several)) ? join(given, `${plan.experiment}-${id}.json`) : given;
}

/** True for a folder, for a name that ends as one does, and where one file could not hold the records. */
async function isForFiles(path: string, several: boolean): Promise<boolean> {
  return several || path.endsWith('/') || path.endsWith(sep) || (await isFolder(path));
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
