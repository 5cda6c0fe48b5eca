/**
 * The names of everything that crosses between the window and main. The preload imports this file and `input-size.ts` alone, so
 * that the sandboxed script carries no schemas; `contract.ts` must give a schema for exactly these names (checked by its type).
 */
export const callNames = [
  'machine.describe',
  'machine.pythons',
  'machine.otherLoad',
  'runs.start',
  'runs.cancel',
  'runs.current',
  'records.list',
  'records.open',
  'records.annotate',
  'records.remove',
  'records.restore',
  'records.savePdf',
  'records.saveJson',
  'records.takeOpened',
  'samples.open',
  'samples.savePdf',
  'lessons.saveWorksheet',
  'claims.read',
  'claims.savePdf',
  'files.saveChart',
  'files.reveal',
  'settings.read',
  'settings.change',
  'notices.list',
  'notices.dismiss',
  'monitor.connect',
  'monitor.watch',
  'stress.allow',
  'stress.main',
  'updates.source',
  'updates.ask',
  'updates.openPage',
] as const;
export type CallName = (typeof callNames)[number];

export const eventNames = [
  'runs.changed',
  'records.changed',
  'records.found',
  'records.opened',
  'notices.changed',
  'app.command',
] as const;
export type EventName = (typeof eventNames)[number];

/** The IPC channel of a call or an event. */
export function channelOf(name: CallName | EventName): string {
  return `lab:${name}`;
}

/** `type` of the window message with which the preload hands over the monitor's port (a port cannot cross the bridge). */
export const monitorPortMessage = 'lab:monitor-port';

/** The same for a port on which the page is a guest of the lab process, while a run looks at the window. */
export const hostPortMessage = 'lab:host-port';
