// Set-up of the renderer's tests: a timer that a test has left behind does not fire in a later one. A store that waits a
// while before it remembers something would then act in the later test, and Pinia makes the store that acts last the active
// one: `useSomeStore()` gives the later test a store of the earlier (seen in 2 % of runs of one test on a busy machine).
import { afterEach } from 'vitest';

const left = new Set<ReturnType<typeof setTimeout>>();
const start = globalThis.setTimeout;

globalThis.setTimeout = Object.assign((...given: Parameters<typeof setTimeout>) => {
  const timer = start(...given);
  left.add(timer);
  return timer;
}, start);

afterEach(() => {
  for (const timer of left) clearTimeout(timer);
  left.clear();
});
