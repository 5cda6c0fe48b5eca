import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { runEventSchema } from '@core/record/events';
import type { RunEvent } from '@core/record/events';
import type { RunEnding } from '@core/record/assemble';
import { outcomeSchema, recordHeaderSchema } from '@core/record/record';
import type { RecordHeader } from '@core/record/record';
import { shortText, utcTime } from '@core/record/schema-parts';
import { upgraded } from '@core/record/upgrade/upgrade';
import { isAlive, ownerSchema } from './process-identity';
import type { Owner } from './process-identity';

const firstLineSchema = v.strictObject({
  owner: ownerSchema,
  title: shortText,
  header: recordHeaderSchema,
});

/** Last line of a run whose end was seen; without it the app ended first. */
const endLineSchema = v.strictObject({ type: v.literal('ended'), endedAt: utcTime, outcome: outcomeSchema });

/** The file to which a run is written line by line while it goes on, so that a crash of the app loses nothing. */
export interface Journal {
  readonly path: string;
  /** Appends one event. Throws what the file system throws (a full disk ends the run with a reason). */
  append(event: RunEvent): void;
  /** Notes how the run ended, before its record is made: if that fails, the next start knows. Never throws. */
  end(ending: RunEnding): void;
  close(): void;
  /** False if it was deleted from outside, as with its folder. */
  isThere(): boolean;
  /** Deletes the journal: the record has been written. */
  discard(): void;
}

/**
 * Makes the folder if it has gone. A journal appears under its name only with its first line in it: one that cannot be begun
 * leaves nothing behind. @throws what the file system throws
 */
export function createJournal(folder: string, owner: Owner, title: string, header: RecordHeader): Journal {
  const path = join(folder, `${header.id}.jsonl`);
  const draft = join(folder, `.${header.id}.${process.pid}.tmp`);
  mkdirSync(folder, { recursive: true });
  const file = openSync(draft, 'wx');
  let open = true;
  let length = 0;
  const write = (value: unknown): void => {
    const bytes = Buffer.from(`${JSON.stringify(value)}\n`);
    try {
      // A full disk may take a part of a line.
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      length += bytes.length;
    } catch (error) {
      cutOff(file, length);
      throw error;
    }
  };
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  try {
    write({ owner, title, header } satisfies v.InferOutput<typeof firstLineSchema>);
    renameSync(draft, path);
  } catch (error) {
    close();
    rmSync(draft, { force: true });
    throw error;
  }
  return {
    path,
    append: write,
    isThere: () => existsSync(path),
    end(ending) {
      try {
        write({ type: 'ended', ...ending } satisfies v.InferOutput<typeof endLineSchema>);
        fsyncSync(file);
      } catch {
        // A full disk: the record may still find its place, and if not, the journal is recovered as interrupted.
      }
    },
    close,
    discard() {
      close();
      rmSync(path, { force: true });
    },
  };
}

/** Takes half a line away, so that what is appended later stands on a line of its own. */
function cutOff(file: number, length: number): void {
  try {
    ftruncateSync(file, length);
  } catch {
    // a reader stops at the torn line
  }
}

/** A run whose app ended before its record was kept. */
export interface Interrupted {
  readonly path: string;
  readonly title: string;
  readonly header: RecordHeader;
  readonly events: readonly RunEvent[];
  /** How the run ended, if that was seen. */
  readonly ending: RunEnding | undefined;
  /** When the journal was written to last, ISO 8601 UTC: the last sign of life. */
  readonly lastWrittenAt: string;
  /** More than a torn last line could not be read: what stands behind the damage is not in `events`. */
  readonly isDamaged: boolean;
}

/** What a journal is found to be. */
export type FoundJournal =
  | { readonly kind: 'interrupted'; readonly run: Interrupted }
  /** Its app still runs. */
  | { readonly kind: 'alive' }
  /** Nothing was ever written to it. */
  | { readonly kind: 'empty' }
  /** Not even its first line can be taken apart. */
  | { readonly kind: 'unparsable' }
  /** It is whole, but holds what this version does not know. */
  | { readonly kind: 'not-understood'; readonly what: string };

/** Begun and not yet written to: younger ones may be another program's that is just starting, in ms. */
const emptyAfterMs = 10_000;

/**
 * Reads a journal. A torn last line is what a crash leaves: what stands before it is kept.
 * @throws what the file system throws
 */
export function readJournal(path: string): FoundJournal {
  const { size, mtimeMs } = statSync(path);
  if (size === 0) return { kind: Date.now() - mtimeMs > emptyAfterMs ? 'empty' : 'alive' };
  const lines = readFileSync(path, 'utf8').split('\n');
  const value = parse(lines[0] ?? '');
  // Before anything else: whatever this version thinks of it, the run of a living app is not to be touched.
  if (isOfLivingApp(value, new Date(mtimeMs))) return { kind: 'alive' };
  if (!isBegun(value)) return { kind: 'unparsable' };
  const first = v.safeParse(firstLineSchema, withHeaderUpgraded(value));
  if (!first.success) return { kind: 'not-understood', what: v.getDotPath(first.issues[0]) ?? 'its first line' };
  const events: RunEvent[] = [];
  let ending: RunEnding | undefined;
  let isDamaged = false;
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line === '') continue;
    const next = parse(line);
    if (next === undefined) {
      isDamaged = lines.slice(index + 1).some((other) => other !== '');
      break;
    }
    const event = v.safeParse(runEventSchema, next);
    if (event.success) {
      events.push(event.output);
      continue;
    }
    const end = v.safeParse(endLineSchema, next);
    if (!end.success) return { kind: 'not-understood', what: `line ${index + 1}` };
    ending = { endedAt: end.output.endedAt, outcome: end.output.outcome };
    break;
  }
  const lastWrittenAt = new Date(mtimeMs).toISOString();
  const { title, header } = first.output;
  return { kind: 'interrupted', run: { path, title, header, events, ending, lastWrittenAt, isDamaged } };
}

function isOfLivingApp(line: unknown, lastWritten: Date): boolean {
  if (typeof line !== 'object' || line === null || !('owner' in line)) return false;
  const owner = v.safeParse(ownerSchema, line.owner);
  return owner.success && isAlive(owner.output, lastWritten.toISOString());
}

/** True for a line that begins a journal, of whatever version. */
function isBegun(line: unknown): boolean {
  return (
    typeof line === 'object' &&
    line !== null &&
    'header' in line &&
    typeof line.header === 'object' &&
    line.header !== null
  );
}

/** A run that an older program began, and did not end, is finished by this one. */
function withHeaderUpgraded(line: unknown): unknown {
  return typeof line === 'object' && line !== null && 'header' in line
    ? { ...line, header: upgraded(line.header) }
    : line;
}

/** Paths of all journals in the folder. */
export function listJournals(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => join(folder, name));
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
