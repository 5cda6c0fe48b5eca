import { visible } from '@core/texts/visible';

/** Text from files and names as it may be printed, by `visible`; its own line ends and tabs are left. */
export function withControlsShown(text: string): string {
  return text.replace(/[^\n\t]+/g, visible);
}
