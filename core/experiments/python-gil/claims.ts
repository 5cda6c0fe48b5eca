import type { ClaimRules } from '../../claims/claim-types';
import { faster, level, manyCores, notFaster, ratio } from '../../claims/rules';

/** What a record of `python-gil` says about the statements of the source text, by their number. */
export const claims: ClaimRules = {
  // "Asynchronous code can help make better use of the CPU time by interleaving tasks during I/O", under the GIL.
  11: [ratio('cpu', 'threads', 'one', notFaster, manyCores), ratio('waiting', 'asyncio', 'one', faster)],
  // "The GIL can still limit the true parallelism for CPU-bound tasks"; waiting is not limited.
  12: [
    ratio('cpu', 'threads', 'one', notFaster, manyCores),
    level('cpu', 'threads', 'cpu-share', 'below', manyCores),
    ratio('waiting', 'waiters', 'one', faster),
  ],
  // "Parallelism without the GIL limitations", and asynchronous code within each process.
  13: [ratio('cpu', 'processes', 'one', faster, manyCores), ratio('mixed', 'loops', 'asyncio', faster, manyCores)],
};
