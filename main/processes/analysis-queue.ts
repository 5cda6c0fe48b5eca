import { LabError } from '@core/ipc/envelope';
import type { AnalysisRequest, AnalysisResult } from '@core/protocol/analysis';

/** One request on its way: waiting, at a desk, or waiting for its second try. */
export interface Job {
  readonly request: AnalysisRequest;
  readonly resolve: (result: AnalysisResult) => void;
  readonly reject: (error: LabError) => void;
  /** Milliseconds of `performance.now()`. */
  readonly askedMs: number;
  /** Why the tries that it has had came to nothing. */
  readonly failures: string[];
}

/** The requests that wait, in the order in which they are served. */
export interface AnalysisQueue {
  add(job: Job): void;
  /** In front of all others: its first try was cut off. */
  addAgain(job: Job): void;
  /** Takes the next one. @param mayServe leaves out what this desk does not serve */
  take(mayServe: (job: Job) => boolean): Job | undefined;
  /** Takes all. */
  empty(): readonly Job[];
}

/** A finished run is sealed before anything else is read; the rest comes in its order. */
export function createAnalysisQueue(): AnalysisQueue {
  let jobs: Job[] = [];
  return {
    add(job) {
      const isSealing = job.request.type === 'finish';
      const firstOther = jobs.findIndex(({ request, failures }) => request.type !== 'finish' && failures.length === 0);
      if (isSealing && firstOther >= 0) jobs.splice(firstOther, 0, job);
      else jobs.push(job);
    },
    addAgain(job) {
      jobs.unshift(job);
    },
    take(mayServe) {
      const job = jobs.find(mayServe);
      jobs = jobs.filter((one) => one !== job);
      return job;
    },
    empty() {
      const all = jobs;
      jobs = [];
      return all;
    },
  };
}

/** What is said of a request whose two tries came to nothing. */
export function failedTwice({ failures }: Job): LabError {
  const [first = '', second = ''] = failures;
  const what = first === second ? `ended twice: ${first}` : `ended twice: first ${first} Then: ${second}`;
  return new LabError(
    'internal',
    `The process that reads and analyses records ${what} Nothing on the disk was changed. Close other programs and try again; if one record does this each time, leave that one out.`,
  );
}
