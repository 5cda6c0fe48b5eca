/** A shortcut as the person's keyboard names it, e.g. `Ctrl K` or, on a Mac, `⌘ K`. */
export function commandKey(key: string): string {
  return `${/Mac/.test(navigator.userAgent) ? '⌘' : 'Ctrl'} ${key}`;
}
