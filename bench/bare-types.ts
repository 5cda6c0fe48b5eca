export interface BareDough {
  readonly ns: number;
  readonly checksum: number;
}

/** One condition once: from giving out the doughs until both are done, and each dough inside its worker. */
export interface BareTime {
  readonly totalNs: number;
  readonly doughs: readonly BareDough[];
}

export interface BareRound {
  readonly sync: BareTime;
  readonly threads: BareTime;
  readonly processes: BareTime;
}

export interface BareResult {
  readonly runtime: string;
  readonly rounds: readonly BareRound[];
}
