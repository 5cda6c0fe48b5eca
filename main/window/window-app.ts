import { app, BrowserWindow, dialog, nativeTheme, shell } from 'electron';
import { join } from 'node:path';
import { LabError } from '@core/ipc/envelope';
import { createWindowHost } from '../hosts/window-host';
import { createEventSender } from '../ipc/events';
import { createHandlers } from '../ipc/handlers';
import { registerCalls } from '../ipc/register';
import { log } from '../log';
import { createMachine, isFallbackRuntime } from '../machine/description';
import { createOtherLoadWatch } from '../machine/other-load-watch';
import { createMonitorLink } from '../monitor/monitor-link';
import { createAnalysisProcess } from '../processes/analysis-process';
import { createPdfPrinter } from '../reports/pdf';
import { createRunController } from '../runs/controller';
import { takeMeasuringLock } from '../runs/measuring-lock';
import { recoverInterruptedRuns } from '../runs/recovery';
import { isRelease, readManifest } from '../security/flavour';
import { hardenSession } from '../security/hardening';
import { openFolders } from '../storage/folders';
import { createRecordStore } from '../storage/record-store';
import { createSamples } from '../storage/samples';
import { openSettings } from '../storage/settings-store';
import { releaseAddresses } from '../updates/release-source';
import { createUpdateCheck } from '../updates/update-check';
import { serveApp } from './app-protocol';
import { askBeforeClosing } from './closing';
import { openMainWindow, windowStateOf } from './main-window';
import { installMenu } from './menu';
import { createStress } from './stress';
import { createNotices } from './notices';
import type { OpenedFiles } from './opened-files';
import { askForRecords, createOpenedRecords } from './opened-records';
import { createUnlistedNotices } from './unlisted-notices';
import { createRendererWatch } from './renderer-watch';

/** The page has been painted once and puts its first rows on the screen, in ms. */
const afterFirstPaintMs = 300;
/** The Notebook is read on after so long, even if no page was ever painted, in ms. */
const longestStartMs = 10_000;

/**
 * Starts the window. Call when the app is ready and holds the single-instance lock.
 * @param files what a person opened with the program
 */
export function startWindowApp(files: OpenedFiles): void {
  let window: BrowserWindow | undefined;
  const send = createEventSender(() => window?.webContents);
  const notices = createNotices((all) => {
    send('notices.changed', all);
  });
  hardenSession();
  const pages = serveApp(join(__dirname, '..', 'renderer'));
  const folders = openFolders(app.getPath('userData'));
  const settings = openSettings(folders.home, (message) => {
    notices.add({ kind: 'set-aside', message });
  });
  /** Once as long as it stands there: a helper that keeps on ending does not fill the window. */
  const tellOfRestart = (message: string): void => {
    if (notices.list().some((notice) => notice.message === message)) return;
    notices.add({ kind: 'helper-restarted', message });
  };
  const analysis = createAnalysisProcess(tellOfRestart);
  let calmDown = (): void => undefined;
  const calm = new Promise<void>((resolve) => (calmDown = resolve));
  const records = createRecordStore(
    { folders, analysis, createAnalysis: () => createAnalysisProcess(tellOfRestart), program: app.getVersion(), calm },
    {
      onFound(found) {
        send('records.found', found);
      },
      onSettled() {
        send('records.changed', undefined);
      },
      onUnlisted: createUnlistedNotices(notices, folders),
      onHeldSaved(id) {
        for (const { kind, run, id: notice } of notices.list()) {
          if (kind === 'not-kept' && run === id) notices.dismiss(notice);
        }
      },
    },
  );
  /** Runs whose record could be sealed and not saved. */
  const inMemory = new Set<string>();
  const machine = createMachine(app.getVersion(), () => settings.read().pythonPath ?? undefined);
  const monitor = createMonitorLink({
    onRestart: tellOfRestart,
    onLost(message) {
      notices.add({ kind: 'monitor-lost', message });
    },
  });
  const controller = createRunController({
    activeFolder: folders.active,
    appVersion: app.getVersion(),
    origin: 'window',
    analysis,
    environment: () => machine.environment(),
    pythons: () => machine.pythons(),
    takeLock: takeMeasuringLock,
    windowHost: createWindowHost(() => window),
    watcher: monitor.runWatcher,
    keep: async (sealed) => {
      try {
        await records.save(sealed);
      } catch (error) {
        records.hold(sealed);
        inMemory.add(sealed.record.id);
        throw error;
      } finally {
        send('records.changed', undefined);
      }
    },
    onState: (state) => {
      records.rest(state.phase === 'running' || state.phase === 'stopping');
      send('runs.changed', state);
      if (state.phase === 'ended') opened.goOn();
      if (state.phase !== 'ended' || state.problem === undefined) return;
      const isHeld = inMemory.has(state.id);
      const held = 'Until the app ends it is kept in memory: save it elsewhere.';
      const message = `The record of the last run could not be kept. ${state.problem}${isHeld ? ` ${held}` : ''}`;
      notices.add({ kind: 'not-kept', message, ...(isHeld && { run: state.id, isInMemory: true }) });
    },
  });
  const isMeasuring = (): boolean => ['running', 'stopping'].includes(controller.state().phase);
  /** @throws LabError while anything is measured on this machine */
  const refuseWhileMeasuring = (what: string): void => {
    if (isMeasuring()) throw new LabError('run-active', `A run is being measured, and ${what} would disturb it.`);
    takeMeasuringLock(what).release();
  };
  const otherLoad = createOtherLoadWatch(() => {
    refuseWhileMeasuring('a look at what uses the cores');
  });
  const updates = createUpdateCheck({
    addresses: releaseAddresses(readManifest(), isRelease()),
    own: app.getVersion(),
    isOn: () => settings.read().lookForVersions === true,
    mayAsk() {
      refuseWhileMeasuring('a question to the release page');
    },
    open: (address) => shell.openExternal(address),
  });
  const opened = createOpenedRecords({
    files,
    records,
    notices,
    isMeasuring,
    onOpened() {
      send('records.opened', undefined);
    },
    onAdopted() {
      send('records.changed', undefined);
    },
  });
  registerCalls(
    createHandlers({
      machine,
      otherLoad,
      controller,
      records,
      // Beside out/, in the checkout and in the archive alike.
      samples: createSamples(join(__dirname, '..', '..', 'samples'), analysis),
      printer: createPdfPrinter(analysis, pages),
      settings,
      notices,
      monitor,
      stress: createStress(() => controller.state(), takeMeasuringLock),
      opened,
      updates,
      send,
      window: () => window,
      documentsFolder: app.getPath('documents'),
    }),
    (sender) => sender === window?.webContents,
    (name, error) => {
      log(`call ${name} failed`, error);
    },
  );

  installMenu({
    send(command) {
      send('app.command', command);
    },
    openRecord() {
      void askForRecords(window).then((chosen) => {
        files.add(chosen);
      });
    },
  });
  if (isFallbackRuntime()) {
    const message = `This window runs on the old fallback runtime (Electron ${process.versions.electron}), for development and tests only. To try the official one again, set LAB_ELECTRON=official and start again.`;
    notices.add({ kind: 'old-runtime', message });
  }
  const { theme } = settings.read();
  const dark = theme === 'dark' || (theme === 'system' && nativeTheme.shouldUseDarkColors);
  window = openMainWindow(settings, { background: dark ? '#16181d' : '#ffffff' });
  // Read while the page is loaded: the first rows are there when it asks for them.
  records.list().catch(() => undefined);
  window.once('ready-to-show', () => setTimeout(calmDown, afterFirstPaintMs));
  setTimeout(calmDown, longestStartMs);
  createRendererWatch(window);
  askBeforeClosing(window, isMeasuring);
  window.on('closed', () => (window = undefined));

  void recoverInterruptedRuns(folders, records, analysis)
    .then((recovered) => {
      for (const { id, message } of recovered) {
        notices.add({ kind: 'interrupted-run', message, ...(id === undefined ? {} : { run: id }) });
      }
      if (recovered.some(({ id }) => id !== undefined)) send('records.changed', undefined);
    })
    .catch((error: unknown) => {
      log('interrupted runs could not be recovered', error);
    });

  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  quitGracefully(async () => {
    if (window) await settings.rememberWindow(windowStateOf(window));
    updates.stop('The program ends.');
    await controller.interrupt();
    await records.close();
    await Promise.all([monitor.stop(), otherLoad.stop(), analysis.stop(), settings.flush()]);
  });
}

/** Quits only after `finish`, or after 5 s: an active run's record is kept first. Reports what could not be done. */
function quitGracefully(finish: () => Promise<void>): void {
  let quitting = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (quitting) return;
    quitting = true;
    const limit = new Promise((resolve) => setTimeout(resolve, 5_000));
    Promise.race([finish(), limit])
      .catch((error: unknown) => {
        log('quitting was not clean', error);
      })
      .finally(() => {
        for (const one of BrowserWindow.getAllWindows()) one.destroy();
        app.exit(0);
      });
  });
}

/** Shows a fatal error of the start-up and ends the app with 1. On a virtual display nobody could close a dialog. */
export function reportFatal(error: unknown): void {
  // What is said in words needs no stack.
  if (error instanceof LabError) log(`The app could not start: ${error.message}`);
  else log('The app could not start', error);
  if (process.env['LAB_DISPLAY'] !== 'virtual')
    dialog.showErrorBox('Concurrency Lab could not start', error instanceof Error ? error.message : String(error));
  app.exit(1);
}
