import { keyOf } from '@core/app/commands';
import type { AppCommand } from '@core/app/commands';

/** A command's shortcut as the person's keyboard names it, e.g. `Ctrl K` or, on a Mac, `⌘ K`. */
export function shortcutOf(command: AppCommand): string {
  return `${navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl'} ${keyOf(command)}`;
}
