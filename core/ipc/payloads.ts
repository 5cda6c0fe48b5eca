import type { MachineIdentity } from '../claims/claim-types';
import type { Environment } from '../record/environment';
import type { Preset, Strategy } from '../experiments/definition-types';
import type { CellGlimpse } from '../analysis/cell-glimpse';
import type { RunProgress } from '../record/events';
import type { Prediction, RunPlan } from '../record/plan';
import type { PairScore } from '../analysis/prediction-score';
import type { Answers, RunOutcome } from '../record/record';
import type { RunId } from '../record/schema-parts';

export interface MachineDescription {
  readonly environment: Environment;
  readonly appVersion: string;
  /** How work can be pinned to cores here; null where it cannot. */
  readonly pinning: string | null;
}

/** The one run of this app, as the window sees it. */
export type RunState =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'running' | 'stopping';
      readonly id: RunId;
      readonly plan: RunPlan;
      readonly progress: RunProgress;
      /** Seconds since the run was started, and an estimate of those left (null until one can be made). */
      readonly elapsedSeconds: number;
      readonly remainingSeconds: number | null;
      /** The cell that was finished just before, at most twice a second; never in a run that measures frames. */
      readonly finished?: CellGlimpse;
    }
  | {
      readonly phase: 'ended';
      readonly id: RunId;
      readonly experiment: string;
      readonly outcome: RunOutcome;
      /** Why the record could not be kept; its journal is recovered at the next start. Absent if it was kept. */
      readonly problem?: string;
    };

/** The answer of a run in a list. */
export interface Headline {
  /** `1.93x faster`. */
  readonly value: string;
  readonly sentence: string;
  /** Conditions of the part that it is about, each with its share of the longest, 0..1. */
  readonly bars: readonly { readonly strategy: Strategy; readonly share: number }[];
}

export interface RecordSummary {
  readonly id: RunId;
  /** Name of its file where that is not `<id>.json`: by it the record is opened, changed and removed. */
  readonly file?: string;
  readonly title: string;
  readonly experiment: string;
  readonly preset: Preset;
  readonly startedAt: string;
  readonly rounds: number;
  readonly outcome: RunOutcome;
  readonly notes: string;
  readonly warnings: number;
  /** From the start of the run to its end, hiring and calibration included, in seconds. */
  readonly seconds: number;
  readonly prediction: Prediction['status'];
  /** Absent where the prediction was skipped or nothing of it was measured. */
  readonly score?: PairScore;
  /** Where it was made; absent where a size of the work was not the experiment's own, which takes another time. */
  readonly usualOn?: MachineIdentity;
  /** Time against what its definition expects for its rounds, of a run whose sizes a person chose; absent for all others. */
  readonly pace?: { readonly ratio: number; readonly isSearch: boolean };
  /** What the run answered, as its story begins; absent where nothing was answered. */
  readonly headline?: Headline;
  /** At least one condition has a measured round. */
  readonly isMeasured: boolean;
  /** The questions of the lesson that were answered, by the names the record gives them. */
  readonly answered: readonly (keyof Answers)[];
}

/** How far the Notebook's files have been read: of `total` files `done`. */
export interface Reading {
  readonly done: number;
  readonly total: number;
}

/** The records that are known at once; while `reading` is not null the others follow as `records.found`. */
export interface RecordListing {
  readonly rows: readonly RecordSummary[];
  readonly reading: Reading | null;
}

/** A listing as it crosses to the page: as text 2,000 rows take a few ms, as objects the bridge copies them for 150 ms. */
export interface ListedRecords {
  /** JSON of a `RecordListing`. */
  readonly text: string;
}

export function listed(listing: RecordListing): ListedRecords {
  return { text: JSON.stringify(listing) };
}

/** The listing that crossed. Main is trusted: its text is not checked. */
export function listingOf({ text }: ListedRecords): RecordListing {
  return JSON.parse(text) as RecordListing;
}

/** What came to light since the list was given. */
export interface FoundRecords extends RecordListing {
  /** Names (`recordName`) of records that are none any more. */
  readonly gone: readonly string[];
}

/** What a record is called by: its id, or the name of its file where that is another. */
export function nameOf({ id, file }: Pick<RecordSummary, 'id' | 'file'>): string {
  return file ?? id;
}

/** Something the app has to tell once: an interrupted run that was recovered, a file that was set aside. */
export interface Notice {
  readonly id: string;
  readonly kind:
    'interrupted-run' | 'not-kept' | 'not-opened' | 'set-aside' | 'old-runtime' | 'monitor-lost' | 'helper-restarted';
  readonly message: string;
  readonly run?: RunId;
  /** The record of the run is in memory only: it can be saved elsewhere until the app ends. */
  readonly isInMemory?: true;
}
