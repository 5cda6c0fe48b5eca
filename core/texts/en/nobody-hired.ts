import { overridden } from './overridden';
import type { Changes } from './overridden';
import type { report } from './report';
import { resultsTexts } from './results';

const none = 'Nobody is hired in this experiment, so there are no wages.';

/** The shared texts of results for experiments without hired workers. */
export const nobodyHired = overridden(resultsTexts, {
  prediction: { axis: 'Total (ms)' },
  totals: { hired: 'Total' },
  wages: { title: 'Wages', none },
});

/** What the report says otherwise for them. */
export const nobodyHiredReport: Changes<typeof report> = {
  short: { note: 'Brackets hold the 95 % interval of the median of per-round ratios, n = {n} rounds.' },
  prediction: {
    caption: 'Hollow: predicted total. Filled: measured median. {base}.',
    axis: 'Total ({unit})',
  },
  totals: {
    caption:
      'Bar and line: median; whisker: its 95 % interval. Points: single rounds (x: outlier or slow round). Grey ring: warm-up, not analysed. {base}.',
    hired: 'Total',
  },
  wages: { heading: 'Wages', none },
};
