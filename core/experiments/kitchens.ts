import type { TraceState } from '../record/forecasts';
import type { ExperimentDefinition } from './definition-types';
import type { TraceForecast } from './forecasts';

/** A task of one kitchen: how long its bar is, and what its cook does meanwhile. */
export interface TraceTask {
  readonly id: string;
  readonly lengthMs: number;
  readonly state: TraceState;
}

/** One condition on which bars are drawn. */
export interface Kitchen {
  readonly condition: string;
  /** Ids of the workers' seats, a lane each. */
  readonly lanes: readonly string[];
  readonly tasks: readonly TraceTask[];
  /** True where tasks overlap on one lane, because its worker only sets timers. */
  readonly isAsync: boolean;
}

/** The kitchens of a forecast. @param values the parameters' values in ms */
export function kitchensOf(
  { conditions }: ExperimentDefinition,
  forecast: TraceForecast,
  values: Readonly<Record<string, number>>,
): Kitchen[] {
  return forecast.conditions.flatMap((id) => {
    const condition = conditions.find((one) => one.id === id);
    if (!condition) return [];
    const isAsync = condition.strategy === 'async' || condition.strategy.endsWith('-async');
    const tasks = forecast.tasks.map(({ id: task, parameter, waits }) => ({
      id: task,
      lengthMs: values[parameter] ?? 0,
      state: !waits ? ('busy' as const) : isAsync ? ('timer' as const) : ('blocked' as const),
    }));
    return [{ condition: id, lanes: condition.seats.map((seat) => seat.id), tasks, isAsync }];
  });
}

/** End of the time axis in ms: everything one after the other, and some room. */
export function traceEndMs(kitchens: readonly Kitchen[]): number {
  const all = kitchens.map(({ tasks }) => tasks.reduce((sum, { lengthMs }) => sum + lengthMs, 0));
  return Math.max(100, Math.ceil((1.1 * Math.max(0, ...all)) / 100) * 100);
}
