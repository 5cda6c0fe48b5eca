import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findExperiment } from '@core/experiments/catalogue';
import { namesOf } from '@core/words/names';
import { machineInWords } from '@core/words/context';
import { renderReport } from '@core/print/report';
import { asSample } from '@core/words/sample';
import { readRecord } from './read';

const files = readdirSync('samples');
/** All samples together, in bytes: they are a part of every package. */
const most = 4e6;

describe('the samples', () => {
  it('are compressed records and nothing else, and small', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((name) => !name.endsWith('.json.gz'))).toEqual([]);
    expect(files.reduce((sum, name) => sum + readFileSync(`samples/${name}`).length, 0)).toBeLessThan(most);
  });

  it.each(files)('%s is a real run of the quick preset, complete and without a contradiction', (name) => {
    const { record, analysis } = readRecord(gunzipSync(readFileSync(`samples/${name}`)).toString('utf8'));
    const id = name.replace('.json.gz', '');
    expect(findExperiment(id)).toBeDefined();
    expect(record.plan).toMatchObject({ experiment: id, preset: 'quick' });
    expect(record.outcome.status).toBe('completed');
    expect(record.prediction.status).toBe('skipped');
    expect(analysis.contradiction).toBeUndefined();
    expect(record.cells.length).toBeGreaterThan(0);
  });

  it.each(files)('%s says in its title, its captions and its print that it is one', (name) => {
    const { record, analysis } = readRecord(gunzipSync(readFileSync(`samples/${name}`)).toString('utf8'));
    const shown = asSample(record);
    expect(shown.title).toBe(`${namesOf(record.plan.experiment).title} (sample, another machine)`);
    expect(machineInWords(shown)).toContain('Sample, another machine');
    expect(machineInWords(record)).not.toContain('sample');
    const page = renderReport(shown, analysis, { stylesheet: '/report.css', appendix: true });
    const captions = [...page.matchAll(/<figcaption>([\s\S]*?)<\/figcaption>/g)].map(([, text = '']) => text);
    const naming = captions.filter((text) => text.includes(record.environment.cpuModel.trim()));
    expect(naming.length).toBeGreaterThan(2);
    expect(naming.filter((text) => !/sample, another machine/i.test(text))).toEqual([]);
  });
});
