import type { ClaimRules } from '../../claims/claim-types';
import { faster, level, ratio } from '../../claims/rules';

/** What a record of `eggs-and-toast` says about the statements of the source text, by their number. */
export const claims: ClaimRules = {
  1: [ratio('first-course', 'async', 'sync', faster)],
  2: [ratio('first-course', 'async', 'sync', faster)],
  3: [level('wages', 'threads', 'hiring', 'above'), level('wages', 'processes', 'hiring', 'above')],
};
