import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { namesOf } from '@core/words/names';
import { storyOf } from '@core/words/story';
import { readRecord } from './read';

const folder = 'fixtures/format-1';
const kept = readdirSync(folder).filter((name) => name.endsWith('.quick.json.gz') || name.startsWith('workbench'));
const unfilled = /[{}]|NaN|undefined|Infinity|\[object|\b(story|results|lesson|glossary|breakEven)\.\w/;

describe.each(kept)('the story of the kept record %s', (name) => {
  it('can be told', () => {
    const { record, analysis } = readRecord(gunzipSync(readFileSync(`${folder}/${name}`)).toString('utf8'));
    const experiment = record.definition;
    const story = storyOf({ record, analysis, experiment, names: namesOf(experiment.id) });
    const said = [story.hero.value, story.sentence, story.takeaway, ...story.findings.map(({ text }) => text)];
    for (const text of said) {
      expect(text).not.toBe('');
      expect(text).not.toMatch(unfilled);
    }
  });
});
