import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { calls } from '@core/ipc/contract';
import type { CheckedInputOf, OutputOf } from '@core/ipc/contract';
import { LabError } from '@core/ipc/envelope';
import type { Envelope } from '@core/ipc/envelope';
import type { CallName } from '@core/ipc/names';
import { listed } from '@core/ipc/payloads';
import type { MachineDescription, Notice, RunState } from '@core/ipc/payloads';
import { defaultSettings, settingsSchema } from '@core/ipc/settings';
import type { Settings } from '@core/ipc/settings';
import { judgeClaims } from '@core/claims/judge-claims';
import { machineOf } from '@core/claims/claim-source';
import { readRecord, UnusableRecord } from '../../../workers/records/read';
import { annotateRecord } from '../../../workers/records/seal';
import { summarise as summariseRead, upgradedText } from '../../../workers/records/summarise';
import { machineDescription, machinePythons } from '@core/testing/machine-description';
import { root } from '../../support/electron-program';

/** What each call answers; a `LabError` thrown is a refusal, as main's handlers do it. */
export type FakeHandlers = {
  readonly [Name in CallName]: (input: CheckedInputOf<Name>) => OutputOf<Name> | Promise<OutputOf<Name>>;
};

export interface FakeMainOptions {
  /** Texts of sealed record files. */
  readonly records?: readonly string[];
  readonly settings?: Partial<Settings>;
  readonly run?: RunState;
  readonly notices?: readonly Notice[];
  readonly machine?: MachineDescription;
  /** Instead of the usual answers. */
  readonly handlers?: Partial<FakeHandlers>;
}

export interface FakeMain {
  /** Checks the input by the contract, as main does, and answers. */
  readonly answer: (name: CallName, input: unknown) => Promise<Envelope<unknown>>;
  /** Inputs of every call so far, in order. */
  readonly made: readonly { readonly name: CallName; readonly input: unknown }[];
  /** Text of a record as it is kept now. */
  readonly textOf: (id: string) => string | undefined;
}

/**
 * Stands in for main behind the bridge: the Notebook is in memory, records are checked, analysed, judged and changed by the
 * product's own code. Nothing is measured, saved or shown outside the page.
 */
export function createFakeMain(options: FakeMainOptions = {}): FakeMain {
  const made: { name: CallName; input: unknown }[] = [];
  const texts = new Map((options.records ?? []).map((text) => [readRecord(text).record.id, text]));
  const removed = new Map<string, string>();
  const machine = options.machine ?? machineDescription;
  let notices = options.notices ?? [];
  let settings: Settings = v.parse(settingsSchema, { ...defaultSettings, welcome: 'seen', ...options.settings });

  const textOf = (id: string): string => {
    const text = texts.get(id);
    if (text === undefined) throw new LabError('no-such-record', `There is no record ${id} in the Notebook.`);
    return text;
  };
  const known = new Map<string, ReturnType<typeof summariseRead>>();
  const summarise = (text: string): ReturnType<typeof summariseRead> => {
    const summary = known.get(text) ?? summariseRead(readRecord(text));
    known.set(text, summary);
    return summary;
  };
  const summarised = (): ReturnType<typeof summariseRead>[] =>
    [...texts.values()].map(summarise).sort((a, b) => (a.summary.startedAt < b.summary.startedAt ? 1 : -1));
  // Before the page is opened: analysing blocks this process, which serves the page's files, too.
  summarised();
  const move = (id: string, from: Map<string, string>, to: Map<string, string>): undefined => {
    const text = from.get(id);
    if (text === undefined) throw new LabError('no-such-record', `There is no record ${id}.`);
    from.delete(id);
    to.set(id, text);
  };

  const handlers: FakeHandlers = {
    'machine.describe': () => machine,
    'machine.pythons': () => machinePythons,
    'machine.otherLoad': () => null,
    'runs.start': () => {
      throw new LabError('internal', 'The test gives no run.');
    },
    'runs.cancel': () => undefined,
    'runs.current': () => options.run ?? { phase: 'idle' },
    'records.list': () => listed({ rows: summarised().map(({ summary }) => summary), reading: null }),
    'records.open': ({ id }) => {
      const read = readRecord(textOf(id));
      return { text: upgradedText(read) ?? read.text, analysis: read.analysis };
    },
    'records.annotate': ({ id, title, notes, answers }) => {
      const changes = { ...(title !== undefined && { title }), ...(notes !== undefined && { notes }) };
      const sealed = annotateRecord(readRecord(textOf(id)), { ...changes, ...(answers && { answers }) });
      texts.set(id, sealed.text);
      return summariseRead(sealed).summary;
    },
    'records.remove': ({ id }) => move(id, texts, removed),
    'records.restore': ({ id }) => move(id, removed, texts),
    'records.savePdf': () => ({ path: '/tmp/a.pdf' }),
    'records.saveJson': () => ({ path: '/tmp/a.json' }),
    'records.takeOpened': () => null,
    'samples.open': ({ experiment }) => {
      const text = sampleText(experiment);
      if (text === undefined) return null;
      const read = readRecord(text);
      return { text: upgradedText(read) ?? read.text, analysis: read.analysis };
    },
    'samples.savePdf': () => ({ path: '/tmp/sample.pdf' }),
    'lessons.saveWorksheet': () => ({ path: '/tmp/worksheet.pdf' }),
    'claims.read': () =>
      judgeClaims(
        summarised().map(({ source }) => source),
        machineOf(machine.environment),
      ),
    'claims.savePdf': () => ({ path: '/tmp/claims.pdf' }),
    'files.saveChart': () => ({ path: '/tmp/chart.png' }),
    'files.reveal': () => undefined,
    'settings.read': () => settings,
    'settings.change': (changes) => (settings = v.parse(settingsSchema, { ...settings, ...changes })),
    'notices.list': () => notices,
    'notices.dismiss': ({ id }) => {
      notices = notices.filter((notice) => notice.id !== id);
      return undefined;
    },
    'monitor.connect': () => undefined,
    'monitor.watch': () => undefined,
    'stress.allow': () => undefined,
    'stress.main': () => {
      throw new LabError('machine-busy', 'The test does not block anything.');
    },
    // As every build of this checkout.
    'updates.source': () => null,
    'updates.ask': () => {
      throw new LabError('no-release-page', 'The test names no release page.');
    },
    'updates.openPage': () => undefined,
    ...options.handlers,
  };

  return {
    made,
    textOf: (id) => texts.get(id),
    async answer(name, raw) {
      const input = v.safeParse(calls[name].input, raw);
      if (!input.success) return refusal(new LabError('invalid-request', `The call ${name} was malformed.`));
      made.push({ name, input: input.output });
      try {
        const handler = handlers[name] as (input: unknown) => unknown;
        return { ok: true, value: await handler(input.output) };
      } catch (error) {
        if (error instanceof LabError) return refusal(error);
        if (error instanceof UnusableRecord) return refusal(new LabError('unreadable-record', error.problem.message));
        throw error;
      }
    },
  };
}

/** What the program brings along for an experiment. */
export function sampleText(experiment: string): string | undefined {
  const file = join(root, 'samples', `${experiment}.json.gz`);
  return existsSync(file) ? gunzipSync(readFileSync(file)).toString('utf8') : undefined;
}

function refusal({ code, message }: LabError): Envelope<never> {
  return { ok: false, error: { code, message } };
}
