import type { ReportContext } from '../../words/context';
import { isJudged, none, observation, type Observation, type ObservedOption, type Truth } from '../observation';
import { breakEvenFigures } from './figures';

/** The smallest size at which the whole interval of warm processes against inline lies on the faster side. */
export function observe(context: ReportContext): Observation {
  const { analysis, names } = context;
  const sizes = analysis.parts
    .filter(({ conditions }) => conditions.length > 0)
    .map((part) => {
      const found = part.verdicts.find(({ condition, baseline }) => condition === 'processes' && baseline === 'inline');
      const isTold = found?.ratio && found.rounds >= analysis.method.minimumRounds && isJudged(part);
      // Above 1x on the chart: the time ratio is below 1.
      return {
        id: part.part,
        label: names.part(part.part),
        isAbove: isTold ? (found.ratio?.high ?? 1) < 1 : undefined,
      };
    });
  const first = sizes.findIndex(({ isAbove }) => isAbove === true);
  const isTold =
    sizes.length > 0 && sizes.slice(0, first < 0 ? undefined : first).every(({ isAbove }) => isAbove === false);
  const truth = (isRight: boolean): Truth => (isTold ? (isRight ? 'right' : 'wrong') : 'open');
  return observation(
    [
      ...sizes.map(({ id, label }, index): ObservedOption => ({ id, label, truth: truth(index === first) })),
      { id: none, label: names.text('questions.observe.options.none'), truth: truth(first < 0) },
    ],
    breakEvenFigures(context),
  );
}
