import { app } from 'electron';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { LabError } from '@core/ipc/envelope';
import { commandArguments, ownOptions, parseCommand } from './cli/arguments';
import { frameCommand, refuse, watchLauncher } from './cli/command-frame';
import { carryOut, useTemporarySession } from './cli/command-line-app';
import { visible } from '@core/texts/visible';
import { log } from './log';
import { availableCores } from './machine/description';
import { isRelease } from './security/flavour';
import { hardenBeforeReady } from './security/hardening';
import { filesToOpen } from './window/files-to-open';
import { listenForFiles } from './window/opened-files';
import { otherInstanceLives, withShortTemporaryFolder } from './window/other-instance';
import { refuseStart } from './window/refused-start';
import { registerScheme } from './window/app-protocol';
import { reportFatal, startWindowApp } from './window/window-app';

// The freedesktop rule: a relative one is to be ignored. The launcher has done so; a packaged program is started without it.
const configHome = process.env['XDG_CONFIG_HOME'];
if (process.platform === 'linux' && configHome !== undefined && configHome !== '' && !isAbsolute(configHome)) {
  app.setPath('appData', join(homedir(), '.config'));
  app.setPath('userData', join(homedir(), '.config', app.getName()));
  log(`XDG_CONFIG_HOME is not absolute and is ignored: ${visible(configHome)}`);
}

// Chromium's own switch, honoured alike by every runtime: a test or a second profile keeps its data apart.
const dataFolder = app.commandLine.getSwitchValue('user-data-dir');
if (dataFolder !== '') app.setPath('userData', resolve(dataFolder));

// Node's own answer to this signal is a debugger's port. Whoever sends it to a running program by mistake must not open one.
if (process.platform !== 'win32') process.on('SIGUSR1', () => undefined);

// A reader that has gone (a closed pipe, an ended launcher) must not raise an error dialog: what remains is to go on.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

// Everything that the launcher of the command line starts is a command, whatever was typed.
const given = commandArguments(
  process.argv,
  app.isPackaged ? undefined : app.getAppPath(),
  process.env['LAB_COMMAND'] === '1',
);
const refusal = hardenBeforeReady(isRelease(), process.argv.slice(1), ownOptions);
// A command line never opens a window, whatever is typed.
const files = process.env['LAB_COMMAND'] === '1' ? undefined : filesToOpen(given ?? [], process.cwd());
registerScheme();

if (refusal !== undefined) {
  refuseStart(refusal, given !== undefined && !files);
} else if (given && !files) {
  startCommand(given);
} else if (withShortTemporaryFolder(() => app.requestSingleInstanceLock())) {
  const opened = listenForFiles(files ?? []);
  watchLauncher(() => {
    app.quit();
  });
  app
    .whenReady()
    .then(() => {
      startWindowApp(opened);
    })
    .catch(reportFatal);
} else if (otherInstanceLives(app.getPath('userData'))) {
  // The first window is brought to the front by its `second-instance` event.
  app.exit(0);
} else {
  app
    .whenReady()
    .then(() => {
      const folders = `${app.getPath('userData')} or ${tmpdir()}`;
      const message = `No lock could be made: ${folders} cannot be written, is full, or has too long a name.`;
      reportFatal(new LabError('not-writable', message));
    })
    .catch(reportFatal);
}

function startCommand(words: readonly string[]): void {
  try {
    const command = parseCommand(words, availableCores());
    const frame = frameCommand();
    useTemporarySession();
    app.disableHardwareAcceleration();
    void app.whenReady().then(() => frame.run((tools) => carryOut(command, tools)));
  } catch (error) {
    refuse(error);
  }
}
