import type { ReportContext } from '../../words/context';
import { measuredPart, observation, type Observation } from '../observation';
import { observedOutcomes, shareOf } from './observed';
import { outcomesFigure } from './outcomes-figure';
import { possibleOutcomes } from './possible';

/** What the counter holds after a lost update. */
const lost = 1;

/** Whether trials without a lock lost an update as often as its schedules do: are all schedules equally likely? */
export function observe(context: ReportContext): Observation {
  const { record, names, analysis } = context;
  const part = measuredPart(context, 'outcomes');
  const possible = possibleOutcomes().find(({ condition }) => condition === 'no-lock');
  const observed = observedOutcomes(record.cells, 'no-lock');
  const rounds = part?.conditions.find(({ condition }) => condition === 'no-lock')?.headline.n ?? 0;
  const losing = possible?.outcomes.find(({ counter }) => counter === lost)?.schedules ?? 0;
  const schedules = possible?.schedules ?? 1;
  const share = observed && rounds >= analysis.method.minimumRounds ? shareOf(observed, lost) : undefined;
  const expected = losing / schedules;
  const found = share && (share.high < expected ? 'less' : share.low > expected ? 'more' : 'same');
  const figure = part && outcomesFigure(context, part);
  return observation(
    (['less', 'same', 'more'] as const).map((id) => ({
      id,
      label: names.text(`questions.observe.${id}`),
      truth: found === undefined ? 'open' : found === id ? 'right' : 'wrong',
    })),
    figure ? [figure] : [],
    { losing, schedules, times: observed?.times.get(lost) ?? 0, trials: observed?.trials ?? 0 },
  );
}
