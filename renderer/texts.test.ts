import { describe, expect, it } from 'vitest';
import { translate } from '@core/texts/translate';
import { i18n } from './i18n';

const sources = import.meta.glob<string>(['./**/*.vue', './**/*.ts', '!./**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Texts that a file asks for by a fixed path. */
function pathsIn(source: string): readonly string[] {
  return [...source.matchAll(/\bt\(\s*'([a-zA-Z0-9.-]+)'/g)].map((match) => match[1] ?? '');
}

describe('texts of the window', () => {
  it.each(Object.entries(sources).filter(([, source]) => pathsIn(source).length > 0))(
    'all exist for %s',
    (_file, source) => {
      for (const path of pathsIn(source)) expect(() => translate(path), path).not.toThrow();
    },
  );

  it('are read by vue-i18n as by the command line, places filled in', () => {
    const values = { rate: 4, seconds: 120 };
    expect(i18n.global.t('app.load.captionRate', values)).toBe(translate('app.load.captionRate', values));
    expect(i18n.global.t('app.load.captionEach')).toBe(translate('app.load.captionEach'));
  });
});
