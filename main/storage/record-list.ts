import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { ClaimSource } from '@core/claims/claim-types';
import type { Reading, RecordListing, RecordSummary } from '@core/ipc/payloads';
import type { SummarisedRecord } from '@core/protocol/analysis';
import { LabError } from '@core/ipc/envelope';
import { runId } from '@core/record/schema-parts';
import { errorCode } from './atomic-write';
import type { Folders } from './folders';
import { createFoundBatches } from './found-batches';
import type { BatchHooks } from './found-batches';
import { largestListed, readRecordText, sha256OfFile, stampOf, troubleOf } from './record-files';
import type { FileStamp } from './record-files';
import { setFileAside } from './set-aside';
import { claimSourcesOf, readSummaryCache, writeSummaryCache } from './summary-cache';
import type { RememberedFile } from './summary-cache';
import type { SummaryReader } from './summary-reader';

/** What is told while and after files are read. */
export interface ListHooks extends BatchHooks {
  /** All that was to be read has been, and the list is another than before. */
  readonly onSettled: () => void;
}

/** The rows of the Notebook: known ones at once, others as they are read, one after the other, small files first. */
export interface RecordList {
  look(): Promise<RecordListing>;
  /** Settles when nothing is left to be read. */
  whenRead(): Promise<void>;
  sources(): readonly ClaimSource[];
  knows(file: string): boolean;
  /** A file that holds the record. */
  fileWith(id: string): string | undefined;
  /** What was just written is known without reading it. @returns its row */
  remember(file: string, stamp: FileStamp, sha256: string, summarised: SummarisedRecord): RecordSummary;
  forget(file: string): void;
  /** While it rests nothing is read, so that a run can be measured; a file that is being read is read again later. */
  rest(isResting: boolean): void;
  /** Stops reading and remembers what is known for the next start. Never rejects. */
  close(): Promise<void>;
}

export interface ListTimes {
  /** Pause between two files whose content is checked, in ms. */
  readonly checkPauseMs: number;
  /** A change is remembered on disk after so long, in ms. */
  readonly rememberAfterMs: number;
}

const usualTimes: ListTimes = { checkPauseMs: 10, rememberAfterMs: 5_000 };
/** So many files are looked at before any is read. */
const atOnce = 8;
/** One file is taken from the disk while the one before it is analysed. */
const lanes = 2;
/** Below this a file's date decides when it is read, above it its size, in bytes. */
const smallBytes = 2 ** 20;

/**
 * @param program version of this program: another one reads everything anew
 * @param calm until it settles only the newest files are looked at and read: the window has more urgent things to do. Absent: all
 * at once
 */
export function createRecordList(
  folders: Folders,
  program: string,
  reader: SummaryReader,
  hooks: ListHooks,
  calm?: Promise<void>,
  times: ListTimes = usualTimes,
): RecordList {
  const known = new Map<string, RememberedFile>();
  const unread = new Map<string, FileStamp>();
  /** Files that came to nothing, as they were then: they are not tried again in this session. */
  const refused = new Map<string, FileStamp>();
  const told = new Set<string>();
  /** Content was compared, or read, in this session. */
  const checked = new Set<string>();
  /** Whoever changes a file while it is being read takes its mark away. */
  const beingRead = new Map<string, object>();
  const batches = createFoundBatches(hooks, reading);
  let cache: Promise<void> | undefined;
  let isClosed = false;
  let rests = 0;
  let isCalm = calm === undefined;
  /** Files that were neither known nor looked at when the list was asked for before it was calm. */
  const unseen = new Set<string>();
  let whenSeen: Promise<unknown> | undefined;
  let closing = (): void => undefined;
  const closed = new Promise<void>((resolve) => (closing = resolve));
  /** Names in `unread`, the next one last; undefined when another order may be due. */
  let queue: string[] | undefined;
  let working: Promise<void> | undefined;
  let resting: Promise<void> | undefined;
  let wake = (): void => undefined;
  const whenRead: (() => void)[] = [];
  let remembering: NodeJS.Timeout | undefined;
  let isChanged = false;

  function reading(): Reading | null {
    const left = new Set([...unread.keys(), ...beingRead.keys(), ...unseen]);
    if (left.size === 0) return null;
    const total = new Set([...known.keys(), ...left]).size;
    return { done: total - left.size, total };
  }

  async function loadCache(): Promise<void> {
    for (const one of await readSummaryCache(folders.summaries, program)) {
      if (!known.has(one.file)) known.set(one.file, one);
    }
  }

  // One look after the other: each sees what was there when it was asked for.
  let looking: Promise<unknown> = Promise.resolve();
  function look(): Promise<RecordListing> {
    const next = looking.then(lookNow);
    looking = next.catch(() => undefined);
    return next;
  }

  async function lookNow(): Promise<RecordListing> {
    await (cache ??= loadCache());
    const files = await recordFilesIn(folders.records);
    const present = new Set(files);
    for (const file of known.keys()) if (!present.has(file)) known.delete(file);
    for (const file of unread.keys()) if (!present.has(file)) unread.delete(file);
    // The first row is on its way while the others are still being looked at.
    const newest = newestFirst(files);
    await Promise.all(newest.slice(0, atOnce).map(compare));
    const others = newest.slice(atOnce);
    if (isCalm && unread.size > 0) work();
    if (isCalm) await Promise.all(others.map(compare));
    unseen.clear();
    if (!isCalm) for (const file of others) if (!known.has(file) && !unread.has(file)) unseen.add(file);
    if (unread.size + unseen.size > 0) work();
    if ([...known.keys()].some((file) => !checked.has(file))) work();
    return { rows: [...known.values()].map(({ summary }) => summary), reading: reading() };
  }

  async function compare(file: string): Promise<void> {
    // It is looked at when it is read.
    if (unread.has(file)) return;
    const path = join(folders.records, file);
    try {
      const stamp = await stampOf(path);
      if (isSame(known.get(file), stamp) || isSame(refused.get(file), stamp)) return;
      // What is known of it stays in the list until more is known.
      if (!beingRead.has(file)) toBeRead(file, stamp);
    } catch (error) {
      await unlist(file, error, undefined);
    }
  }

  /** When it is calm, all files are looked at. */
  function becomeCalm(): Promise<unknown> {
    whenSeen ??= (calm ?? Promise.resolve()).then(async () => {
      isCalm = true;
      if (!isClosed) await look().catch(() => unseen.clear());
    });
    return Promise.race([whenSeen, closed]);
  }

  function toBeRead(file: string, stamp: FileStamp): void {
    unread.set(file, stamp);
    queue = undefined;
  }

  function work(): void {
    working ??= readAndCheck().finally(() => {
      working = undefined;
      if (unread.size > 0 && !isClosed) work();
    });
  }

  async function readAndCheck(): Promise<void> {
    do {
      await readAll();
      await checkContents();
    } while (unread.size > 0 && !isClosed);
  }

  async function readAll(): Promise<void> {
    const changes = await Promise.all(Array.from({ length: lanes }, readLane));
    const isOther = changes.includes(true);
    for (const done of whenRead.splice(0)) done();
    if (isClosed) return;
    batches.flush();
    void reader.stop();
    if (isOther) hooks.onSettled();
  }

  // Texts are read one after the other, so that both lanes together keep the order.
  let taking: Promise<unknown> = Promise.resolve();
  function inTurn<T>(read: () => Promise<T>): Promise<T> {
    const next = taking.then(read);
    taking = next.catch(() => undefined);
    return next;
  }

  /** @returns true if the list is another one now */
  async function readLane(): Promise<boolean> {
    let isOther = false;
    while (unread.size + unseen.size > 0 && !isClosed) {
      await resting;
      if (unread.size === 0) {
        // A run may have begun meanwhile.
        await becomeCalm();
        continue;
      }
      queue ??= inOrder(unread).toReversed();
      const file = queue.pop();
      if (file === undefined) queue = undefined;
      else if (unread.delete(file) && (await readOne(file))) isOther = true;
    }
    return isOther;
  }

  /** @returns true if the list is another one now */
  async function readOne(file: string): Promise<boolean> {
    const path = join(folders.records, file);
    const mark = {};
    const restsBefore = rests;
    beingRead.set(file, mark);
    let stamp: FileStamp | undefined;
    try {
      const read = await inTurn(async () => {
        stamp = await stampOf(path);
        return await readRecordText(path, largestListed);
      });
      stamp = read.stamp;
      // A rest that began meanwhile ended the process: another one is not started now.
      if (rests !== restsBefore) throw new LabError('internal', 'It is read later.');
      const summarised = await reader.summarise(read.text);
      if (beingRead.get(file) !== mark) return false;
      batches.add(remember(file, stamp, read.sha256, summarised));
      return true;
    } catch (error) {
      if (beingRead.get(file) !== mark) return false;
      beingRead.delete(file);
      if (isClosed) return false;
      // The process was ended for the sake of a run: the file is innocent.
      if (rests !== restsBefore && stamp) toBeRead(file, stamp);
      else return unlist(file, error, stamp);
      return false;
    }
  }

  /** @returns true if it was in the list */
  async function unlist(file: string, error: unknown, stamp: FileStamp | undefined): Promise<boolean> {
    const { kind, reason, isPassing } = await troubleOf(join(folders.records, file), error);
    const wasListed = known.delete(file);
    if (wasListed) batches.lose(file);
    if (kind === 'gone') return wasListed;
    if (!isPassing && stamp) refused.set(file, stamp);
    const unlisted = kind === 'no-record' ? await setFileAside(folders, file, reason) : { file, reason };
    if (unlisted.movedTo !== undefined || !told.has(file)) batches.unlist(unlisted);
    told.add(file);
    return wasListed;
  }

  /** What has the size and the time of change that it had may hold something else all the same. */
  async function checkContents(): Promise<void> {
    if (!isCalm) await becomeCalm();
    for (const { file, sha256, size, mtimeMs } of known.values()) {
      if (checked.has(file)) continue;
      await new Promise((resolve) => setTimeout(resolve, times.checkPauseMs));
      await resting;
      if (isClosed || unread.size > 0) return;
      const found = await sha256OfFile(join(folders.records, file)).catch(() => undefined);
      checked.add(file);
      if (found === undefined || found === sha256 || !isSame(known.get(file), { size, mtimeMs })) continue;
      toBeRead(file, { size, mtimeMs });
    }
  }

  function remember(
    file: string,
    { size, mtimeMs }: FileStamp,
    sha256: string,
    summarised: SummarisedRecord,
  ): RecordSummary {
    beingRead.delete(file);
    unread.delete(file);
    refused.delete(file);
    const isUsual = file === `${summarised.summary.id}.json`;
    const summary = isUsual ? summarised.summary : { ...summarised.summary, file };
    known.set(file, { file, size, mtimeMs, sha256, summary, source: JSON.stringify(summarised.source) });
    checked.add(file);
    changed();
    return summary;
  }

  function changed(): void {
    isChanged = true;
    // Not before the cache was read: it would be replaced by the little that is known.
    if (cache && !isClosed) remembering ??= setTimeout(() => void store(), times.rememberAfterMs);
  }

  async function store(): Promise<void> {
    remembering = undefined;
    if (!isChanged || !cache) return;
    await resting;
    isChanged = false;
    // Without it the next start reads everything anew; that is slower, and nothing is lost.
    await writeSummaryCache(folders.summaries, program, [...known.values()]).catch(() => undefined);
  }

  return {
    look,
    async whenRead() {
      if (reading() !== null) await new Promise<void>((resolve) => whenRead.push(resolve));
    },
    sources: () => claimSourcesOf([...known.values()]),
    knows: (file) => known.has(file),
    fileWith: (id) => [...known.values()].find(({ summary }) => summary.id === id)?.file,
    remember,
    forget(file) {
      for (const one of [known, unread, refused, beingRead, checked]) one.delete(file);
      changed();
    },
    rest(isResting) {
      if (isResting && !resting) {
        rests += 1;
        resting = new Promise((resolve) => (wake = resolve));
        void reader.stop();
      } else if (!isResting && resting) {
        resting = undefined;
        wake();
      }
    },
    async close() {
      isClosed = true;
      closing();
      clearTimeout(remembering);
      resting = undefined;
      wake();
      await reader.stop();
      await store();
    },
  };
}

/** True for a name that a record file may have. */
export function isRecordFile(name: string): boolean {
  return name.endsWith('.json') && !name.startsWith('.');
}

/** Names of what may be records; a folder that is not there holds none. */
async function recordFilesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter(isRecordFile);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return [];
    const message = `The folder ${folder} cannot be read (${code ?? 'unknown cause'}). What is in it is safe; try again.`;
    throw new LabError('internal', message, { cause: error });
  }
}

function isSame(one: FileStamp | undefined, other: FileStamp): boolean {
  return one?.mtimeMs === other.mtimeMs && one.size === other.size;
}

/** Small files first and of those the newest, then by size: nothing waits behind a large one. */
function inOrder(unread: ReadonlyMap<string, FileStamp>): readonly string[] {
  const rank = ({ size }: Pick<FileStamp, 'size'>): number => Math.max(0, size - smallBytes);
  // Sorting keeps the order of what is equal.
  return newestFirst(unread.keys())
    .map((file) => ({ file, by: rank(unread.get(file) ?? { size: 0 }) }))
    .sort((a, b) => a.by - b.by)
    .map(({ file }) => file);
}

/** The lab's own names begin with the date; behind them come others, of which nobody knows what they are. */
function newestFirst(files: Iterable<string>): string[] {
  const later = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);
  const own: string[] = [];
  const others: string[] = [];
  // Each name is looked at once: comparing two looks at them many times.
  for (const file of files) (v.is(runId, file.slice(0, -'.json'.length)) ? own : others).push(file);
  return [...own.sort(later), ...others.sort(later)];
}
