import { presets } from '@core/experiments/definition-types';
import type { Preset } from '@core/experiments/definition-types';
import type { WorkbenchChoice } from '@core/experiments/workbench/choice';
import { textOf, UsageError } from './words';
import type { WordOptions, Words } from './words';

/** What `run` and `bench` were asked to do. */
export interface RunOptions {
  readonly experiments: readonly string[];
  readonly preset: Preset;
  readonly seed: number | undefined;
  readonly parameters: Readonly<Record<string, number>>;
  /** What is compared, if it is a run of the Workbench. */
  readonly workbench?: WorkbenchChoice;
  /** The result is the answer in one line. Absent: everything. */
  readonly answer?: true;
  readonly json: string | undefined;
  readonly pdf: string | undefined;
  /** Behind the report's two pages: everything that the record's page shows. Absent: not. */
  readonly appendix?: true;
  /** A file that `json` names may be replaced. Absent: it may not. */
  readonly force?: boolean;
  readonly save: boolean;
  readonly wait: boolean;
  /** Seconds to wait at most for a quiet machine before each run; undefined: not looked at. */
  readonly waitQuietSeconds?: number;
  readonly lowerPriority: boolean;
}

/** The options that both commands take. */
export const commonOptions = {
  preset: { type: 'string', default: 'standard' },
  seed: { type: 'string' },
  json: { type: 'string' },
  pdf: { type: 'string' },
  appendix: { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
  save: { type: 'boolean', default: false },
  wait: { type: 'boolean', default: false },
  'wait-quiet': { type: 'string' },
  'keep-priority': { type: 'boolean', default: false },
} as const satisfies WordOptions;

/** How the common options are shown in a usage line. */
export const commonUsage =
  '[--preset quick|standard|thorough] [--seed N] [--json FILE|DIR/|-] [--pdf FILE] [--appendix] [--force] [--save] [--wait] [--wait-quiet SECONDS] [--keep-priority]';

/** Reads the common options. @throws UsageError naming the option, what it was given and what it takes */
export function readCommonOptions({
  values,
}: Words): Pick<
  RunOptions,
  'preset' | 'seed' | 'json' | 'pdf' | 'appendix' | 'force' | 'save' | 'wait' | 'waitQuietSeconds' | 'lowerPriority'
> {
  const preset = presets.find((one) => one === values['preset']);
  if (!preset) throw new UsageError(`--preset takes ${presets.join(', ')}, not "${String(values['preset'])}".`);
  return {
    preset,
    seed: seedOf(textOf(values['seed'])),
    json: textOf(values['json']),
    pdf: textOf(values['pdf']),
    ...(values['appendix'] === true && { appendix: true }),
    ...(values['force'] === true && { force: true }),
    save: values['save'] === true,
    wait: values['wait'] === true,
    ...waitQuietOf(textOf(values['wait-quiet'])),
    lowerPriority: values['keep-priority'] !== true,
  };
}

const longestWaitSeconds = 86_400;

function waitQuietOf(value: string | undefined): Pick<RunOptions, 'waitQuietSeconds'> {
  if (value === undefined) return {};
  if (!/^\d{1,6}$/.test(value) || Number(value) > longestWaitSeconds) {
    throw new UsageError(`--wait-quiet takes whole seconds from 0 to ${longestWaitSeconds}, not "${value}".`);
  }
  return { waitQuietSeconds: Number(value) };
}

function seedOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const seed = Number(value);
  if (!/^\d+$/.test(value) || seed > 0xffffffff) {
    throw new UsageError(`--seed takes a whole number from 0 to 4294967295, not "${value}".`);
  }
  return seed;
}
