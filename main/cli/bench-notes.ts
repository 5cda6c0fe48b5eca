import type { WorkbenchChoice } from '@core/experiments/workbench/choice';
import { translate } from '@core/texts/translate';
import type { BenchOption } from './bench-arguments';

type Applies = (choice: WorkbenchChoice) => boolean;

function hasWorkload(...workloads: readonly WorkbenchChoice['workload'][]): Applies {
  return ({ workload }) => workloads.includes(workload);
}

function hasStrategy(pattern: RegExp): Applies {
  return ({ strategies }) => strategies.some((strategy) => pattern.test(strategy));
}

/** The options that do something under some choices only. */
const applies: Readonly<Partial<Record<BenchOption, Applies>>> = {
  workers: hasStrategy(/^(?:threads|processes)/),
  cold: hasStrategy(/^(?:threads|processes)/),
  'in-flight': hasStrategy(/async/),
  'chunk-ms': (choice) => hasStrategy(/^async-chunked$/)(choice) && hasWorkload('cpu', 'mixed')(choice),
  'wait-share': hasWorkload('mixed', 'database'),
  jitter: hasWorkload('socket', 'timer', 'database', 'mixed'),
};

/** A sentence for each of these options that changes nothing under this choice. */
export function optionsWithoutEffect(choice: WorkbenchChoice, given: readonly BenchOption[]): readonly string[] {
  return given
    .filter((option) => applies[option]?.(choice) === false)
    .map((option) => translate('commandLine.withoutEffect', { option }));
}
