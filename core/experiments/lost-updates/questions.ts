import type { ReportContext } from '../../words/context';
import { measuredPart, none, observation, type Observation } from '../observation';
import { trialsFigure, trialsOf } from './trials-figure';

const ways = ['unprotected', 'atomics', 'mutex', 'owner'] as const;

/** Which ways on threads lost at least one update, counted over all trials of all rounds. */
export function observe(context: ReportContext): Observation {
  const { record, names, analysis } = context;
  const part = measuredPart(context, 'threads');
  const counted = ways.map((id) => ({ id, trials: trialsOf(record.cells, 'threads', id) }));
  const enough = part?.conditions.every(({ headline }) => headline.n >= analysis.method.minimumRounds) === true;
  const isTold = enough && counted.every(({ trials }) => trials !== undefined);
  const lossy = counted.filter(({ trials }) => trials !== undefined && trials.lossy > 0);
  const truth = (isRight: boolean) =>
    isTold ? (isRight ? ('right' as const) : ('wrong' as const)) : ('open' as const);
  const figure = part && trialsFigure(context, part);
  return observation(
    [
      ...counted.map(({ id, trials }) => ({
        id,
        label: names.condition(id),
        truth: truth(trials !== undefined && trials.lossy > 0),
      })),
      { id: none, label: names.text('questions.observe.none'), truth: truth(lossy.length === 0) },
    ],
    figure ? [figure] : [],
    {
      lossy: lossy.reduce((sum, { trials }) => sum + (trials?.lossy ?? 0), 0),
      trials: lossy.reduce((sum, { trials }) => sum + (trials?.trials ?? 0), 0),
    },
  );
}
