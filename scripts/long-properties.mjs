// Set-up of the property tests when they are to take long: many more runs, from a seed that can be given again.
import process from 'node:process';
import fc from 'fast-check';

const seed = Number(process.env['LONG_SEED']);
console.log(`property tests from seed ${seed}; to repeat them: LONG_SEED=${seed} npm run test:long -- unit-long`);
fc.configureGlobal({ seed, numRuns: 10_000 });
