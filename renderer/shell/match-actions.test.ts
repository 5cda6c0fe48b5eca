import { describe, expect, it } from 'vitest';
import { groupActions, matchActions } from './match-actions';
import type { PaletteAction } from './match-actions';

function action(label: string, group = 'Pages'): PaletteAction {
  return { id: label, label, group, run: () => undefined };
}

const actions = [
  action('Go to Notebook'),
  action('Go to Settings'),
  action('Open record: Not on battery', 'Records'),
  action('Notes', 'Records'),
];
const labels = (query: string): readonly string[] => matchActions(actions, query).map(({ label }) => label);

describe('matchActions', () => {
  it('offers everything in its own order without a query', () => {
    expect(labels('  ')).toEqual(actions.map(({ label }) => label));
  });

  it('puts the start of a label before the start of a word', () => {
    expect(labels('not')).toEqual(['Notes', 'Go to Notebook', 'Open record: Not on battery']);
  });

  it('puts the start of a word before its inside', () => {
    expect(labels('t')[0]).not.toBe('Notes');
    expect(labels('t').at(-1)).toBe('Notes');
  });

  it('needs every word, in any order and case', () => {
    expect(labels('SETT go')).toEqual(['Go to Settings']);
    expect(labels('settings record')).toEqual([]);
  });
});

describe('what is found besides the label', () => {
  const more: readonly PaletteAction[] = [
    { ...action('Go to Notebook'), keywords: 'records PDF' },
    { ...action('Save PDF of “Not on battery” …', 'Records'), isOnlyFound: true },
  ];
  const found = (query: string): readonly string[] => matchActions(more, query).map(({ label }) => label);

  it('counts less than the label', () => {
    expect(found('pdf')).toEqual(['Save PDF of “Not on battery” …', 'Go to Notebook']);
    expect(found('notebook pdf')).toEqual(['Go to Notebook']);
    expect(found('claims')).toEqual([]);
  });

  it('is offered unasked only where it crowds nothing out', () => {
    expect(found('')).toEqual(['Go to Notebook']);
  });
});

describe('groupActions', () => {
  it('keeps the order of the best', () => {
    expect(groupActions(matchActions(actions, 'not')).map(({ name, actions: found }) => [name, found.length])).toEqual([
      ['Records', 2],
      ['Pages', 1],
    ]);
  });
});
