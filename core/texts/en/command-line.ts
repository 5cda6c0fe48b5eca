/** Texts of the command line. */
export const commandLine = {
  title: 'Concurrency Lab',
  /** Said before a run about an option that was given. */
  withoutEffect: '--{option} changes nothing here: none of the chosen strategies and no part of this workload uses it.',
  list: {
    bench: 'bench\n  any workload under the strategies you choose, by the same rules; "help" shows its options\n',
  },
  bench: {
    throughput: '{estimate} tasks/s {bounds}',
    cpu: 'CPU {estimate} s {bounds}',
    cpuBasis:
      "CPU: of the workers' own threads; what the libuv pool, the server and the database compute for them is not in it",
    cpuUnknown: 'CPU seconds not readable here',
    work: 'Work: {workload}, {tasks} tasks of {ms} ms in each cell',
    workWithOperation: 'Work: {workload} ({operation}), {tasks} tasks of {ms} ms in each cell',
    calibration: 'Calibration: {units} {unit} for the {ms} ms wanted of each piece ({samples} samples)',
    noise: 'Noise floor: {floor}x (the first condition twice, n = {n})',
    pinning: {
      notAsked: 'Pinning: not asked for',
      missing: 'Pinning: {cores} asked for, but the run ended before it',
      impossible: 'Pinning, {condition}: {cores} asked for, not pinned: this system has no means for it',
      unreadable:
        'Pinning, {condition}: {cores} asked for, set by {method}; this system does not let it be read back, so it is not verified',
      verified:
        'Pinning, {condition}: {cores} asked for, set by {method}; verified: {threads} threads read back CPU {allowed}',
      different:
        'Pinning, {condition}: {cores} asked for, set by {method}; NOT verified: {threads} threads read back CPU {allowed}',
    },
    stop: {
      all: 'Stopped: after the last round ({rounds})',
      early: 'Stopped: in round {round} of {rounds}, before the end',
      'narrow-enough': 'Stopped: after {rounds} rounds every interval is narrower than {target} (widest {widest})',
      'maximum-reached':
        'Stopped: after the last round ({rounds}), and not every interval is narrower than {target} (widest {widest})',
      noWidth: 'none to compare',
    },
  },
} as const;
