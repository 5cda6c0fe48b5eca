// The analysis process: reads, checks and seals records, computes statistics and report text, so that neither main nor
// the page ever does.
import { renderReport, renderReports } from '@core/print/report';
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
      const opened = request.texts.map((text) => recent.read(text));
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
