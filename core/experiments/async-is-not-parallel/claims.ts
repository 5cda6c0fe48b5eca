import type { ClaimRules } from '../../claims/claim-types';
import { faster, manyCores, notFaster, ratio } from '../../claims/rules';

/** What a record of `async-is-not-parallel` says about the statements of the source text, by their number. */
export const claims: ClaimRules = {
  4: [ratio('computing', 'together', 'loop', notFaster), ratio('computing', 'threads', 'loop', faster, manyCores)],
  7: [ratio('computing', 'together', 'loop', faster, manyCores)],
  9: [ratio('computing', 'together', 'loop', faster)],
  11: [ratio('computing', 'together', 'loop', notFaster, manyCores)],
  14: [ratio('computing', 'threads', 'together', faster, manyCores)],
};
