import type { ClaimRules } from '../../claims/claim-types';
import { level } from '../../claims/rules';

/** What a record of `freeze-the-window` says about the statements of the source text, by their number. */
export const claims: ClaimRules = {
  6: [level('blocking', 'thread', 'frame-gap', 'below'), level('blocking', 'process', 'frame-gap', 'below')],
};
