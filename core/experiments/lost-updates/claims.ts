import type { ClaimRules } from '../../claims/claim-types';
import { level, manyCores } from '../../claims/rules';

/** What a record of `lost-updates` says about the statements of the source text, by their number. */
export const claims: ClaimRules = {
  // Threads that do not coordinate get a wrong result.
  3: [level('threads', 'unprotected', 'lossy-trials', 'above', manyCores)],
  // No lock was needed within a step; across an await one was.
  8: [level('await', 'one-step', 'lost-updates', 'below'), level('await', 'across-await', 'lost-share', 'below')],
};
