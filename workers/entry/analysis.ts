// The analysis process: reads, checks and seals records, computes statistics and report text, so that neither main nor
// the page ever does.
import { onStep } from '@core/statistics/step';
import { renderReport, renderReports } from '@core/print/report';
import { step } from '@core/protocol/beat';
import { asSample } from '@core/words/sample';
import type { AnalysisRequest, AnalysisResult, FromAnalysis, ToAnalysis } from '@core/protocol/analysis';
import { UnusableRecord } from '../records/read';
import type { ReadRecord } from '../records/read';
import { createRecentRecords } from '../records/recent-records';
import { annotateRecord, finishRecord } from '../records/seal';
import { summarise, upgradedText, verifiedRecord } from '../records/summarise';
import { endOnUnexpectedError, utilityParentPort } from './utility/parent-port';

endOnUnexpectedError();

const main = utilityParentPort();

const recent = createRecentRecords();

/** Main asks every second; more often nobody need be told. */
const stepEveryMs = 500;
let saidMs = 0;
// While it computes it cannot answer: what it gets done is said instead.
onStep(() => {
  const nowMs = performance.now();
  if (nowMs - saidMs < stepEveryMs) return;
  saidMs = nowMs;
  main.postMessage(step);
});

function answer(request: AnalysisRequest): AnalysisResult {
  switch (request.type) {
    case 'finish':
      return sealed(recent.keep(finishRecord(request.record)));
    case 'open':
      return sealed(recent.read(request.text));
    case 'check': {
      const read = recent.read(request.text);
      const text = upgradedText(read);
      const { record, analysis } = read;
      const checked = {
        experiment: record.plan.experiment,
        analysis,
        ...(text !== undefined && { upgradedText: text }),
      };
      return { type: 'checked', checked };
    }
    case 'verify':
      return { type: 'verified', verified: verifiedRecord(recent.read(request.text)) };
    case 'summarise':
      return { type: 'summarised', summarised: summarise(recent.read(request.text)) };
    case 'annotate':
      return sealed(recent.keep(annotateRecord(recent.read(request.text), request.changes)));
    case 'report': {
      const opened = request.texts.map((text): ReadRecord => {
        const read = recent.read(text);
        return request.areSamples === true ? { ...read, record: asSample(read.record) } : read;
      });
      const [first] = opened;
      const options = { stylesheet: request.stylesheet, appendix: request.appendix };
      const html =
        first && opened.length === 1
          ? renderReport(first.record, first.analysis, options)
          : renderReports(opened, options);
      return { type: 'html', html, records: opened.map(({ record: { id, hash, title } }) => ({ id, hash, title })) };
    }
  }
}

function sealed(read: ReadRecord): AnalysisResult {
  const { text, record, analysis } = read;
  return { type: 'sealed', sealed: { text, record, analysis, summarised: summarise(read) } };
}

function handle(request: ToAnalysis): FromAnalysis {
  try {
    return { type: 'answer', n: request.n, result: answer(request) };
  } catch (error) {
    if (error instanceof UnusableRecord) {
      return { type: 'answer', n: request.n, result: { type: 'problem', problem: error.problem } };
    }
    return { type: 'error', n: request.n, message: error instanceof Error ? error.message : String(error) };
  }
}

main.on('message', ({ data }) => {
  main.postMessage(handle(data as ToAnalysis));
});
