import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { catalogue } from '@core/experiments/catalogue';

it('the seconds of every preset are those that docs/methodology.md tells, and quick is over within half a minute', () => {
  const text = readFileSync(join(__dirname, '../../docs/methodology.md'), 'utf8');
  const rows = [...text.matchAll(/^\| ([a-z-]+) +\| (\d+) +\| (\d+) +\| (\d+) +\|/gm)].map(([, id, ...seconds]) => [
    id,
    ...seconds.map(Number),
  ]);
  expect(rows).toEqual(
    catalogue.map(({ id, presets: { quick, standard, thorough } }) => [
      id,
      ...[quick, standard, thorough].map((preset) => preset.expectedSeconds),
    ]),
  );
  for (const { id, presets } of catalogue) expect(presets.quick.expectedSeconds, id).toBeLessThanOrEqual(30);
});
