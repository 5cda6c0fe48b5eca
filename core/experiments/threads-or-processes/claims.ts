import type { ClaimRules } from '../../claims/claim-types';
import { faster, level, manyCores, ratio } from '../../claims/rules';

/** What a record of `threads-or-processes` says about the statements of the source text, by their number. */
export const claims: ClaimRules = {
  3: [
    level('wages', 'threads', 'hiring', 'above'),
    level('wages', 'threads', 'memory', 'above'),
    level('wages', 'processes', 'hiring', 'above'),
    level('wages', 'processes', 'memory', 'above'),
  ],
  9: [level('wages', 'threads', 'memory', 'above'), level('wages', 'processes', 'memory', 'above')],
  13: [ratio('computing', 'processes', 'alone', faster, manyCores)],
};
