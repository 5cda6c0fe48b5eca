import { visible } from '@core/texts/visible';

/** Switches of the runtime that a release starts with: where data are kept, and how the window is drawn. */
const allowed: ReadonlySet<string> = new Set([
  'user-data-dir',
  'ozone-platform',
  'ozone-platform-hint',
  'gtk-version',
  'enable-wayland-ime',
  'force-device-scale-factor',
  'force-renderer-accessibility',
  'disable-gpu',
  'disable-dev-shm-usage',
  'lang',
]);

/**
 * The first switch with which a release does not start: everything that the runtime would take for a switch, wherever it
 * stands, and that is neither allowed nor an option of our own commands. The runtime takes one dash for as good as two, and
 * on Windows a slash, and takes nothing for a switch that follows `--`.
 * @param given what was typed, without the program
 * @param own names of our own options
 * @returns the switch as it was typed, without its value
 */
export function refusedSwitch(
  given: readonly string[],
  own: ReadonlySet<string>,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const form = platform === 'win32' ? /^(?:--|-|\/)([^=]+)/ : /^--?([^=]+)/;
  for (const word of given) {
    if (word === '--') return undefined;
    const [typed, name] = form.exec(word) ?? [];
    // A negative number is the value of an option.
    if (typed === undefined || name === undefined || /^-[\d.]/.test(typed)) continue;
    // Older macOS hands a program that is opened from the Finder its serial number.
    if (platform === 'darwin' && /^-psn_\d+_\d+$/.test(word)) continue;
    const plain = name.toLowerCase();
    if (!allowed.has(plain) && !own.has(name)) return visible(typed).slice(0, 80);
  }
  return undefined;
}
