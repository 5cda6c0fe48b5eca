import { join } from 'node:path';
import { LabError } from '@core/ipc/envelope';
import type { SealedRecord } from '@core/protocol/analysis';
import { writeAtomically } from '../storage/atomic-write';
import type { RecordStore } from '../storage/record-store';
import { isOutputDiscarded, tell, writeRecordOut } from './output';
import { isForFiles } from './targets';
import type { RunOptions } from './run-options';

/** Keeps each record where it was asked for, before the run's journal is given up. */
export interface RecordKeeper {
  /** @throws LabError only if the record could be kept nowhere; then the journal stays */
  keep(sealed: SealedRecord): Promise<void>;
  /** Where the last record is, in words; empty if nobody asked for it to be kept. */
  places(): string;
  /** True if the last record could not be written where it was asked for. */
  missed(): boolean;
  /** The error, with the place of the last record in its message. */
  withPlaces(error: unknown): LabError;
  /** Saves a record in the Notebook that is kept nowhere else. */
  saveIfNowhere(sealed: SealedRecord): Promise<void>;
}

export function createRecordKeeper(options: RunOptions, records: RecordStore): RecordKeeper {
  let places: string[] = [];
  let missed = false;

  async function toNotebook(sealed: SealedRecord): Promise<void> {
    const path = await records.save(sealed);
    places.push(path);
    tell(`Record saved in the Notebook: ${path}`);
  }

  /** @returns false if it could not be written where it was asked for */
  async function toAskedPlace(sealed: SealedRecord): Promise<boolean> {
    if (options.json === undefined) return true;
    if (options.json === '-') {
      try {
        await writeRecordOut(sealed.text);
      } catch (error) {
        tell(error instanceof Error ? error.message : String(error));
        return false;
      }
      // What went into /dev/null is kept nowhere.
      if (!isOutputDiscarded()) places.push('the standard output');
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
      if (options.save || missed || ((partial || options.json !== undefined) && places.length === 0))
        await toNotebook(sealed);
    },
    places: () => places.join(' and '),
    withPlaces(error) {
      const message = `${error instanceof Error ? error.message : String(error)} The record is kept in ${places.join(' and ')}.`;
      return new LabError(error instanceof LabError ? error.code : 'internal', message, { cause: error });
    },
    missed: () => missed,
    async saveIfNowhere(sealed) {
      if (places.length === 0) await toNotebook(sealed);
    },
  };
}

async function fileFor(sealed: SealedRecord, given: string, several: boolean): Promise<string> {
  const { id, plan } = sealed.record;
  return (await isForFiles(given, several)) ? join(given, `${plan.experiment}-${id}.json`) : given;
}
