import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { LabError } from '@core/ipc/envelope';
import { nameOf } from '@core/ipc/payloads';
import type { RecordListing, RecordSummary } from '@core/ipc/payloads';
import type { ClaimSource } from '@core/claims/claim-types';
import { runId } from '@core/record/schema-parts';
import type { RunId } from '@core/record/schema-parts';
import type { Annotation, CheckedRecord, SealedRecord } from '@core/protocol/analysis';
import { checkedOf, sealedOf } from '../processes/analysis-process';
import type { AnalysisProcess } from '../processes/analysis-process';
import { describeWriteError, errorCode, writeAtomically } from './atomic-write';
import { makeFolders } from './folders';
import type { Folders } from './folders';
import { createHeldRecords } from './held-records';
import { largestOpened, readRecordText, sha256Of, stampOf, troubleOf } from './record-files';
import { createRecordList, isRecordFile } from './record-list';
import type { ListHooks } from './record-list';
import { setFileAside } from './set-aside';
import { createSummaryReader } from './summary-reader';

/**
 * The Notebook's files: one JSON file per run, of any name that ends in `.json`. Reading and checking happen in analysis
 * processes. A record is called by its id, or by the name of its file where that is another (`nameOf`).
 */
export interface RecordStore {
  /** What is known at once; the rest is told by `onFound`. */
  list(): Promise<RecordListing>;
  /** What the claims ledger needs of every record that is known. */
  claimSources(): Promise<readonly ClaimSource[]>;
  /** Settles when nothing is left to be read. */
  whenRead(): Promise<void>;
  /** `text` is the file's. @throws LabError `no-such-record`, `unreadable-record`, `newer-record` or `too-large` */
  open(name: string): Promise<CheckedRecord & { readonly text: string }>;
  /** True if the file of this run is there and holds a record. */
  has(id: RunId): Promise<boolean>;
  /** @returns the path. @throws LabError `disk-full` or `not-writable` */
  save(sealed: SealedRecord): Promise<string>;
  /**
   * Takes in the text of a record file that came from elsewhere. One that is there already is not stored twice; another with
   * the same id gets a file beside it.
   * @returns the record's name, and whether it came in just now
   * @throws LabError as `open` and `save`
   */
  adopt(text: string): Promise<{ readonly name: string; readonly isNew: boolean }>;
  /** Keeps a record in memory that could not be saved; whenever something is read or saved that is tried again. */
  hold(sealed: SealedRecord): void;
  annotate(name: string, changes: Annotation): Promise<RecordSummary>;
  remove(name: string): Promise<void>;
  restore(name: string): Promise<void>;
  /** While a run is measured nothing is read for the list. */
  rest(isResting: boolean): void;
  /** Tries to save what is in memory, and remembers the list for the next start. Never rejects. */
  close(): Promise<void>;
}

export interface StoreHooks extends ListHooks {
  /** A record that was held in memory has been saved. */
  readonly onHeldSaved: (id: string) => void;
}

export interface StoreParts {
  readonly folders: Folders;
  /** Opens and changes records. */
  readonly analysis: AnalysisProcess;
  /** Makes the process that reads records for the list. */
  readonly createAnalysis: () => AnalysisProcess;
  /** Version of this program. */
  readonly program: string;
  /** Until it settles only the newest records are read for the list; absent: all at once. */
  readonly calm?: Promise<void>;
}

export function createRecordStore(parts: StoreParts, hooks: StoreHooks): RecordStore {
  const { folders, analysis, program } = parts;
  const list = createRecordList(folders, program, createSummaryReader(parts.createAnalysis), hooks, parts.calm);
  const held = createHeldRecords((sealed) => write(`${sealed.record.id}.json`, sealed), hooks.onHeldSaved);
  const pathOf = (file: string): string => join(folders.records, file);

  /** The file behind a name: its own, or that of a record with this id. @throws LabError `no-such-record` */
  async function fileOf(name: string): Promise<string> {
    const usual = v.is(runId, name) ? `${name}.json` : name;
    if (list.knows(usual)) return usual;
    // Only names that are in the folder: whatever was asked for, no path leads out of it.
    const files = await namesIn(folders.records);
    if (files.includes(usual)) return usual;
    await list.look();
    const file = list.fileWith(name);
    if (file === undefined) throw new LabError('no-such-record', `There is no record ${name} in the Notebook.`);
    return file;
  }

  async function readText(file: string): Promise<string> {
    try {
      return (await readRecordText(pathOf(file), largestOpened)).text;
    } catch (error) {
      throw await openError(file, error);
    }
  }

  /** The same failure for who opens a record; what cannot be a record is set aside and named to the person who asked. */
  async function openError(file: string, error: unknown): Promise<LabError> {
    const { kind, reason } = await troubleOf(pathOf(file), error);
    if (kind === 'gone') return new LabError('no-such-record', `There is no record ${file} in the Notebook.`);
    if (kind === 'no-record') {
      hooks.onUnlisted([await setFileAside(folders, file, reason)]);
      list.forget(file);
      hooks.onSettled();
    }
    return error instanceof LabError
      ? error
      : new LabError('unreadable-record', `${file}: ${reason}`, { cause: error });
  }

  // One change after the other: two at once would read the same text, and share a temporary file.
  let changing: Promise<unknown> = Promise.resolve();
  function inTurn<T>(change: () => Promise<T>): Promise<T> {
    const next = changing.then(change);
    changing = next.catch(() => undefined);
    return next;
  }

  async function write(file: string, sealed: SealedRecord): Promise<RecordSummary> {
    // They may have gone while the app runs.
    makeFolders(folders);
    await writeAtomically(pathOf(file), sealed.text);
    // Whoever sealed it has read it: the next list need not.
    return list.remember(file, await stampOf(pathOf(file)), sha256Of(sealed.text), sealed.summarised);
  }

  return {
    async list() {
      await inTurn(() => held.trySaving());
      const { rows, reading } = await list.look();
      return { rows: [...held.summaries(), ...rows].toSorted(newestFirst), reading };
    },
    async claimSources() {
      await list.look();
      return [...list.sources(), ...held.sources()];
    },
    async whenRead() {
      await list.look();
      await list.whenRead();
    },
    async open(name) {
      const inMemory = held.get(name);
      if (inMemory) {
        const { text, record, analysis: made } = inMemory;
        return { text, experiment: record.plan.experiment, analysis: made };
      }
      const file = await fileOf(name);
      const text = await readText(file);
      try {
        return { text, ...checkedOf(await analysis.request({ type: 'check', text })) };
      } catch (error) {
        throw await openError(file, error);
      }
    },
    async has(id) {
      try {
        const { text } = await readRecordText(pathOf(`${id}.json`), largestOpened);
        checkedOf(await analysis.request({ type: 'check', text }));
        return true;
      } catch {
        return false; // then it is written anew
      }
    },
    save: (sealed) =>
      inTurn(async () => {
        await held.trySaving();
        const file = `${sealed.record.id}.json`;
        await write(file, sealed);
        return pathOf(file);
      }),
    adopt: (text) =>
      inTurn(async () => {
        const sealed = sealedOf(await analysis.request({ type: 'open', text }));
        const { id } = sealed.record;
        const hash = sha256Of(sealed.text);
        for (const file of [`${id}.json`, `${id}-${hash.slice(0, 8)}.json`]) {
          const there = await readRecordText(pathOf(file), largestOpened).catch(() => undefined);
          // A name that leads to no readable text is taken all the same: nothing is written over.
          const isTaken = there !== undefined || (await namesIn(folders.records)).includes(file);
          if (isTaken && there?.sha256 !== hash) continue;
          const name = nameOf(isTaken ? { id, ...(file !== `${id}.json` && { file }) } : await write(file, sealed));
          return { name, isNew: !isTaken };
        }
        throw new LabError('not-writable', `The Notebook has other files called ${id}. Remove them first.`);
      }),
    hold: (sealed) => {
      held.add(sealed);
    },
    annotate: (name, changes) =>
      inTurn(async () => {
        await held.trySaving();
        const inMemory = held.get(name);
        const text = inMemory ? inMemory.text : await readText(await fileOf(name));
        const sealed = sealedOf(await analysis.request({ type: 'annotate', text, changes }));
        if (!inMemory) return write(await fileOf(name), sealed);
        held.add(sealed);
        return sealed.summarised.summary;
      }),
    remove: (name) =>
      inTurn(async () => {
        if (held.drop(name)) return;
        const file = await fileOf(name);
        await moveFile(pathOf(file), join(folders.removed, file), folders);
        list.forget(file);
      }),
    restore: (name) =>
      inTurn(async () => {
        if (held.takeBack(name)) return;
        const file = v.is(runId, name) ? `${name}.json` : name;
        const [removed, present] = await Promise.all([namesIn(folders.removed), namesIn(folders.records)]);
        if (!removed.includes(file))
          throw new LabError('no-such-record', `The record ${name} is not among the removed ones.`);
        if (present.includes(file))
          throw new LabError('not-writable', `There is another file ${file} in the Notebook. Remove it first.`);
        await moveFile(join(folders.removed, file), pathOf(file), folders);
      }),
    rest: (isResting) => {
      list.rest(isResting);
    },
    async close() {
      await inTurn(() => held.trySaving());
      await list.close();
    },
  };
}

/** Nothing where the folder is not there. */
async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(() => [])).filter(isRecordFile);
}

function newestFirst(a: RecordSummary, b: RecordSummary): number {
  return b.startedAt.localeCompare(a.startedAt);
}

/** Moves a file to a place of which it is not the first: what is there keeps its content under another name. */
async function moveFile(from: string, to: string, folders: Folders): Promise<void> {
  try {
    makeFolders(folders);
    await rename(to, `${to}.${Date.now()}`).catch((error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error;
    });
    await rename(from, to);
  } catch (error) {
    throw error instanceof LabError ? error : describeWriteError(from, error);
  }
}
