import * as v from 'valibot';
import type { ExperimentDefinition } from '../experiments/definition-types';
import { progressSchema, runEventSchema } from '../record/events';
import type { RunPlan } from '../record/plan';
import { count, identifier, longText } from '../record/schema-parts';
import type { ServiceAddress } from './services';
import type { FromWorker, ToWorker } from './worker';

/** Hosts that are there anyway, in which the lab process can have guests. */
export const guestHosts = ['renderer', 'web-worker', 'main'] as const;
export type GuestKind = (typeof guestHosts)[number];

/** Why a worker's process ended without being asked to. */
export const lostReasons = ['worker-crashed', 'out-of-memory', 'killed', 'launch-failed'] as const;
export type LostReason = (typeof lostReasons)[number];

/** Why a run ended though every process lives. */
export const taskFailures = ['task-failed', 'service-gone', 'disk-full', 'checksums-differ'] as const;

/** Begins a run: the experiment as the record holds it, and where its temporary files go. */
export interface StartRun {
  readonly type: 'start';
  readonly experiment: ExperimentDefinition;
  readonly plan: RunPlan;
  readonly folder: string;
  /** Path of each interpreter of the plan, by its key; empty where it uses none. */
  readonly interpreters: Readonly<Record<string, string>>;
}

/** Main to the lab process. `process-port` carries the port to a task process. */
export type ToLab =
  | StartRun
  | { readonly type: 'services'; readonly address: ServiceAddress }
  | { readonly type: 'services-gone'; readonly message: string }
  | { readonly type: 'process-port'; readonly worker: string; readonly guest?: boolean }
  | { readonly type: 'process-gone'; readonly worker: string; readonly reason: LostReason; readonly message: string }
  | { readonly type: 'ping'; readonly n: number };

/** The lab process to main: checked, because a process that misbehaves is one of the things the lab must survive. */
export const fromLabSchema = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  /** Operating-system id of the dispatcher thread, for the live monitor; null where the system does not tell. */
  v.strictObject({ type: v.literal('dispatcher'), tid: v.nullable(count) }),
  v.strictObject({ type: v.literal('pong'), n: count }),
  v.strictObject({
    type: v.literal('hire'),
    worker: identifier,
    /** Absent: a task process. Otherwise a guest of that host. */
    host: v.optional(v.picklist(guestHosts)),
    /** Size of its libuv pool, which only the environment of a new process can set. */
    poolSize: v.optional(v.pipe(count, v.minValue(1), v.maxValue(1024))),
    /** A task process that executes tasks on its main thread, with a small heap. */
    bare: v.optional(v.boolean()),
  }),
  v.strictObject({ type: v.literal('dismiss'), worker: identifier }),
  v.strictObject({ type: v.literal('open-services'), database: v.boolean() }),
  v.strictObject({ type: v.literal('event'), event: runEventSchema }),
  v.strictObject({ type: v.literal('progress'), progress: progressSchema }),
  v.strictObject({ type: v.literal('finished') }),
  v.strictObject({
    type: v.literal('failed'),
    reason: v.picklist([...lostReasons, ...taskFailures, 'unresponsive', 'protocol-error']),
    message: longText,
  }),
]);
export type FromLab = v.InferOutput<typeof fromLabSchema>;

/** The dispatcher thread to the lab process's main thread, which passes on what is not its own. */
export type FromDispatcher =
  FromLab | { readonly type: 'to-process'; readonly worker: string; readonly message: ToWorker };

export type ToDispatcher =
  | StartRun
  | { readonly type: 'services'; readonly address: ServiceAddress }
  | { readonly type: 'services-gone'; readonly message: string }
  | { readonly type: 'process-connected'; readonly worker: string }
  | { readonly type: 'process-gone'; readonly worker: string; readonly reason: LostReason; readonly message: string }
  | { readonly type: 'from-process'; readonly worker: string; readonly message: FromWorker };
