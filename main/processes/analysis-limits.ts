import type { AnalysisRequest } from '@core/protocol/analysis';
import type { UnsealedRecord } from '@core/record/record';

const baseMs = 45_000;
/** For a list nobody asked for this one file: the next ones wait behind it. */
const listedMs = { base: 15_000, perByte: 3_000 / 1e6 };
/** A loaded machine takes about a second for 1 MB: twenty times that is not slow, it hangs (docs/decisions/0013). */
const perByteMs = 20_000 / 1e6;
/** Of one span of a worker, and of one cell without its spans, in JSON. */
const spanBytes = 60;
const cellBytes = 1_000;

/** Milliseconds after which a request to the analysis is given up: generous, and more for more bytes. */
export function analysisLimitMs(request: AnalysisRequest): number {
  if (request.type === 'summarise') return listedMs.base + request.text.length * listedMs.perByte;
  return baseMs + bytesOf(request) * perByteMs;
}

/** The longest piece that says nothing is one call over the whole text: 0.1 s for 1 MB on a loaded machine (docs/decisions/0013). */
const stepCpu = { base: 5_000, perByte: 2_000 / 1e6 } as const;

/** CPU time, in ms, that the analysis may use for a request without saying that it gets on. */
export function analysisStepCpuMs(request: AnalysisRequest): number {
  return stepCpu.base + bytesOf(request) * stepCpu.perByte;
}

function bytesOf(request: AnalysisRequest): number {
  switch (request.type) {
    case 'finish':
      return bytesOfRecord(request.record);
    case 'report':
      return request.texts.reduce((sum, text) => sum + text.length, 0);
    default:
      return request.text.length;
  }
}

/** About: a record that is not sealed yet has no text, and main must not make one only to count it. */
function bytesOfRecord({ cells }: UnsealedRecord): number {
  const spans = cells.reduce((sum, cell) => sum + cell.workers.reduce((n, worker) => n + worker.spans.length, 0), 0);
  return cells.length * cellBytes + spans * spanBytes;
}
