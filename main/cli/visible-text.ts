/** Control characters but tab and line feed, and those that turn the direction of writing. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Text from files and names as it may be printed: a terminal would obey its control characters, so they are shown. */
export function withControlsShown(text: string): string {
  return text.replace(controls, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
