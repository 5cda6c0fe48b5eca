import { LabError } from '@core/ipc/envelope';
import type {
  AnalysisRequest,
  AnalysisResult,
  CheckedRecord,
  RecordProblem,
  SealedRecord,
  SummarisedRecord,
  VerifiedRecord,
} from '@core/protocol/analysis';
import { createAnalysisDesk } from './analysis-desk';
import { createAnalysisQueue, failedTwice } from './analysis-queue';
import type { Job } from './analysis-queue';

/** The analysis: its processes are started when first needed, watched, and started again if they end or hang. */
export interface AnalysisProcess {
  /**
   * Tries once more what a process that ended or hung had not answered.
   * @throws LabError if both tries come to nothing, or the analysis reports an error of its own
   */
  request(request: AnalysisRequest): Promise<AnalysisResult>;
  stop(): Promise<void>;
}

/** A person, or a finished run, waits no longer than this behind what the first process is reading. */
const patienceMs = 500;
/** The second process is ended when nothing was asked of it for so long. */
const spareIdleMs = 10_000;

/**
 * One process serves all requests. A second one helps out, so that nobody waits behind a big file that is read for a list.
 * @param onRestart told each time a process ended unasked or hung; it is started again by then, or when it is next needed
 */
export function createAnalysisProcess(onRestart: (message: string) => void = () => undefined): AnalysisProcess {
  const queue = createAnalysisQueue();
  let spareIdle: NodeJS.Timeout | undefined;
  let stopped = false;

  const onLost = (message: string, job: Job | undefined): void => {
    job?.failures.push(message);
    onRestart(
      `The process that reads and analyses records ended and is started again. ${message}${job ? ' What it was doing is tried once more.' : ''}`,
    );
    if (job && job.failures.length < 2) queue.addAgain(job);
    else job?.reject(failedTwice(job));
    dispatch();
  };
  const first = createAnalysisDesk('Concurrency Lab analysis', { onLost, onFree: dispatch });
  const spare = createAnalysisDesk('Concurrency Lab spare analysis', {
    onLost,
    onFree() {
      spareIdle = setTimeout(() => void spare.stop(), spareIdleMs);
      dispatch();
    },
  });

  /** What somebody waits for, and has waited for long enough. Lists are read by the first process alone. */
  function isUrgent({ request, askedMs, failures }: Job): boolean {
    const waitedMs = performance.now() - askedMs;
    return request.type !== 'summarise' && failures.length === 0 && waitedMs >= patienceMs;
  }

  function dispatch(): void {
    if (stopped) return;
    const next = first.isFree() ? queue.take(() => true) : undefined;
    if (next) first.serve(next);
    const urgent = spare.isFree() ? queue.take(isUrgent) : undefined;
    if (!urgent) return;
    clearTimeout(spareIdle);
    spare.serve(urgent);
  }

  return {
    request(request) {
      return new Promise((resolve, reject) => {
        if (stopped) {
          reject(new LabError('internal', 'The analysis has ended with the app.'));
          return;
        }
        queue.add({ request, resolve, reject, askedMs: performance.now(), failures: [] });
        dispatch();
        setTimeout(dispatch, patienceMs + 1);
      });
    },
    async stop() {
      stopped = true;
      clearTimeout(spareIdle);
      for (const job of queue.empty()) job.reject(new LabError('internal', 'The analysis has ended with the app.'));
      await Promise.all([first.stop(), spare.stop()]);
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
