import type { ExperimentDefinition, PartDefinition } from './definition-types';
import { partsOfForecast, type ForecastDefinition } from './forecasts';
import { predictedConditions } from './predicted-conditions';

/** What a person is asked before the run: about a part, or a forecast. */
export type PredictQuestion =
  | { readonly id: string; readonly part: PartDefinition }
  | { readonly id: string; readonly forecast: ForecastDefinition };

/** All questions in the order of the parts that they are about; of the same part, times, order and curve come first. */
export function predictQuestions(experiment: ExperimentDefinition): PredictQuestion[] {
  const { parts, forecasts = [] } = experiment;
  const left = new Set(forecasts);
  const of = (forecast: ForecastDefinition): PredictQuestion => {
    left.delete(forecast);
    return { id: `forecast-${forecast.id}`, forecast };
  };
  const inParts = parts.flatMap((part): PredictQuestion[] => [
    ...(predictedConditions(experiment, part).length > 0 ? [{ id: `part-${part.id}`, part }] : []),
    ...forecasts.filter((one) => left.has(one) && partsOfForecast(one)[0] === part.id).map(of),
  ]);
  return [...inParts, ...[...left].map(of)];
}

/** True where something of a part is predicted as a number for each condition: it has a chart beside it. */
export function hasNumbers(experiment: ExperimentDefinition): boolean {
  return experiment.parts.some(
    (part) => (part.predictBy ?? 'numbers') === 'numbers' && predictedConditions(experiment, part).length > 0,
  );
}
