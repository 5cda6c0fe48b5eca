import type { ClaimRules } from '../../claims/claim-types';
import { faster, level, manyCores, notFaster, ratio } from '../../claims/rules';

/** One thread uses several cores; judged only where several threads did, so that there were cores to be used. */
const severalCores = level('computing', 'together', 'cores-used', 'above', {
  ...manyCores,
  onlyIf: { condition: 'threads', measure: 'cores-used', verdict: 'above' },
});

/** What a record of `async-is-not-parallel` says about the statements of the source text, by their number. */
export const claims: ClaimRules = {
  4: [ratio('computing', 'together', 'loop', notFaster), ratio('computing', 'threads', 'loop', faster, manyCores)],
  7: [ratio('computing', 'together', 'loop', faster, manyCores)],
  11: [ratio('computing', 'together', 'loop', notFaster, manyCores)],
  14: [ratio('computing', 'threads', 'together', faster, manyCores)],
  // "Cores" in the plural, by one thread.
  16: [severalCores],
  // Here is no GIL. If it were the reason, one thread would use several cores here.
  18: [severalCores],
};
