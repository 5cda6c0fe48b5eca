import type { RunState } from '@core/ipc/payloads';
import type { RunRequest } from '@core/record/plan';
import { translate } from '@core/texts/translate';
import type { SealedRecord } from '@core/protocol/analysis';
import type { PdfPrinter } from '../reports/pdf';
import type { RunController } from '../runs/controller';
import type { RecordKeeper } from './record-keeper';
import { interruptedStatus } from './command-frame';
import { createProgressLine, isTerminal, tell, writeOut } from './output';
import type { RunOptions } from './run-options';
import { summaryText } from './summary';
import { answerText } from './workbench-summary';

export interface RunTools {
  readonly controller: RunController;
  readonly keeper: RecordKeeper;
  readonly printer: PdfPrinter;
  /** Waits for a quiet machine if that was asked for. @returns false if the person asked to stop meanwhile */
  readonly quiet: () => Promise<boolean>;
  /** Settles when the person asked to stop (Ctrl-C). */
  readonly interrupted: Promise<void>;
  /** Where journals are and what becomes of them, as the end of a sentence. */
  readonly journals: string;
  /** Told where what was measured is safe, at every moment. */
  safeAt(place: string | undefined): void;
}

/** `run` and `bench`: each experiment after the other. @returns exit status: 0 ok, 1 a run failed, 130 interrupted */
export async function run(options: RunOptions, tools: RunTools): Promise<number> {
  let status = 0;
  for (const experiment of options.experiments) {
    if (!(await tools.quiet())) return interruptedStatus;
    const outcome = await runOne(experiment, options, tools);
    if (outcome === interruptedStatus) return interruptedStatus;
    status = Math.max(status, outcome);
  }
  return status;
}

/** What is asked of the controller for one of the experiments. */
export function requestOf(experiment: string, options: RunOptions): RunRequest {
  return {
    experiment,
    preset: options.preset,
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    parameters: options.parameters,
    ...(options.workbench && { workbench: options.workbench }),
    lowerPriority: options.lowerPriority,
    prediction: { status: 'skipped', frozenAt: new Date().toISOString() },
  };
}

async function runOne(experiment: string, options: RunOptions, tools: RunTools): Promise<number> {
  const { controller, keeper, printer, interrupted } = tools;
  const started = await controller.start(requestOf(experiment, options));
  void interrupted.then(() => controller.cancel(started.id)).catch(() => undefined);
  tools.safeAt(`What was measured is safe in the journal of run ${started.id} ${tools.journals}`);
  const sealed = await started.finished;
  tools.safeAt(`The record is kept in ${keeper.places()}.`);
  const { record } = sealed;
  if (options.json !== '-') await showSummary(sealed, options.answer === true ? answerText : summaryText, keeper);
  const reported =
    options.pdf === undefined || (await printReport(sealed, options.pdf, options.appendix === true, keeper, printer));
  const { outcome } = record;
  switch (outcome.status) {
    case 'completed':
      return reported && !keeper.missed() ? 0 : 1;
    case 'cancelled':
      tell(`Interrupted. ${record.cells.length} measured cells were kept in ${keeper.places()}.`);
      return interruptedStatus;
    case 'failed':
    case 'interrupted':
      tell(
        `The run ended as ${outcome.status} (${outcome.reason}). ${outcome.message} What was measured is kept in ${keeper.places()}.`,
      );
      return 1;
  }
}

/** A finished run whose results nobody could be shown is kept, and its place named. @throws LabError of the failed write */
async function showSummary(sealed: SealedRecord, inWords: typeof summaryText, keeper: RecordKeeper): Promise<void> {
  try {
    await writeOut(inWords(sealed.record, sealed.analysis));
  } catch (error) {
    await keeper.saveIfNowhere(sealed);
    throw keeper.withPlaces(error);
  }
}

/** @returns false if the report could not be written; then the record is kept, and it is said how to try again */
async function printReport(
  sealed: SealedRecord,
  pdf: string,
  appendix: boolean,
  keeper: RecordKeeper,
  printer: PdfPrinter,
): Promise<boolean> {
  try {
    await printer.print([sealed.text], pdf, appendix);
    tell(`Report written to ${pdf}`);
    return true;
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    await keeper.saveIfNowhere(sealed);
    tell(`The record is kept in ${keeper.places()}. To try again: report <record.json> --pdf FILE`);
    return false;
  }
}

/** Shows a run's state on standard error. */
export function createProgressReporter(): (state: RunState) => void {
  const line = createProgressLine();
  return (state) => {
    if (state.phase === 'ended') line.end();
    if (state.phase !== 'running') return;
    const { progress, remainingSeconds } = state;
    const phase = translate(`glossary.phase.${progress.phase}`);
    const measuring = progress.phase === 'measuring' || progress.phase === 'warming-up';
    const where = measuring ? `, round ${progress.round} of ${progress.rounds}` : '';
    const left = remainingSeconds === null || !measuring ? '' : `, about ${Math.ceil(remainingSeconds)} s left`;
    // One line per round where lines cannot be rewritten.
    line.show(isTerminal() ? `${phase}${where}${left}` : `${phase}${where}`);
  };
}
