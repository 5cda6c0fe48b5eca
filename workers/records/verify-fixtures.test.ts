import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '@core/verify/first-contradiction';
import { readRecord } from './read';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const files = [1, 2].flatMap((format) =>
  readdirSync(join(fixtures, `format-${format}`))
    .filter((name) => name.endsWith('.json.gz'))
    .map((name) => [format, name] as const),
);

describe('honest', () => {
  it.each(files)('format %i: %s', (format, name) => {
    const text = gunzipSync(readFileSync(join(fixtures, `format-${format}`, name))).toString('utf8');
    const { record, analysis } = readRecord(text);
    const began = performance.now();
    const all = [...contradictionsOf(record, analysis)];
    console.log(name, text.length, performance.now() - began);
    expect(all).toEqual([]);
  });
});
