import type { ClaimRules } from '../../claims/claim-types';
import { faster, manyCores, ratio } from '../../claims/rules';

/** What a record of `many-cooks` says about the statements of the source text, by their number. */
export const claims: ClaimRules = {
  4: [ratio('computing', 'threads-{cores}', 'threads-1', faster, manyCores)],
  12: [ratio('computing', 'threads-{cores}', 'threads-1', faster, manyCores)],
  14: [ratio('computing', 'threads-{cores}', 'threads-1', faster, manyCores)],
};
