import type { ClaimRules } from '../../claims/claim-types';
import { level } from '../../claims/rules';

/** What a record of `blocked-is-not-busy` says about the statements of the source text, by their number. */
export const claims: ClaimRules = {
  6: [level('passing-time', 'async-wait', 'utilization', 'below')],
  9: [level('passing-time', 'async-wait', 'utilization', 'below')],
};
