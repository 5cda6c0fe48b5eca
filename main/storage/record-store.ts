import { readdir, readFile, rename, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { LabError } from '@core/ipc/envelope';
import type { RecordSummary } from '@core/ipc/payloads';
import type { ClaimSource } from '@core/claims/claim-types';
import { runId } from '@core/record/schema-parts';
import type { RunId } from '@core/record/schema-parts';
import type { Annotation, CheckedRecord, SealedRecord, SummarisedRecord } from '@core/protocol/analysis';
import { checkedOf, sealedOf, summarisedOf } from '../processes/analysis-process';
import type { AnalysisProcess } from '../processes/analysis-process';
import { errorCode, writeAtomically } from './atomic-write';
import type { Folders } from './folders';

/** The Notebook's files: one JSON file per run. Reading and checking happen in the analysis process. */
export interface RecordStore {
  list(): Promise<readonly RecordSummary[]>;
  /** What the claims ledger needs of every record; read once per file, as the list. */
  claimSources(): Promise<readonly ClaimSource[]>;
  /** `text` is the file's. @throws LabError `no-such-record` or `unreadable-record` */
  open(id: RunId): Promise<CheckedRecord & { readonly text: string }>;
  save(sealed: SealedRecord): Promise<string>;
  annotate(id: RunId, changes: Annotation): Promise<RecordSummary>;
  remove(id: RunId): Promise<void>;
  restore(id: RunId): Promise<void>;
}

interface Known {
  readonly mtimeMs: number;
  readonly size: number;
  readonly summarised: SummarisedRecord;
}

/** @param onSetAside called once for each file that could not be read and was moved to the set-aside folder */
export function createRecordStore(
  folders: Folders,
  analysis: AnalysisProcess,
  onSetAside: (message: string) => void,
): RecordStore {
  const known = new Map<string, Known>();
  const pathOf = (id: RunId): string => join(folders.records, `${id}.json`);

  async function readText(id: RunId): Promise<string> {
    try {
      return await readFile(pathOf(id), 'utf8');
    } catch (error) {
      if (errorCode(error) === 'ENOENT')
        throw new LabError('no-such-record', `There is no record ${id} in the Notebook.`);
      throw new LabError(
        'unreadable-record',
        `The record ${id} cannot be read (${errorCode(error) ?? 'unknown cause'}).`,
      );
    }
  }

  async function summaryOf(file: string): Promise<SummarisedRecord | undefined> {
    const path = join(folders.records, file);
    try {
      const { mtimeMs, size } = await statFile(path);
      const before = known.get(file);
      if (before?.mtimeMs === mtimeMs && before.size === size) return before.summarised;
      const summarised = summarisedOf(await analysis.request({ type: 'summarise', text: await readWhole(path) }));
      known.set(file, { mtimeMs, size, summarised });
      return summarised;
    } catch (error) {
      if (!(error instanceof LabError) || error.code !== 'unreadable-record') throw error;
      await setAside(path, error.message);
      return undefined;
    }
  }

  async function setAside(path: string, reason: string): Promise<void> {
    const target = join(folders.setAside, `${basename(path)}.${Date.now()}`);
    try {
      await rename(path, target);
      onSetAside(`${basename(path)} could not be read and was set aside as ${target}. ${reason}`);
    } catch (error) {
      onSetAside(`${path} could not be read, nor moved (${errorCode(error) ?? 'unknown cause'}). ${reason}`);
    }
  }

  // One change after the other: two at once would read the same text, and share a temporary file.
  let changing: Promise<unknown> = Promise.resolve();
  function inTurn<T>(change: () => Promise<T>): Promise<T> {
    const next = changing.then(change);
    changing = next.catch(() => undefined);
    return next;
  }

  async function write(sealed: SealedRecord): Promise<string> {
    const path = pathOf(sealed.record.id);
    await writeAtomically(path, sealed.text);
    // Whoever sealed it has read it: the next list need not.
    const { mtimeMs, size } = await statFile(path);
    known.set(basename(path), { mtimeMs, size, summarised: sealed.summarised });
    return path;
  }

  async function listAll(): Promise<readonly SummarisedRecord[]> {
    const summaries: SummarisedRecord[] = [];
    for (const file of await readdir(folders.records)) {
      if (!v.is(runId, file.replace(/\.json$/, '')) || !file.endsWith('.json')) continue;
      const summary = await summaryOf(file);
      if (summary) summaries.push(summary);
    }
    return summaries.sort((a, b) => (a.summary.startedAt < b.summary.startedAt ? 1 : -1));
  }

  // One listing after the other: two at once would set the same file aside twice.
  let listing: Promise<unknown> = Promise.resolve();

  function listInTurn(): Promise<readonly SummarisedRecord[]> {
    const next = listing.then(listAll);
    listing = next.catch(() => undefined);
    return next;
  }

  return {
    list: async () => (await listInTurn()).map(({ summary }) => summary),
    claimSources: async () => (await listInTurn()).map(({ source }) => source),
    async open(id) {
      const text = await readText(id);
      try {
        return { text, ...checkedOf(await analysis.request({ type: 'check', text })) };
      } catch (error) {
        if (error instanceof LabError && error.code === 'unreadable-record') await setAside(pathOf(id), error.message);
        throw error;
      }
    },
    save: (sealed) => inTurn(() => write(sealed)),
    annotate: (id, changes) =>
      inTurn(async () => {
        const sealed = sealedOf(await analysis.request({ type: 'annotate', text: await readText(id), changes }));
        await write(sealed);
        return sealed.summarised.summary;
      }),
    remove: (id) =>
      inTurn(async () => {
        await readText(id);
        await rename(pathOf(id), join(folders.removed, `${id}.json`));
      }),
    async restore(id) {
      try {
        await rename(join(folders.removed, `${id}.json`), pathOf(id));
      } catch (error) {
        throw new LabError('no-such-record', `The record ${id} is not among the removed ones.`, { cause: error });
      }
    },
  };
}

/** @throws LabError `unreadable-record` for what is no readable file: a folder, a link that leads nowhere */
async function statFile(path: string): Promise<{ readonly mtimeMs: number; readonly size: number }> {
  const found = await stat(path).catch((error: unknown) => {
    throw new LabError('unreadable-record', `It cannot be read (${errorCode(error) ?? 'unknown cause'}).`);
  });
  if (!found.isFile()) throw new LabError('unreadable-record', 'It is not a file.');
  return found;
}

async function readWhole(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw new LabError('unreadable-record', `It cannot be read (${errorCode(error) ?? 'unknown cause'}).`);
  });
}
