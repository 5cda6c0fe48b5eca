import { describe, expect, it } from 'vitest';
import { english } from '../texts/en';
import { namesOf, textAt } from './names';

const id = 'eggs-and-toast';

describe('names', () => {
  it('are those of the experiment, and ids where there is none', () => {
    const names = namesOf(id);
    expect(names.title).toBe(english.experiments[id].title);
    expect(names.condition('async')).toBe(english.experiments[id].condition.async.name);
    expect(names.condition('pipelined')).toBe('pipelined');
    expect(namesOf('soup').title).toBe('soup');
    expect(namesOf('soup').text('lesson.unknown.title')).toBe(english.lesson.unknown.title);
  });

  it('give undefined for a text that does not exist', () => {
    expect(textAt('no.such.text')).toBeUndefined();
    expect(textAt('app.name')).toBe(english.app.name);
  });
});
