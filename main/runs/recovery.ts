import { renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { assembleRecord } from '@core/record/assemble';
import type { RunEnding } from '@core/record/assemble';
import type { RunId } from '@core/record/schema-parts';
import { visible } from '@core/texts/visible';
import type { AnalysisProcess } from '../processes/analysis-process';
import { errorCode } from '../storage/atomic-write';
import { makeFolders } from '../storage/folders';
import type { Folders } from '../storage/folders';
import type { RecordStore } from '../storage/record-store';
import { listJournals, readJournal } from './journal';
import type { Interrupted } from './journal';
import { sealRun } from './sealing';

export interface Recovered {
  /** Absent where no record came of it. */
  readonly id: RunId | undefined;
  readonly message: string;
}

/**
 * Turns the journals of runs whose app has ended into records and names each. One whose app still runs is left alone. One that
 * cannot be used now (a full disk, an ended analysis, a later version's) stays and is tried again at the next start; only what
 * cannot be taken apart is set aside. None keeps the others from being recovered.
 */
export async function recoverInterruptedRuns(
  folders: Folders,
  records: Pick<RecordStore, 'save' | 'has'>,
  analysis: AnalysisProcess,
): Promise<readonly Recovered[]> {
  const recovered: Recovered[] = [];
  for (const path of listJournals(folders.active)) {
    const one = await recoverFrom(path, folders, records, analysis);
    if (one) recovered.push(one);
  }
  return recovered;
}

async function recoverFrom(
  path: string,
  folders: Folders,
  records: Pick<RecordStore, 'save' | 'has'>,
  analysis: AnalysisProcess,
): Promise<Recovered | undefined> {
  try {
    const found = readJournal(path);
    switch (found.kind) {
      case 'alive':
        return undefined;
      case 'empty':
        rmSync(path, { force: true });
        return undefined;
      case 'unparsable':
        return setAside(path, folders);
      case 'not-understood':
        return stays(
          path,
          `The journal of a run holds what this version does not know (${visible(found.what)}). Update Concurrency Lab.`,
        );
      case 'interrupted':
        return await recover(found.run, folders, records, analysis);
    }
  } catch (error) {
    // Another program of this lab was faster.
    if (errorCode(error) === 'ENOENT') return undefined;
    return stays(
      path,
      `A run could not be put into the Notebook: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

async function recover(
  run: Interrupted,
  folders: Folders,
  records: Pick<RecordStore, 'save' | 'has'>,
  analysis: AnalysisProcess,
): Promise<Recovered | undefined> {
  const { header, title, path } = run;
  // Its app ended between saving the record and deleting the journal; the record may have been changed since.
  if (await records.has(header.id)) {
    rmSync(path, { force: true });
    return undefined;
  }
  const when = `${header.startedAt.slice(0, 16).replace('T', ' ')} UTC`;
  const crash: RunEnding = {
    endedAt: run.lastWrittenAt,
    outcome: { status: 'interrupted', reason: 'app-crash', message: 'The app ended during the run.' },
  };
  try {
    const unsealed = assembleRecord(header, title, run.events, run.ending ?? crash);
    await records.save(await sealRun(analysis, unsealed));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return stays(path, `The run "${visible(title)}" of ${when} could not be put into the Notebook: ${why}`);
  }
  const rest = run.isDamaged ? ` The rest of its journal is damaged. ${setAside(path, folders).message}` : '';
  if (!run.isDamaged) rmSync(path, { force: true });
  const cells = run.events.filter((event) => event.type === 'cell').length;
  const what = run.ending
    ? `had ended (${run.ending.outcome.status}) but its record had not been kept`
    : 'was interrupted when the app ended';
  return {
    id: header.id,
    message: `The run "${title}" of ${when} ${what}. Its ${cells} measured cells are in the Notebook.${rest}`,
  };
}

function stays(path: string, why: string): Recovered {
  return { id: undefined, message: `${why} Its journal stays at ${path} and is tried again at the next start.` };
}

function setAside(path: string, folders: Folders): Recovered {
  const target = join(folders.setAside, `${basename(path)}.${Date.now()}`);
  const damaged = "A run's journal could not be read";
  try {
    makeFolders(folders);
    renameSync(path, target);
    return { id: undefined, message: `${damaged} and was set aside as ${target}.` };
  } catch (error) {
    return { id: undefined, message: `${damaged}, nor moved from ${path} (${errorCode(error) ?? 'unknown cause'}).` };
  }
}
