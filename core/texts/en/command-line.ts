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
  },
} as const;
