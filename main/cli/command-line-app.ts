import { app } from 'electron';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { LabError } from '@core/ipc/envelope';
import { createProbeWindow } from '../hosts/probe-window';
import { createMachine } from '../machine/description';
import { createAnalysisProcess } from '../processes/analysis-process';
import { createPdfPrinter } from '../reports/pdf';
import { createRunController } from '../runs/controller';
import { takeMeasuringLock, waitForMeasuringLock } from '../runs/measuring-lock';
import type { MeasuringLock } from '../runs/measuring-lock';
import { recoverInterruptedRuns } from '../runs/recovery';
import { hardenSession } from '../security/hardening';
import { openFolders } from '../storage/folders';
import { makeProcessFolder, removeFolder, removeLeftFolders } from '../storage/process-folder';
import { createRecordStore } from '../storage/record-store';
import { serveApp } from '../window/app-protocol';
import { parseCommand } from './arguments';
import type { Command } from './arguments';
import { doctor, list, report } from './commands';
import { helpText } from './help';
import { tell, writeOut } from './output';
import { createProgressReporter, interruptedStatus, run } from './run';
import { checkTargets, createRecordKeeper } from './record-keeper';
import type { RunOptions } from './run-options';
import { UsageError } from './words';
import { verify } from './verify';

const usageStatus = 2;

const sessionPrefix = 'concurrency-lab-session-';

/**
 * Chromium's session files of a command go to a folder of its own: a window may be open on the usual one. Chromium may
 * write once more while it ends, so what an ended command left behind is removed by the next one.
 */
export function useTemporarySession(): void {
  removeLeftFolders(sessionPrefix);
  const folder = makeProcessFolder(sessionPrefix);
  app.setPath('sessionData', folder);
  process.on('exit', () => {
    removeFolder(folder);
  });
}

/** Carries out one command and ends the app with its exit status. Call when the app is ready. */
export async function runCommandLine(given: readonly string[]): Promise<void> {
  let status: number;
  try {
    status = await carryOut(parseCommand(given, availableParallelism()));
  } catch (error) {
    tell(`concurrency-lab: ${error instanceof Error ? error.message : String(error)}`);
    if (!(error instanceof UsageError) && !(error instanceof LabError) && error instanceof Error)
      tell(error.stack ?? '');
    status = statusOf(error);
  }
  // Both streams are written out before the app ends; `app.exit` would cut them.
  await writeOut('');
  app.exit(status);
}

function statusOf(error: unknown): number {
  if (error instanceof UsageError) return usageStatus;
  return error instanceof LabError && (error.code === 'invalid-plan' || error.code === 'unknown-experiment')
    ? usageStatus
    : 1;
}

async function carryOut(command: Command): Promise<number> {
  // Ctrl-C, a closed terminal, a request to end: all come as `before-quit` and stop what is going on.
  const interrupted = new Promise<void>((resolve) => {
    app.on('before-quit', (event) => {
      event.preventDefault();
      resolve();
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  app.on('window-all-closed', () => undefined);

  const analysis = createAnalysisProcess();
  try {
    switch (command.name) {
      case 'help':
        await writeOut(helpText);
        return 0;
      case 'list':
        return await list();
      case 'verify':
        return await verify(command.files, analysis);
      case 'doctor':
        return await doctor(createMachine(app.getVersion()), app.getPath('userData'));
      case 'report':
        hardenSession();
        return await report(command.files, command.pdf, analysis, createPdfPrinter(analysis, servePages()));
      case 'run':
      case 'bench':
        for (const note of command.name === 'bench' ? command.notes : []) tell(note);
        hardenSession();
        return await runExperiments(command.options, analysis, interrupted);
    }
  } finally {
    await analysis.stop();
  }
}

function servePages(): ReturnType<typeof serveApp> {
  return serveApp(join(__dirname, '..', 'renderer'));
}

async function runExperiments(
  options: RunOptions,
  analysis: ReturnType<typeof createAnalysisProcess>,
  interrupted: Promise<void>,
): Promise<number> {
  await checkTargets(options);
  const folders = openFolders(app.getPath('userData'));
  const records = createRecordStore(folders, analysis, tell);
  const machine = createMachine(app.getVersion());
  for (const { message } of await recoverInterruptedRuns(folders, records, analysis)) tell(message);
  let held: MeasuringLock | undefined;
  if (options.wait) {
    held = await waitForMeasuringLock('command line', tell, interrupted);
    if (!held) return interruptedStatus;
  }
  const keeper = createRecordKeeper(options, records);
  const pages = servePages();
  const controller = createRunController({
    activeFolder: folders.active,
    appVersion: app.getVersion(),
    origin: 'command-line',
    analysis,
    environment: () => machine.environment(),
    takeLock(what) {
      const lock = held ?? takeMeasuringLock(`${what} from the command line`);
      held = undefined;
      return lock;
    },
    keep: (sealed) => keeper.keep(sealed),
    onState: createProgressReporter(),
    windowHost: createProbeWindow(),
  });
  return run(options, { controller, keeper, printer: createPdfPrinter(analysis, pages), interrupted });
}
