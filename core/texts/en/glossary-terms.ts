import { labTerms } from './glossary-lab';
import { programTerms } from './glossary-programs';

/**
 * Words of programs and machines, then words of the lab. One word per thing, one plain definition each: the Guide lists
 * them, and their first use on a screen shows them. The name under which a term stands is its place in the Guide.
 */
export const glossaryTerms = { ...programTerms, ...labTerms } as const;
