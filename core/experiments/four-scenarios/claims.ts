import type { ClaimRules } from '../../claims/claim-types';
import { faster, manyCores, notFaster, ratio } from '../../claims/rules';

const onOneCore = 'one-core-sync';
/** The baseline counts only where it was really held on one core. */
const pinnedBaseline = { pinned: [onOneCore], ...manyCores } as const;
/** As far as its pair: both on one core. */
const pinnedPair = { pinned: [onOneCore, 'one-core-async'] } as const;

/** What a record of `four-scenarios` says about the statements of the source text, by their number. */
export const claims: ClaimRules = {
  4: [
    ratio('computing', 'one-thread-async', onOneCore, notFaster),
    ratio('requests', 'one-thread-async', onOneCore, faster),
  ],
  7: [ratio('computing', 'one-thread-async', onOneCore, faster, manyCores)],
  10: [
    ratio('computing', 'one-core-async', onOneCore, notFaster, pinnedPair),
    ratio('requests', 'one-core-async', onOneCore, faster, pinnedPair),
  ],
  11: [
    ratio('computing', 'one-thread-sync', onOneCore, notFaster, pinnedBaseline),
    ratio('computing', 'one-thread-async', onOneCore, notFaster, pinnedBaseline),
    ratio('requests', 'one-thread-async', onOneCore, faster, manyCores),
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
