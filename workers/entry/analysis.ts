// The analysis process: reads, checks and seals records, computes statistics and report text, so that neither main nor
// the page ever does.
import { renderReport, renderReports } from '@core/print/report';
import type { AnalysisRequest, AnalysisResult, FromAnalysis, ToAnalysis } from '../protocol';
import { annotateRecord, finishRecord, openRecord, summariseText, UnusableRecord } from '../records/seal';
import { endOnUnexpectedError, utilityParentPort } from './utility/parent-port';

endOnUnexpectedError();

const main = utilityParentPort();

function answer(request: AnalysisRequest): AnalysisResult {
  switch (request.type) {
    case 'finish':
      return { type: 'sealed', sealed: finishRecord(request.record) };
    case 'open':
      return { type: 'sealed', sealed: openRecord(request.text) };
    case 'check': {
      const { record, analysis } = openRecord(request.text);
      return { type: 'checked', checked: { experiment: record.plan.experiment, analysis } };
    }
    case 'summarise':
      return { type: 'summarised', summarised: summariseText(request.text) };
    case 'annotate':
      return { type: 'sealed', sealed: annotateRecord(request.text, request.changes) };
    case 'report': {
      const opened = request.texts.map(openRecord);
      const [first] = opened;
      const options = { stylesheet: request.stylesheet };
      const html =
        first && opened.length === 1
          ? renderReport(first.record, first.analysis, options)
          : renderReports(opened, options);
      return { type: 'html', html, records: opened.map(({ record: { id, hash, title } }) => ({ id, hash, title })) };
    }
  }
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
