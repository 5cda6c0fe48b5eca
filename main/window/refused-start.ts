import { app, dialog } from 'electron';
import { log } from '../log';
import type { Refusal } from '../security/hardening';

const refusedStatus = 2;
const box = 'Concurrency Lab does not start';

/**
 * Says why a release does not start, and ends it. Whoever started it from a desktop reads no standard error: a box says it too,
 * unless a command was typed or the program would be open to others by the time that a box can be shown.
 */
export function refuseStart({ message, isHarmless }: Refusal, isCommand: boolean): void {
  log(message);
  if (isCommand || !isHarmless || !hasScreen()) {
    app.exit(refusedStatus);
    return;
  }
  void app
    .whenReady()
    // The runtime's own box of errors has no title of ours on Linux.
    .then(() => dialog.showMessageBox({ type: 'error', title: box, message: `${box}.`, detail: message }))
    .finally(() => {
      app.exit(refusedStatus);
    });
}

/** On a virtual display nobody could close a box; without any the runtime would abort before it is ready. */
function hasScreen(): boolean {
  const { DISPLAY: x11 = '', WAYLAND_DISPLAY: wayland = '', LAB_DISPLAY: kind } = process.env;
  return process.platform !== 'linux' || (kind !== 'virtual' && (x11 !== '' || wayland !== ''));
}
