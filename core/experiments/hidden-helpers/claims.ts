import type { ClaimRules } from '../../claims/claim-types';
import { faster, manyCores, ratio } from '../../claims/rules';

/** What a record of `hidden-helpers` says about the statements of the source text, by their number. */
export const claims: ClaimRules = {
  5: [ratio('files', 'pool-4', 'pool-1', faster)],
  7: [ratio('hashing', 'pool-4', 'pool-1', faster, { ...manyCores, isContext: true })],
};
