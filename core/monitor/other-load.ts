/** What uses the cores beside the lab, over about a second. Shown to the person who starts a run; stored nowhere. */
export interface OtherLoad {
  /** Logical cores of the machine. */
  readonly cores: number;
  /** Cores that everything but the lab kept busy, 0 to `cores`. */
  readonly busyCores: number;
  /** The busiest programs by name, most first; what is missing to `busyCores` the system tells no name for. */
  readonly programs: readonly OtherProgram[];
}

export interface OtherProgram {
  readonly name: string;
  /** Cores that all processes of this name kept busy together. */
  readonly cores: number;
}

/**
 * Others may use this much of one core before a run. The same amount during a round is what a record warns of
 * (`core/analysis/warnings.ts`), so a run that starts below it does not start with a warning.
 */
export const quietBelowCores = 0.25;

/** Quiet looks in a row, about a second each, after which a run that waits begins: a pause of a build is not quiet. */
export const quietLooksInARow = 3;

/** True if a run that starts now would not be disturbed noticeably. */
export function isQuiet({ busyCores }: OtherLoad): boolean {
  return busyCores < quietBelowCores;
}

/** Share of all cores, in whole per cent. */
export function percentOfCores(busyCores: number, { cores }: OtherLoad): number {
  return Math.round((100 * busyCores) / cores);
}
