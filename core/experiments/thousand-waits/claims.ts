import type { ClaimRules } from '../../claims/claim-types';
import { faster, level, ratio } from '../../claims/rules';

/** What a record of `thousand-waits` says about the statements of the source text, by their number. */
export const claims: ClaimRules = {
  9: [
    level('thousand', 'connections', 'connections', 'above'),
    level('thousand', 'connections', 'memory-per-wait', 'below'),
    level('thousand', 'threads', 'memory-per-wait', 'above'),
  ],
  // "Allows to remain": async is on time, and what does the same synchronously is not.
  15: [
    level('requests', 'async', 'lateness', 'below'),
    level('requests', 'sync', 'lateness', 'above'),
    ratio('requests', 'async', 'sync', faster),
  ],
  // While one task waits the thread turns to another at once, or only when the wait is over.
  16: [level('blocked', 'awaits', 'next-begin', 'below'), level('blocked', 'blocks', 'next-begin', 'below')],
  // A task that waits and gives its thread back, and one that truly blocks it.
  17: [level('requests', 'async', 'lateness', 'below'), level('requests', 'one-blocks', 'lateness', 'below')],
  19: [
    level('requests', 'process-async', 'lateness', 'below'),
    level('requests', 'process-sync', 'lateness', 'above'),
    ratio('requests', 'process-async', 'process-sync', faster),
  ],
};
