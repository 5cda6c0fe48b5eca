import type { Analysis } from '../analysis/types';
import type { ClaimSource } from '../claims/claim-types';
import type { RecordSummary } from '../ipc/payloads';
import type { Contradiction } from '../verify/contradiction';
import type { Answers, RunRecord, UnsealedRecord } from '../record/record';

/** Requests to the analysis process, which reads, checks, seals and analyses records; each answer carries the same `n`. */
export type AnalysisRequest =
  /** Computes verdicts, seals the record. */
  | { readonly type: 'finish'; readonly record: UnsealedRecord }
  /** Reads a record file: schema, hash, analysis. */
  | { readonly type: 'open'; readonly text: string }
  /** As `open`, for who has the text and passes it on: gives back no record, which main would have to take apart. */
  | { readonly type: 'check'; readonly text: string }
  /** Reads a record file to say whether it is intact; gives back little. */
  | { readonly type: 'verify'; readonly text: string }
  /** Reads a record file for a list; gives back little. */
  | { readonly type: 'summarise'; readonly text: string }
  /** Changes what a person may change and seals anew. */
  | { readonly type: 'annotate'; readonly text: string; readonly changes: Annotation }
  /** The report of one record, or of several in one document. */
  | {
      readonly type: 'report';
      readonly texts: readonly string[];
      readonly stylesheet: string;
      /** Behind the two pages of each record: everything that its page in the window shows. */
      readonly appendix: boolean;
      /** They are samples, and every page says so. */
      readonly areSamples?: boolean;
    };

/** What a list of records and the claims ledger need of a record. */
export interface SummarisedRecord {
  readonly summary: RecordSummary;
  readonly source: ClaimSource;
}

export interface Annotation {
  readonly title?: string | undefined;
  readonly notes?: string | undefined;
  readonly answers?: Answers | undefined;
}

/** A record as it is on disk or to be written there, beside what it says. */
export interface SealedRecord {
  readonly text: string;
  readonly record: RunRecord;
  readonly analysis: Analysis;
  readonly summarised: SummarisedRecord;
}

/** What a record says whose text was checked. */
export interface CheckedRecord {
  readonly experiment: string;
  readonly analysis: Analysis;
  /** The record in the current format, as JSON, where the file is of an older one: for who only knows the current one. */
  readonly upgradedText?: string;
}

/** What is said of a record whose schema and hash are right. */
export interface VerifiedRecord {
  readonly id: string;
  readonly hash: string;
  /** Of the file. */
  readonly format: number;
  /** The first thing in it that does not follow from the rest; absent where everything does. */
  readonly contradiction?: Contradiction;
}

/** Why a record file cannot be used. */
export interface RecordProblem {
  readonly kind: 'not-json' | 'newer-schema' | 'schema' | 'hash' | 'unknown-experiment' | 'unknown-rules';
  readonly message: string;
}

export type AnalysisResult =
  | { readonly type: 'sealed'; readonly sealed: SealedRecord }
  | { readonly type: 'checked'; readonly checked: CheckedRecord }
  | { readonly type: 'verified'; readonly verified: VerifiedRecord }
  | { readonly type: 'summarised'; readonly summarised: SummarisedRecord }
  | { readonly type: 'problem'; readonly problem: RecordProblem }
  | {
      readonly type: 'html';
      readonly html: string;
      /** The records in it, in order. */
      readonly records: readonly { readonly id: string; readonly hash: string; readonly title: string }[];
    };

export type ToAnalysis = AnalysisRequest & { readonly n: number };
export type FromAnalysis =
  | { readonly type: 'answer'; readonly n: number; readonly result: AnalysisResult }
  | { readonly type: 'error'; readonly n: number; readonly message: string };
