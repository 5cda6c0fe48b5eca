import type { ClaimRules } from '../../claims/claim-types';
import { faster, ratio } from '../../claims/rules';

/** What a record of `waiting-for-io` says about the statements of the source text, by their number. */
export const claims: ClaimRules = {
  1: [ratio('requests', 'in-flight-16', 'in-flight-1', faster)],
  5: [
    ratio('requests', 'in-flight-16', 'in-flight-1', faster),
    ratio('files', 'in-flight-16', 'in-flight-1', faster),
    ratio('queries', 'in-flight-16', 'in-flight-1', faster),
  ],
  9: [ratio('requests', 'in-flight-16', 'in-flight-1', faster)],
};
