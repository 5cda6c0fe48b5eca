import { LabError } from '@core/ipc/envelope';
import type { ClaimSource } from '@core/claims/claim-types';
import type { RecordSummary } from '@core/ipc/payloads';
import type { AnalysisRequest, AnalysisResult, RecordProblem, SealedRecord } from '@core/protocol/analysis';
import type { RunRecord, UnsealedRecord } from '@core/record/record';
import type { AnalysisProcess } from '../../processes/analysis-process';

/** What a test's record file holds, as JSON: as much as the store looks at. */
export interface SmallRecord {
  readonly id: string;
  readonly title?: string;
  readonly startedAt?: string;
  /** How reading it comes out instead of well. */
  readonly fails?: RecordProblem['kind'] | 'throws' | 'hangs';
}

export interface FakeAnalysis extends AnalysisProcess {
  /** Ids of the records that were summarised, in order. */
  readonly summarised: string[];
  /** How many requests to finish fail as if the process had ended. */
  failures: number;
}

/** The id of the n-th record of a test. */
export function idOf(n: number): string {
  return `20260101T000000Z-${n.toString(16).padStart(8, '0')}`;
}

/** Reads small records, without a process. */
export function fakeAnalysis(): FakeAnalysis {
  const summarised: string[] = [];
  let end: (error: LabError) => void = () => undefined;
  const fake = {
    summarised,
    failures: 0,
    async request(request: AnalysisRequest): Promise<AnalysisResult> {
      if (request.type === 'finish') {
        if (fake.failures-- > 0) throw new LabError('internal', 'The analysis ended: it was killed.');
        return { type: 'sealed', sealed: sealedOf(request.record) };
      }
      if (!('text' in request)) throw new Error(`Not asked for in tests: ${request.type}`);
      const small = parse(request.text);
      if (small === undefined || !small.id) return problem('not-json');
      if (small.fails === 'throws') throw new LabError('internal', 'The analysis failed: Invalid array length');
      if (small.fails === 'hangs') await new Promise<void>((_resolve, reject) => (end = reject));
      else if (small.fails) return problem(small.fails);
      switch (request.type) {
        case 'summarise':
          summarised.push(small.id);
          return { type: 'summarised', summarised: summarise(small) };
        case 'check':
          return { type: 'checked', checked: { experiment: 'noise-floor', analysis: {} as never } };
        case 'open':
          return { type: 'sealed', sealed: { ...sealedOf(small as never), text: request.text } };
        case 'annotate': {
          const changed = { ...small, ...request.changes } as SmallRecord;
          return { type: 'sealed', sealed: sealedOf(changed as never) };
        }
        default:
          throw new Error(`Not asked for in tests: ${request.type}`);
      }
    },
    async stop() {
      end(new LabError('internal', 'The analysis ended.'));
      await Promise.resolve();
    },
  };
  return fake;
}

function problem(kind: RecordProblem['kind']): AnalysisResult {
  return { type: 'problem', problem: { kind, message: `It is ${kind}.` } };
}

function parse(text: string): SmallRecord | undefined {
  try {
    return JSON.parse(text) as SmallRecord;
  } catch {
    return undefined;
  }
}

function sealedOf(record: UnsealedRecord): SealedRecord {
  const { id, title, startedAt } = record;
  const small = { id, title, startedAt };
  return {
    text: JSON.stringify(small),
    record: record as RunRecord,
    analysis: {} as never,
    summarised: summarise(small),
  };
}

function summarise({ id, title = 'A run', startedAt = '2026-01-01T00:00:00.000Z' }: SmallRecord): {
  readonly summary: RecordSummary;
  readonly source: ClaimSource;
} {
  return { summary: { id, title, startedAt } as RecordSummary, source: { id, title } as ClaimSource };
}
