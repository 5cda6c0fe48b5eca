/** Texts of the command line. */
export const commandLine = {
  title: 'Concurrency Lab',
  /** Said before a run about an option that was given. */
  withoutEffect: '--{option} changes nothing here: none of the chosen strategies and no part of this workload uses it.',
  list: {
    bench: 'bench\n  any workload under the strategies you choose, by the same rules; "help" shows its options\n',
  },
  verify: {
    intact: '{file}: intact. Schema version {format}, run {id}, SHA-256 {hash}.',
    contradicts: '{file}: contradicts itself. {what}',
    refused: '{file}: not accepted. {what}',
    note: 'Checked: the schema, the hash, and whether everything stored follows from the executions by the rules of the record. The hash proves that the record was not changed after it was written, except title, tags and notes. Nothing here proves who measured, or how the record came to be.',
    total: 'Total: {files}: {intact} intact, {contradicting} contradicting, {refused} not accepted.',
    filesOne: '1 file',
    standardInput: 'the standard input',
    files: '{n} files',
    columns: { file: 'file', result: 'result', what: 'run, or what is wrong' },
    result: { intact: 'intact', contradicts: 'contradicts itself', refused: 'not accepted' },
    row: '{id}, schema version {format}',
    noFiles: '{folder}: this folder holds no record (no file that ends in .json).',
  },
  bench: {
    throughput: '{estimate} tasks/s {bounds}',
    cpu: 'CPU {estimate} s {bounds}',
    cpuBasis:
      "CPU: of the workers' own threads; what the libuv pool, the server and the database compute for them is not in it",
    cpuUnknown: 'CPU seconds not readable here',
  },
} as const;
