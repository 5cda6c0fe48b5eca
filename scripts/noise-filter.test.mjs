import { describe, expect, it } from 'vitest';
import { noiseFilter } from './noise-filter.mjs';

const bus = '[4711:1122/170358.123456:ERROR:bus.cc(399)] Failed to connect to the bus: no such file';
const viz =
  '[4711:1122/170358.123456:ERROR:viz_main_impl.cc(186)] Exiting GPU process due to errors during initialization';
const buffer = '[4711:1122/170358.1:ERROR:command_buffer_proxy_impl.cc(128)] ContextResult::kTransientFailure';

/** @param {readonly string[]} chunks */
function shown(chunks) {
  /** @type {string[]} */
  const seen = [];
  const filter = noiseFilter((text) => seen.push(text));
  for (const chunk of chunks) filter.push(chunk);
  filter.end();
  return seen.join('');
}

describe('noise filter', () => {
  it('drops the expected reports and keeps every other line', () => {
    expect(shown([`before\n${bus}\n${viz}\nbetween\n${buffer}\nafter\n`])).toBe('before\nbetween\nafter\n');
  });

  it('keeps reports of other parts of Chromium', () => {
    const other = '[4711:1122/170358.123456:ERROR:utility_process_host.cc(12)] the lab process crashed\n';
    expect(shown([other])).toBe(other);
  });

  it('decides the same however the text is cut', () => {
    const text = `[3 of 7] rounds\rround 4${bus}\n[lab] started\n[12:34] done\n${viz}\n[`;
    const expected = '[3 of 7] rounds\rround 4[lab] started\n[12:34] done\n[';
    for (let size = 1; size <= text.length; size++) {
      const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
        text.slice(i * size, (i + 1) * size),
      );
      expect(shown(chunks)).toBe(expected);
    }
  });

  it('shows a progress line before it ends', () => {
    /** @type {string[]} */
    const seen = [];
    const filter = noiseFilter((text) => seen.push(text));
    filter.push('\rround 3 of 7');
    expect(seen.join('')).toBe('\rround 3 of 7');
    filter.push(', 40 s left');
    expect(seen.join('')).toBe('\rround 3 of 7, 40 s left');
  });
});
