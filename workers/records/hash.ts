import { createHash } from 'node:crypto';
import { canonicalText } from '@core/record/canonical';

/** SHA-256 (FIPS 180-4, by node:crypto) of a record's canonical text, as 64 hex digits. */
export function hashOf(record: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(canonicalText(record)).digest('hex');
}
