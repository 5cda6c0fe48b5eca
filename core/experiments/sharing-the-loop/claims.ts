import type { ClaimRules } from '../../claims/claim-types';
import { level } from '../../claims/rules';

/** What a record of `sharing-the-loop` says about the statements of the source text, by their number. */
export const claims: ClaimRules = {
  6: [
    level('job', 'promises', 'lateness', 'below'),
    level('job', 'next-tick', 'lateness', 'below'),
    level('job', 'immediate', 'lateness', 'below'),
  ],
  10: [level('job', 'immediate', 'lateness', 'below')],
};
