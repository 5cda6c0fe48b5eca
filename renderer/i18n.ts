import { createI18n, type I18n } from 'vue-i18n';
import { english } from '@core/texts/en';

// The type of every single text is longer than the compiler writes down, so that of the catalogue is named here.
type Catalogue = Record<'en', typeof english>;

/** The one catalogue, as components read it: `const { t } = useI18n()`. */
export const i18n: I18n<Catalogue, Record<string, never>, Record<string, never>, 'en', false> = createI18n({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  messages: { en: english },
});
