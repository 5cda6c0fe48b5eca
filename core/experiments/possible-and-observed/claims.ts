import type { ClaimRules } from '../../claims/claim-types';
import { level, manyCores } from '../../claims/rules';

/** What a record of `possible-and-observed` says about the statements of the source text, by their number. */
export const claims: ClaimRules = {
  // Threads that do not coordinate get a wrong result in some trials.
  3: [level('outcomes', 'no-lock', 'lossy-trials', 'above', manyCores)],
};
