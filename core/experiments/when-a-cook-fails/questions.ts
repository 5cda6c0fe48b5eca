import type { ReportContext } from '../../words/context';
import { observation, type Observation } from '../observation';
import { places, ways } from './definition';
import { survivalFigure } from './figures';
import { survivalOf } from './survival';

/** In which place most failures took the other tasks along, in every measured round. */
export function observe(context: ReportContext): Observation {
  const { names, record, analysis } = context;
  const cells = survivalOf(record);
  const figure = survivalFigure(context);
  const counts = places.map((place) => {
    const own = cells.filter((cell) => cell.place === place);
    const isTold = own.length === ways.length && own.every(({ rounds }) => rounds >= analysis.method.minimumRounds);
    return { place, isTold, took: own.filter(({ rounds, othersLost }) => othersLost === rounds).length };
  });
  const most = Math.max(...counts.map(({ took }) => took));
  const isOne = counts.filter(({ took }) => took === most).length === 1 && counts.every(({ isTold }) => isTold);
  const options = counts.map(({ place, took }) => ({
    id: place,
    label: names.text(`matrix.place.${place}`),
    truth: !isOne ? ('open' as const) : took === most ? ('right' as const) : ('wrong' as const),
  }));
  return observation(options, figure ? [figure] : [], { count: most });
}
