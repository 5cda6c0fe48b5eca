import type { Interpreter } from '../python/interpreter';
import type { Expectation } from './definition-types';

/** What a definition may depend on besides the number of cores; nothing is known where a field is absent. */
export interface DefinitionChoice {
  /** Interpreters of Python that were found, in the order in which they are used. */
  readonly pythons?: readonly Interpreter[] | undefined;
  /** CPU quota of the control group in cores, where it is lower than what the machine offers. */
  readonly quotaCores?: number | undefined;
  /** Step of the system's timers in milliseconds, where it is coarse. */
  readonly timerGrainMs?: number | undefined;
  /** What a person chose for the experiment's parameters. */
  readonly parameters?: Readonly<Record<string, number>> | undefined;
}

/**
 * Whole cores that workers can count on: those that the machine offers, or what a lower quota leaves of them.
 * @param availableParallelism at least 1
 * @param quotaCores cores' worth of CPU time that a control group allows; null: no limit
 */
export function coresFor(
  availableParallelism: number,
  quotaCores: number | null,
): { readonly cores: number; readonly quotaCores?: number } {
  if (quotaCores === null || quotaCores >= availableParallelism) return { cores: availableParallelism };
  return { cores: Math.max(1, Math.floor(quotaCores)), quotaCores };
}

/**
 * What theory says of several workers that compute, against one: a gain where each has a core. A quota is handed out in periods
 * of a tenth of a second: within one, more threads may be ahead of their share, so below two cores' worth nothing is predicted.
 */
export function gainOn(cores: number, quotaCores?: number): Expectation {
  if (quotaCores !== undefined && quotaCores < 2) return 'open';
  return cores > 1 ? 'faster' : 'not-faster';
}

/** What theory says of more workers than cores, against as many: no gain, but for what a quota lets through in bursts. */
export function beyondCores(quotaCores?: number): Expectation {
  return quotaCores === undefined ? 'not-faster' : 'open';
}
