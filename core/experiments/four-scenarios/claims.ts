import type { ClaimRules } from '../../claims/claim-types';
import { faster, manyCores, notFaster, ratio } from '../../claims/rules';

const onOneCore = 'one-core-sync';
/** One thread that no core was chosen for. What async does is judged against this, never against a pinned thread. */
const free = 'one-thread-sync';
/**
 * A thread with many cores against one that was really held on one: shown, and counted for neither side. The core that a thread is
 * held on may be slower than the others, so a difference says nothing about using many.
 */
const besidePinned = { pinned: [onOneCore], isContext: true, ...manyCores } as const;
/** As far as its pair: both on one core. */
const pinnedPair = { pinned: [onOneCore, 'one-core-async'] } as const;

/** What a record of `four-scenarios` says about the statements of the source text, by their number. */
export const claims: ClaimRules = {
  4: [ratio('computing', 'one-thread-async', free, notFaster), ratio('requests', 'one-thread-async', free, faster)],
  7: [ratio('computing', 'one-thread-async', free, faster, manyCores)],
  10: [
    ratio('computing', 'one-core-async', onOneCore, notFaster, pinnedPair),
    ratio('requests', 'one-core-async', onOneCore, faster, pinnedPair),
  ],
  11: [
    ratio('computing', 'one-thread-async', free, notFaster, manyCores),
    ratio('requests', 'one-thread-async', free, faster, manyCores),
    ratio('computing', 'one-thread-sync', onOneCore, notFaster, besidePinned),
  ],
  12: [
    ratio('computing', 'many-threads-sync', onOneCore, faster, manyCores),
    ratio('requests', 'many-threads-async', onOneCore, faster, manyCores),
  ],
  13: [
    ratio('computing', 'many-processes-sync', onOneCore, faster, manyCores),
    ratio('requests', 'many-processes-async', onOneCore, faster, manyCores),
  ],
  14: [
    ratio('computing', 'many-threads-async', onOneCore, faster, manyCores),
    ratio('computing', 'many-processes-async', onOneCore, faster, manyCores),
  ],
};
