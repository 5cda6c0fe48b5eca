import { describe, expect, it } from 'vitest';
import { english } from '../texts/en';
import { namesOf } from './names';
import { warningText } from './warnings';

const id = 'eggs-and-toast';
const names = namesOf(id);

describe('warningText', () => {
  it.each(Object.keys(english.warnings))('has words for %s', (code) => {
    const unknown = names.text('results.warnings.unknown', { code });
    expect(warningText({ code, values: {} }, names)).not.toBe(unknown);
  });

  it('replaces ids by names and leaves no place open', () => {
    const text = warningText({ code: 'checksums-differ', values: { part: 'doughs', task: 'dough-2' } }, names);
    expect(text).toContain(english.experiments[id].part.doughs.name);
    expect(text).toContain(english.experiments[id].task['dough-2']);
    expect(text).not.toMatch(/\{\w+\}/);
  });

  it('names an unknown code instead of hiding it', () => {
    expect(warningText({ code: 'new-warning', values: {} }, names)).toContain('new-warning');
  });
});
