import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { hashOf } from './hash';
import { readRecord } from './read';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
/** Long ones are read by the guard (`e2e/guard`), which also holds what every screen says of them. */
const files = [1, 2].flatMap((format) =>
  readdirSync(join(fixtures, `format-${format}`))
    .filter((name) => name.endsWith('.json.gz') && !/\.(standard|thorough)\./.test(name))
    .map((name) => [format, name] as const),
);

describe('records of every format, as a program wrote them', () => {
  it.each(files)('format %i: %s is intact and judged as it was', (format, name) => {
    const text = gunzipSync(readFileSync(join(fixtures, `format-${format}`, name))).toString('utf8');
    const { json, record, analysis } = readRecord(text);
    expect(json['schemaVersion']).toBe(format);
    expect(record.fileFormat ?? record.schemaVersion).toBe(format);
    expect(record.hash).toBe(hashOf(json));
    expect(analysis.parts.flatMap(({ verdicts }) => verdicts)).toEqual(record.verdicts);
    expect(analysis.parts.flatMap(({ levels }) => levels)).toEqual(record.levels ?? []);
    expect(analysis.contradiction).toBeUndefined();
  });
});
