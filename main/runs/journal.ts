import { closeSync, openSync, readFileSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { runEventSchema } from '@core/runs/events';
import type { RunEvent } from '@core/runs/events';
import { recordHeaderSchema } from '@core/runs/record';
import type { RecordHeader } from '@core/runs/record';
import { shortText } from '@core/runs/schema-parts';
import { ownerSchema } from './process-identity';
import type { Owner } from './process-identity';

const firstLineSchema = v.strictObject({
  owner: ownerSchema,
  title: shortText,
  header: recordHeaderSchema,
});

/** The file to which a run is written line by line while it goes on, so that a crash of the app loses nothing. */
export interface Journal {
  readonly path: string;
  /** Appends one event. Throws what the file system throws (a full disk ends the run with a reason). */
  append(event: RunEvent): void;
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
    close,
    discard() {
      close();
      rmSync(path, { force: true });
    },
  };
}

/** A run whose app ended before it did. */
export interface Interrupted {
  readonly path: string;
  readonly owner: Owner;
  readonly title: string;
  readonly header: RecordHeader;
  readonly events: readonly RunEvent[];
}

/**
 * Reads a journal. Lines that are torn or unknown end it: what stands before them is kept.
 * @returns undefined if not even the first line can be read
 */
export function readJournal(path: string): Interrupted | undefined {
  const lines = readFileSync(path, 'utf8').split('\n');
  const first = v.safeParse(firstLineSchema, parse(lines[0] ?? ''));
  if (!first.success) return undefined;
  const events: RunEvent[] = [];
  for (const line of lines.slice(1)) {
    const event = v.safeParse(runEventSchema, parse(line));
    if (!event.success) break;
    events.push(event.output);
  }
  return { path, ...first.output, events };
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
