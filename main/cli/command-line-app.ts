import { app } from 'electron';
import { join } from 'node:path';
import { createProbeWindow } from '../hosts/probe-window';
import { createMachine, type Machine } from '../machine/description';
import { openSettings } from '../storage/settings-store';
import { createOtherLoadWatch } from '../machine/other-load-watch';
import { createAnalysisProcess } from '../processes/analysis-process';
import { createPdfPrinter } from '../reports/pdf';
import { createRunController, planOf } from '../runs/controller';
import { takeMeasuringLock, waitForMeasuringLock } from '../runs/measuring-lock';
import type { MeasuringLock } from '../runs/measuring-lock';
import { recoverInterruptedRuns } from '../runs/recovery';
import { hardenSession } from '../security/hardening';
import { unlistedText } from '../storage/file-notices';
import { standardInput } from '../storage/named-text';
import { makeProcessFolder, removeFolder, removeLeftFolders } from '../storage/process-folder';
import { createRecordStore } from '../storage/record-store';
import { serveApp } from '../window/app-protocol';
import type { Command } from './arguments';
import { showCode } from './code';
import { doctor, list, report, worksheet } from './commands';
import { interruptedStatus } from './command-frame';
import type { CommandFrame } from './command-frame';
import { helpText } from './help';
import { tell, writeOut } from './output';
import { createProgressReporter, requestOf, run } from './run';
import { createRecordKeeper } from './record-keeper';
import { openRunFolders } from './run-folders';
import { checkReportTarget, checkTargets } from './targets';
import { waitForQuiet } from './wait-quiet';
import type { RunOptions } from './run-options';
import { verify } from './verify';

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

/** Carries out one command within its frame. Call when the app is ready. @returns its exit status */
export async function carryOut(command: Command, frame: CommandFrame): Promise<number> {
  const work = carryOutAll(command, frame);
  // A run keeps what it has; everything else ends as soon as it is asked to.
  if (command.name === 'run' || command.name === 'bench') return work;
  work.catch(() => undefined);
  return Promise.race([work, frame.interrupted.then(() => interruptedStatus)]);
}

async function carryOutAll(command: Command, frame: CommandFrame): Promise<number> {
  const analysis = createAnalysisProcess(tell);
  try {
    switch (command.name) {
      case 'help':
        await writeOut(helpText);
        return 0;
      case 'list':
        return await list();
      case 'code':
        return await showCode(command.experiment, command.shown);
      case 'verify':
        return await verify(command.files, analysis);
      case 'doctor':
        return await doctor(machineOfSettings(), app.getPath('userData'));
      case 'report':
        await checkReportTarget(
          command.pdf,
          command.files.filter((file) => file !== standardInput),
        );
        hardenSession();
        return await report(command.files, command, analysis, createPdfPrinter(analysis, servePages()));
      case 'worksheet':
        await checkReportTarget(command.pdf, []);
        hardenSession();
        return await worksheet(command, machineOfSettings(), createPdfPrinter(analysis, servePages()));
      case 'run':
      case 'bench':
        for (const note of command.name === 'bench' ? command.notes : []) tell(note);
        hardenSession();
        return await runExperiments(command.options, analysis, frame);
    }
  } finally {
    await analysis.stop();
  }
}

/** The machine as the window's settings have it: a Python that was chosen there counts here too. */
function machineOfSettings(): Machine {
  const settings = openSettings(app.getPath('userData'), tell);
  return createMachine(app.getVersion(), () => settings.read().pythonPath ?? undefined);
}

function servePages(): ReturnType<typeof serveApp> {
  return serveApp(join(__dirname, '..', 'renderer'));
}

async function runExperiments(
  options: RunOptions,
  analysis: ReturnType<typeof createAnalysisProcess>,
  { interrupted, safeAt }: CommandFrame,
): Promise<number> {
  for (const experiment of options.experiments) planOf(requestOf(experiment, options));
  await checkTargets(options);
  const { folders, journals, leave } = openRunFolders(options);
  // A command lists nothing: it saves, and opens what it saved.
  const records = createRecordStore(
    { folders, analysis, createAnalysis: createAnalysisProcess, program: app.getVersion() },
    {
      onFound: () => undefined,
      onSettled: () => undefined,
      onUnlisted: (files) => {
        tell(unlistedText(files, folders.setAside, true));
      },
      onHeldSaved: () => undefined,
    },
  );
  const machine = machineOfSettings();
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
    pythons: () => machine.pythons(),
    takeLock(what) {
      const lock = held ?? takeMeasuringLock(`${what} from the command line`);
      held = undefined;
      return lock;
    },
    keep: (sealed) => keeper.keep(sealed),
    onState: createProgressReporter(),
    windowHost: createProbeWindow(),
  });
  // A run of another program is refused as it would be without the look, which would disturb it.
  const otherLoad = createOtherLoadWatch(() => {
    if (!held) takeMeasuringLock('a look from the command line').release();
  });
  let isInterrupted = false;
  void interrupted.then(() => (isInterrupted = true));
  async function quiet(): Promise<boolean> {
    if (options.waitQuietSeconds === undefined) return !isInterrupted;
    const tools = {
      look: () => otherLoad.look(),
      tell,
      now: () => performance.now(),
      isInterrupted: () => isInterrupted,
    };
    try {
      return await waitForQuiet(options.waitQuietSeconds, tools);
    } finally {
      await otherLoad.stop();
    }
  }
  const printer = createPdfPrinter(analysis, pages);
  try {
    return await run(options, { controller, keeper, printer, quiet, interrupted, journals, safeAt });
  } finally {
    held?.release();
    leave();
  }
}
