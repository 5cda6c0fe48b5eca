// Chromium reports on stderr that there is no bus, no graphics card and no sandbox, which is expected without a screen.
const noise = new RegExp(
  String.raw`\[\d+:\d{4}/\d{6}\.\d+:(?:ERROR|WARNING|INFO):` +
    String.raw`(?:bus|object_proxy|viz_main_impl|command_buffer_proxy_impl|gl|gl_\w+|gpu_\w+|angle_\w+|sandbox_linux|vaapi_\w+|zygote_\w+)` +
    String.raw`\.cc\(\d+\)\][^\n]*\n`,
  'g',
);
// The start of such a report. It is held back until its line ends; a progress line never looks like that.
const mayBecomeNoise = /\[(?:\d+(?::(?:\d{0,4}|\d{4}\/[\d.]*(?::[^\n]*)?))?)?$/;

/**
 * Takes stderr in pieces and gives back what a person should see: all but Chromium's expected reports, which may also begin
 * in the middle of a progress line. What cannot become such a report passes at once, so that progress stays live.
 * @param {(text: string) => void} write
 */
export function noiseFilter(write) {
  let held = '';
  const show = (/** @type {string} */ text) => {
    if (text !== '') write(text);
  };
  return {
    push: (/** @type {string} */ text) => {
      const clean = (held + text).replace(noise, '');
      const at = clean.search(mayBecomeNoise);
      held = at < 0 ? '' : clean.slice(at);
      show(at < 0 ? clean : clean.slice(0, at));
    },
    /** At the end of the stream: whatever is still held back. */
    end: () => {
      show(`${held}\n`.replace(noise, '').replace(/\n$/, ''));
      held = '';
    },
  };
}
