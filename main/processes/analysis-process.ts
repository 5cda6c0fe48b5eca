import { LabError } from '@core/ipc/envelope';
import type {
  AnalysisRequest,
  AnalysisResult,
  CheckedRecord,
  FromAnalysis,
  RecordProblem,
  SealedRecord,
  SummarisedRecord,
  VerifiedRecord,
} from '@core/protocol/analysis';
import { startUtility } from './utility';
import type { SupervisedProcess } from './utility';

/** The analysis process, started when first needed and again if it ended. */
export interface AnalysisProcess {
  /** @throws LabError if the process ends or reports an error of its own */
  request(request: AnalysisRequest): Promise<AnalysisResult>;
  stop(): Promise<void>;
}

interface Pending {
  readonly resolve: (result: AnalysisResult) => void;
  readonly reject: (error: LabError) => void;
}

export function createAnalysisProcess(): AnalysisProcess {
  const pending = new Map<number, Pending>();
  let current: SupervisedProcess | undefined;
  let next = 1;

  function start(): SupervisedProcess {
    const started = startUtility('analysis', 'Concurrency Lab analysis');
    started.onMessage((message) => {
      const answer = message as FromAnalysis;
      const waiting = pending.get(answer.n);
      pending.delete(answer.n);
      if (answer.type === 'answer') waiting?.resolve(answer.result);
      else waiting?.reject(new LabError('internal', `The analysis failed: ${answer.message}`));
    });
    void started.exited.then(({ message }) => {
      if (current === started) current = undefined;
      for (const waiting of pending.values())
        waiting.reject(new LabError('internal', `The analysis ended: ${message}`));
      pending.clear();
    });
    return started;
  }

  return {
    request(request) {
      current ??= start();
      const n = next++;
      const target = current;
      return new Promise((resolve, reject) => {
        pending.set(n, { resolve, reject });
        target.post({ ...request, n });
      });
    },
    async stop() {
      await current?.stop();
    },
  };
}

/** The sealed record of an answer. @throws LabError `unreadable-record` or `newer-record` with the reason */
export function sealedOf(result: AnalysisResult): SealedRecord {
  return answered(result, 'sealed').sealed;
}

/** What a checked text says. @throws LabError as `sealedOf` */
export function checkedOf(result: AnalysisResult): CheckedRecord {
  return answered(result, 'checked').checked;
}

/** What `verify` says of a record. @throws LabError as `sealedOf` */
export function verifiedOf(result: AnalysisResult): VerifiedRecord {
  return answered(result, 'verified').verified;
}

/** What lists need of a record. @throws LabError as `sealedOf` */
export function summarisedOf(result: AnalysisResult): SummarisedRecord {
  return answered(result, 'summarised').summarised;
}

function answered<Type extends AnalysisResult['type']>(
  result: AnalysisResult,
  type: Type,
): Extract<AnalysisResult, { readonly type: Type }> {
  const isOf = (one: AnalysisResult): one is Extract<AnalysisResult, { readonly type: Type }> => one.type === type;
  if (isOf(result)) return result;
  if (result.type === 'problem') {
    throw new LabError(isNewer(result.problem) ? 'newer-record' : 'unreadable-record', result.problem.message);
  }
  throw new LabError('internal', 'The analysis process gave another answer than asked for.');
}

/** What a later version can use: the file is no waste. */
function isNewer({ kind }: RecordProblem): boolean {
  return kind === 'newer-schema' || kind === 'unknown-experiment' || kind === 'unknown-rules';
}
