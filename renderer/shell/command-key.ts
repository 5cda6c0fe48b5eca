import type { AppCommand } from '@core/ipc/contract';

/** The keys of the application menu (`main/window/menu.ts`), so that the palette can teach them. */
const menuKeys: Readonly<Record<AppCommand, string>> = {
  palette: 'K',
  experiments: '1',
  workbench: '2',
  monitor: '3',
  notebook: '4',
  claims: '6',
  settings: ',',
  run: 'Enter',
  cancel: '.',
  'save-pdf': 'P',
};

/** A command's shortcut as the person's keyboard names it, e.g. `Ctrl K` or, on a Mac, `⌘ K`. */
export function shortcutOf(command: AppCommand): string {
  return `${navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl'} ${menuKeys[command]}`;
}
