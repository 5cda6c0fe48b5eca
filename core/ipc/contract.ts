import * as v from 'valibot';
import type { AppCommand } from '../app/commands';
import type { BoundedBlock } from '../kernels/bounded-block';
import type { Analysis } from '../analysis/types';
import type { ClaimsLedger } from '../claims/claim-types';
import { answersSchema } from '../record/record';
import type { OtherLoad } from '../monitor/other-load';
import type { PythonFindings } from '../python/interpreter';
import { runRequestSchema } from '../record/plan';
import { identifier, longText, runId, shortText } from '../record/schema-parts';
import type { RunId } from '../record/schema-parts';
import type { FoundRecords, MachineDescription, Notice, ListedRecords, RecordSummary, RunState } from './payloads';
import { settingsChangeSchema } from './settings';
import type { Settings } from './settings';
import type { FoundRelease, ReleaseSource } from './updates';
import type { CallName, EventName } from './names';

/** A call from the window: its input is checked at run time, its output only by the compiler (main is trusted). */
export interface CallDefinition<Input extends v.GenericSchema, Output> {
  readonly input: Input;
  /** Never set: carries the type of the answer. */
  readonly output?: Output;
}

export interface EventDefinition<Payload> {
  /** Never set: carries the type of the payload. */
  readonly payload?: Payload;
}

function call<Output>(): <Input extends v.GenericSchema>(input: Input) => CallDefinition<Input, Output> {
  return (input) => ({ input });
}

function event<Payload>(): EventDefinition<Payload> {
  return {};
}

const nothing = v.undefined();
const byId = v.strictObject({ id: runId });
/** A run's id, or the name of a file in the Notebook; main knows only names that it has listed. */
const recordName = v.union([runId, v.pipe(v.string(), v.maxLength(255), v.endsWith('.json'))]);
const byName = v.strictObject({ id: recordName });
const ofExperiment = v.strictObject({ experiment: identifier });
const noticeId = v.strictObject({ id: v.pipe(v.string(), v.maxLength(100)) });

/** A chart that leaves the window: a PNG picture (base64) or its numbers as CSV; or a program to run, as text. */
const chartFile = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z0-9-]+$/)),
  kind: v.picklist(['png', 'csv', 'mjs']),
  content: v.pipe(v.string(), v.maxLength(8_000_000)),
});

/** Where something was saved; `path` is absent if the person closed the dialog. */
export interface SavedFile {
  readonly path?: string;
}

/** The one contract between window and main; registration, client, bridge and fakes derive from it. */
export const calls = {
  'machine.describe': call<MachineDescription>()(nothing),
  /** Looks for them anew: programs are started, so only what shows or uses them asks. */
  'machine.pythons': call<PythonFindings>()(nothing),
  /** One look of about a second; null where the system does not tell. Refused while anything is measured. */
  'machine.otherLoad': call<OtherLoad | null>()(nothing),
  'runs.start': call<{ readonly id: RunId }>()(runRequestSchema),
  'runs.cancel': call<undefined>()(byId),
  'runs.current': call<RunState>()(nothing),
  /** Answers at once with what is known; what has to be read first follows as `records.found`. */
  'records.list': call<ListedRecords>()(nothing),
  /** The record as its text: a large one reaches the page many times faster so than as an object. */
  'records.open': call<{ readonly text: string; readonly analysis: Analysis }>()(byName),
  'records.annotate': call<RecordSummary>()(
    v.strictObject({
      id: recordName,
      title: v.optional(shortText),
      notes: v.optional(longText),
      answers: v.optional(answersSchema),
    }),
  ),
  'records.remove': call<undefined>()(byName),
  'records.restore': call<undefined>()(byName),
  'records.savePdf': call<SavedFile>()(byName),
  'records.saveJson': call<SavedFile>()(byName),
  /** The name of a record whose file a person opened with the program, to be shown once; null if there is none. */
  'records.takeOpened': call<string | null>()(nothing),
  /** A record that the program brings along, as its text; null where the experiment has none. */
  'samples.open': call<{ readonly text: string; readonly analysis: Analysis } | null>()(ofExperiment),
  'samples.savePdf': call<SavedFile>()(ofExperiment),
  'lessons.saveWorksheet': call<SavedFile>()(ofExperiment),
  'claims.read': call<ClaimsLedger>()(nothing),
  'claims.savePdf': call<SavedFile>()(nothing),
  'files.saveChart': call<SavedFile>()(chartFile),
  /** Opens a file that the app has just saved, or shows it in its folder; refused for every other file. */
  'files.reveal': call<undefined>()(
    v.strictObject({ path: v.pipe(v.string(), v.maxLength(4096)), how: v.picklist(['open', 'show']) }),
  ),
  'settings.read': call<Settings>()(nothing),
  'settings.change': call<Settings>()(settingsChangeSchema),
  'notices.list': call<readonly Notice[]>()(nothing),
  'notices.dismiss': call<undefined>()(noticeId),
  /** Answers when the port is on its way; it arrives as a window message (`monitorPortMessage`). */
  'monitor.connect': call<undefined>()(nothing),
  /** Whether the page shows processes and delays: they are read only then. */
  'monitor.watch': call<undefined>()(v.strictObject({ details: v.boolean() })),
  /** Refused while anything is measured on this machine; the window asks before it blocks itself. */
  'stress.allow': call<undefined>()(nothing),
  /** Blocks main's thread by counted work, about 2 s and at most 3 s. Refused while anything is measured. */
  'stress.main': call<BoundedBlock>()(nothing),
  /** Where this build would ask for new versions; null if it names no release page. Asks nobody. */
  'updates.source': call<ReleaseSource | null>()(nothing),
  /** One question to that host. Refused while it is switched off, and while anything is measured. */
  'updates.ask': call<FoundRelease>()(nothing),
  /** Opens the release page, whose address the page cannot choose, in the person's browser. */
  'updates.openPage': call<undefined>()(nothing),
} satisfies Record<CallName, CallDefinition<v.GenericSchema, unknown>>;

export const events = {
  'runs.changed': event<RunState>(),
  'records.changed': event<undefined>(),
  'records.found': event<FoundRecords>(),
  /** There is something for `records.takeOpened`. The page asks at its start, too: then nobody may have heard this. */
  'records.opened': event<undefined>(),
  'notices.changed': event<readonly Notice[]>(),
  'app.command': event<AppCommand>(),
} satisfies Record<EventName, EventDefinition<unknown>>;

export type Calls = typeof calls;
export type Events = typeof events;
/** What a caller passes. */
export type InputOf<Name extends CallName> = v.InferInput<Calls[Name]['input']>;
/** What a handler receives after the check. */
export type CheckedInputOf<Name extends CallName> = v.InferOutput<Calls[Name]['input']>;
export type OutputOf<Name extends CallName> =
  Exclude<Calls[Name]['output'], undefined> extends never ? undefined : Exclude<Calls[Name]['output'], undefined>;
export type PayloadOf<Name extends EventName> =
  Exclude<Events[Name]['payload'], undefined> extends never ? undefined : Exclude<Events[Name]['payload'], undefined>;
