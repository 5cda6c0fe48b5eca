import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunState } from '@core/ipc/payloads';
import { translate } from '@core/texts/translate';
import type { SealedRecord } from '../../workers/protocol';
import type { PdfPrinter } from '../reports/pdf';
import type { RunController } from '../runs/controller';
import { writeAtomically } from '../storage/atomic-write';
import type { RecordStore } from '../storage/record-store';
import type { RunOptions } from './arguments';
import { createProgressLine, isTerminal, tell, writeOut } from './output';
import { summaryText } from './summary';

export interface RunTools {
  readonly controller: RunController;
  readonly records: RecordStore;
  readonly printer: PdfPrinter;
  /** Settles when the person asked to stop (Ctrl-C). */
  readonly interrupted: Promise<void>;
}

/** Exit status of an interrupted command: 128 + SIGINT. */
const interruptedStatus = 130;

/** `run`: each experiment after the other. @returns exit status: 0 ok, 1 a run failed, 130 interrupted */
export async function run(options: RunOptions, tools: RunTools): Promise<number> {
  let status = 0;
  for (const experiment of options.experiments) {
    const outcome = await runOne(experiment, options, tools);
    if (outcome === interruptedStatus) return interruptedStatus;
    status = Math.max(status, outcome);
  }
  return status;
}

async function runOne(experiment: string, options: RunOptions, tools: RunTools): Promise<number> {
  const { controller, records, printer, interrupted } = tools;
  const started = await controller.start({
    experiment,
    preset: options.preset,
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    parameters: options.parameters,
    lowerPriority: options.lowerPriority,
    prediction: { status: 'skipped', frozenAt: new Date().toISOString() },
  });
  void interrupted.then(() => controller.cancel(started.id)).catch(() => undefined);
  const sealed = await started.finished;
  const { record, analysis } = sealed;
  const { outcome } = record;

  const kept = await keep(sealed, options, outcome.status !== 'completed', records);
  if (options.pdf !== undefined) {
    await printer.print(sealed.text, options.pdf);
    tell(`Report written to ${options.pdf}`);
  }
  if (options.json !== '-') await writeOut(summaryText(record, analysis));
  switch (outcome.status) {
    case 'completed':
      return 0;
    case 'cancelled':
      tell(`Interrupted. ${record.cells.length} measured cells were kept in ${kept}.`);
      return interruptedStatus;
    case 'failed':
    case 'interrupted':
      tell(
        `The run ended as ${outcome.status} (${outcome.reason}). ${outcome.message} What was measured is kept in ${kept}.`,
      );
      return 1;
  }
}

/** Writes the record where it was asked for; a partial one that was not asked for goes to the Notebook. */
async function keep(
  sealed: SealedRecord,
  options: RunOptions,
  partial: boolean,
  records: RecordStore,
): Promise<string> {
  const places: string[] = [];
  if (options.json === '-') {
    await writeOut(sealed.text);
    places.push('the standard output');
  } else if (options.json !== undefined) {
    const path = await jsonPath(options, sealed);
    await writeAtomically(path, sealed.text);
    places.push(path);
    tell(`Record written to ${path}`);
  }
  if (options.save || (partial && places.length === 0)) {
    places.push(await records.save(sealed));
    tell('Record saved in the Notebook');
  }
  return places.join(' and ');
}

async function jsonPath(options: RunOptions, sealed: SealedRecord): Promise<string> {
  const given = options.json ?? '';
  const name = `${sealed.record.plan.experiment}-${sealed.record.id}.json`;
  const isFolder = await stat(given).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder || options.experiments.length > 1 ? join(given, name) : given;
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
