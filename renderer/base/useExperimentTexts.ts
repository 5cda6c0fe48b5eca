import { useI18n } from 'vue-i18n';
import { catalogue } from '@core/experiments/catalogue';
import { experimentText } from '@core/texts/experiment-text';
import type { TextValues } from '@core/texts/translate';
import type { ChartTexts } from '../charts/chart-theme';

/**
 * Texts of one experiment, shared lesson and result texts included. An unknown experiment reads those of the first one, so
 * that even "no such experiment" has words.
 */
export function useExperimentTexts(experiment: () => string): ChartTexts {
  const i18n = useI18n();
  const home = (): string => {
    const id = experiment();
    return i18n.te(`experiments.${id}.title`) ? id : (catalogue[0]?.id ?? id);
  };
  return {
    of: (path: string, values: TextValues = {}) => {
      const text = experimentText(home(), path);
      return i18n.t(text.path, { ...text.values, ...values });
    },
    glossary: (path: string) => i18n.t(`glossary.${path}`),
  };
}
