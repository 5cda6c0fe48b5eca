import { renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { assembleRecord } from '@core/record/assemble';
import type { RunEnding } from '@core/record/assemble';
import type { RunId } from '@core/record/schema-parts';
import type { AnalysisProcess } from '../processes/analysis-process';
import { sealedOf } from '../processes/analysis-process';
import type { Folders } from '../storage/folders';
import type { RecordStore } from '../storage/record-store';
import { listJournals, readJournal } from './journal';
import type { Interrupted } from './journal';
import { isAlive } from './process-identity';

export interface Recovered {
  readonly id: RunId | undefined;
  readonly message: string;
}

/**
 * Turns the journals of runs whose app has ended into records and names each. A journal that cannot be read or used is
 * set aside and does not keep the others from being recovered; one whose app still runs is left alone.
 */
export async function recoverInterruptedRuns(
  folders: Folders,
  records: RecordStore,
  analysis: AnalysisProcess,
): Promise<readonly Recovered[]> {
  const recovered: Recovered[] = [];
  for (const path of listJournals(folders.active)) {
    try {
      const run = readJournal(path);
      if (run && isAlive(run.owner)) continue;
      recovered.push(run ? await recover(run, records, analysis) : setAside(path, folders, 'It could not be read.'));
    } catch (error) {
      recovered.push(setAside(path, folders, error instanceof Error ? error.message : String(error)));
    }
  }
  return recovered;
}

async function recover(run: Interrupted, records: RecordStore, analysis: AnalysisProcess): Promise<Recovered> {
  const crash: RunEnding = {
    endedAt: run.lastWrittenAt,
    outcome: { status: 'interrupted', reason: 'app-crash', message: 'The app ended during the run.' },
  };
  const unsealed = assembleRecord(run.header, run.title, run.events, run.ending ?? crash);
  await records.save(sealedOf(await analysis.request({ type: 'finish', record: unsealed })));
  rmSync(run.path, { force: true });
  const when = run.header.startedAt.slice(0, 16).replace('T', ' ');
  const cells = run.events.filter((event) => event.type === 'cell').length;
  const what = run.ending
    ? `had ended (${run.ending.outcome.status}) but its record had not been kept`
    : 'was interrupted when the app ended';
  return {
    id: run.header.id,
    message: `The run "${run.title}" of ${when} UTC ${what}. Its ${cells} measured cells are in the Notebook.`,
  };
}

function setAside(path: string, folders: Folders, reason: string): Recovered {
  const target = join(folders.setAside, `${basename(path)}.${Date.now()}`);
  renameSync(path, target);
  return { id: undefined, message: `A run's journal could not be used and was set aside as ${target}. ${reason}` };
}
