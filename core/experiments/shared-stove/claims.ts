import type { ClaimRules } from '../../claims/claim-types';
import { level, manyCores } from '../../claims/rules';

/** What a record of `shared-stove` says about the statements of the source text, by their number. */
export const claims: ClaimRules = {
  // "The problem of coordinating the cooks": time that is lost by waiting for each other, and a table where nobody goes on.
  3: [level('locks', 'one-lock', 'lock-wait', 'above', manyCores), level('table', 'naive', 'deadlock-share', 'above')],
};
