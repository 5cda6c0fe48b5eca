import type { ExperimentDefinition } from '../experiments/definition-types';
import type { ForecastAnswer } from '../record/forecasts';

/**
 * When all is done by the traces that were drawn: part -> condition -> milliseconds. A condition whose bars are not all placed
 * says nothing.
 */
export function drawnTotalsMs(
  { forecasts = [] }: Pick<ExperimentDefinition, 'forecasts'>,
  answers: Readonly<Record<string, ForecastAnswer>> = {},
): Record<string, Record<string, number>> {
  const totals: Record<string, Record<string, number>> = {};
  for (const forecast of forecasts) {
    const answer = Object.hasOwn(answers, forecast.id) ? answers[forecast.id] : undefined;
    if (forecast.kind !== 'trace' || answer?.kind !== 'trace') continue;
    const drawn = Object.entries(answer.bars).filter(([, bars]) => bars.length === forecast.tasks.length);
    totals[forecast.part] = Object.fromEntries(
      drawn.map(([condition, bars]) => [condition, Math.max(0, ...bars.map(({ endMs }) => endMs))] as const),
    );
  }
  return totals;
}
