import { createI18n } from 'vue-i18n';
import { english } from '@core/texts/en';

/** The one catalogue, as components read it: `const { t } = useI18n()`. */
export const i18n = createI18n({ legacy: false, locale: 'en', fallbackLocale: 'en', messages: { en: english } });
