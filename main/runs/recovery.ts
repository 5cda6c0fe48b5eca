import { renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { assembleRecord } from '@core/runs/assemble';
import type { RunId } from '@core/runs/schema-parts';
import type { AnalysisProcess } from '../processes/analysis-process';
import { sealedOf } from '../processes/analysis-process';
import type { Folders } from '../storage/folders';
import type { RecordStore } from '../storage/record-store';
import { listJournals, readJournal } from './journal';
import { isAlive } from './process-identity';

export interface Recovered {
  readonly id: RunId | undefined;
  readonly message: string;
}

/**
 * Turns the journals of runs whose app has ended into records marked `interrupted` and names each. A journal that
 * cannot be read is set aside; one whose app still runs is left alone.
 */
export async function recoverInterruptedRuns(
  folders: Folders,
  records: RecordStore,
  analysis: AnalysisProcess,
): Promise<readonly Recovered[]> {
  const recovered: Recovered[] = [];
  for (const path of listJournals(folders.active)) {
    const run = readJournal(path);
    if (!run) {
      const target = join(folders.setAside, `${basename(path)}.${Date.now()}`);
      renameSync(path, target);
      recovered.push({ id: undefined, message: `A run's journal could not be read and was set aside as ${target}.` });
      continue;
    }
    if (isAlive(run.owner)) continue;
    const cells = run.events.filter((event) => event.type === 'cell').length;
    const unsealed = assembleRecord(run.header, run.title, run.events, {
      endedAt: new Date().toISOString(),
      outcome: { status: 'interrupted', reason: 'app-crash', message: 'The app ended during the run.' },
    });
    await records.save(sealedOf(await analysis.request({ type: 'finish', record: unsealed })));
    rmSync(path, { force: true });
    const when = run.header.startedAt.slice(0, 16).replace('T', ' ');
    recovered.push({
      id: run.header.id,
      message: `The run "${run.title}" of ${when} UTC was interrupted when the app ended. Its ${cells} measured cells are in the Notebook.`,
    });
  }
  return recovered;
}
