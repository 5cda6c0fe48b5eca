import type { ClaimRules } from '../../claims/claim-types';
import { faster, level, ratio } from '../../claims/rules';

/** What a record of `slow-supplier` says about the statements of the source text, by their number. */
export const claims: ClaimRules = {
  // One thread that awaits, against several that block: what waits leaves its thread to others.
  9: [ratio('slow', 'async', 'threads-4', faster)],
  // Nine in ten orders are prompt: do they have their answers while slow ones are under way?
  17: [level('slow', 'async', 'wait-median', 'below')],
};
