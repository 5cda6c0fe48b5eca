import { app } from 'electron';
import { resolve } from 'node:path';
import { commandArguments } from './cli/arguments';
import { runCommandLine, useTemporarySession } from './cli/command-line-app';
import { log } from './log';
import { isRelease } from './security/flavour';
import { hardenBeforeReady } from './security/hardening';
import { registerScheme } from './window/app-protocol';
import { reportFatal, startWindowApp } from './window/window-app';

// Chromium's own switch, honoured alike by every runtime: a test or a second profile keeps its data apart.
const dataFolder = app.commandLine.getSwitchValue('user-data-dir');
if (dataFolder !== '') app.setPath('userData', resolve(dataFolder));

// A reader that has gone (a closed pipe, an ended launcher) must not raise an error dialog: what remains is to go on.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const command = commandArguments(process.argv, app.isPackaged ? undefined : app.getAppPath());
const refusal = hardenBeforeReady(isRelease());
registerScheme();

if (refusal !== undefined) {
  log(refusal);
  app.exit(2);
} else if (command) {
  useTemporarySession();
  app.disableHardwareAcceleration();
  app
    .whenReady()
    .then(() => runCommandLine(command))
    .catch(reportFatal);
} else if (app.requestSingleInstanceLock()) {
  app.whenReady().then(startWindowApp).catch(reportFatal);
} else {
  // The first window is brought to the front by its `second-instance` event.
  app.exit(0);
}
