import { closeSync, fsyncSync, openSync, readFileSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { runEventSchema } from '@core/record/events';
import type { RunEvent } from '@core/record/events';
import type { RunEnding } from '@core/record/assemble';
import { outcomeSchema, recordHeaderSchema } from '@core/record/record';
import type { RecordHeader } from '@core/record/record';
import { shortText, utcTime } from '@core/record/schema-parts';
import { upgraded } from '@core/record/upgrade/upgrade';
import { ownerSchema } from './process-identity';
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
  /** Deletes the journal: the record has been written. */
  discard(): void;
}

export function createJournal(folder: string, owner: Owner, title: string, header: RecordHeader): Journal {
  const path = join(folder, `${header.id}.jsonl`);
  const file = openSync(path, 'wx');
  let open = true;
  const write = (value: unknown): void => {
    writeSync(file, `${JSON.stringify(value)}\n`);
  };
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  write({ owner, title, header } satisfies v.InferOutput<typeof firstLineSchema>);
  return {
    path,
    append: write,
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

/** A run whose app ended before its record was kept. */
export interface Interrupted {
  readonly path: string;
  readonly owner: Owner;
  readonly title: string;
  readonly header: RecordHeader;
  readonly events: readonly RunEvent[];
  /** How the run ended, if that was seen. */
  readonly ending: RunEnding | undefined;
  /** When the journal was written to last, ISO 8601 UTC: the last sign of life. */
  readonly lastWrittenAt: string;
}

/**
 * Reads a journal. Lines that are torn or unknown end it: what stands before them is kept.
 * @returns undefined if not even the first line can be read
 */
export function readJournal(path: string): Interrupted | undefined {
  const lines = readFileSync(path, 'utf8').split('\n');
  const first = v.safeParse(firstLineSchema, withHeaderUpgraded(parse(lines[0] ?? '')));
  if (!first.success) return undefined;
  const events: RunEvent[] = [];
  let ending: RunEnding | undefined;
  for (const line of lines.slice(1)) {
    const value = parse(line);
    const event = v.safeParse(runEventSchema, value);
    if (event.success) {
      events.push(event.output);
      continue;
    }
    const end = v.safeParse(endLineSchema, value);
    if (end.success) ending = { endedAt: end.output.endedAt, outcome: end.output.outcome };
    break;
  }
  const lastWrittenAt = new Date(statSync(path).mtimeMs).toISOString();
  return { path, ...first.output, events, ending, lastWrittenAt };
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
