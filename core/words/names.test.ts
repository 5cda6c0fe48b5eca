import { describe, expect, it } from 'vitest';
import { english } from '../texts/en';
import { translate } from '../texts/translate';
import { namesOf, textAt, warningText } from './names';

const id = 'eggs-and-toast';

describe('names', () => {
  it('are those of the experiment, and ids where there is none', () => {
    const names = namesOf(id);
    expect(names.title).toBe(english.experiments[id].title);
    expect(names.condition('async')).toBe(english.experiments[id].condition.async.name);
    expect(names.condition('pipelined')).toBe('pipelined');
    expect(namesOf('soup').title).toBe('soup');
  });

  it('give undefined for a text that does not exist', () => {
    expect(textAt('no.such.text')).toBeUndefined();
    expect(textAt('app.name')).toBe(english.app.name);
  });
});

describe('warningText', () => {
  it.each(Object.keys(english.warnings))('has words for %s', (code) => {
    const unknown = translate('report.warnings.unknown', { code });
    expect(warningText(id, { code, values: {} })).not.toBe(unknown);
  });

  it('replaces ids by names and leaves no place open', () => {
    const text = warningText(id, { code: 'checksums-differ', values: { part: 'doughs', task: 'dough-2' } });
    expect(text).toContain(english.experiments[id].part.doughs.name);
    expect(text).toContain(english.experiments[id].task['dough-2']);
    expect(text).not.toMatch(/\{\w+\}/);
  });

  it('names an unknown code instead of hiding it', () => {
    expect(warningText(id, { code: 'new-warning', values: {} })).toContain('new-warning');
  });
});
