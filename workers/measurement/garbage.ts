import { PerformanceObserver } from 'node:perf_hooks';
import type { PerformanceEntry } from 'node:perf_hooks';

declare module 'node:perf_hooks' {
  interface PerformanceObserver {
    /** There since Node 16.7, but not in the types of Node 18. */
    takeRecords(): PerformanceEntry[];
  }
}

let collectedNs = 0;
let observer: PerformanceObserver | undefined;

function add(entries: readonly { readonly duration: number }[]): void {
  for (const { duration } of entries) collectedNs += Math.round(duration * 1e6);
}

/** Begins to add up the garbage collections of the calling thread's heap; the runtime stamps their begin and end itself. */
export function watchGarbage(): void {
  if (observer) return;
  observer = new PerformanceObserver((list) => {
    add(list.getEntries());
  });
  observer.observe({ entryTypes: ['gc'] });
}

/** Time in garbage collections since the last call, in nanoseconds, of those that were told by now: one loop turn later. */
export function garbageNs(): number {
  add(observer?.takeRecords() ?? []);
  const sinceNs = collectedNs;
  collectedNs = 0;
  return sinceNs;
}
