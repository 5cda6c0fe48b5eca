/** What `help` prints. */
export const helpText = `Concurrency Lab: measures how synchronous, asynchronous, multithreaded and multiprocess execution behave here.

  list                          the experiments, their presets and times
  run <id...|all>               runs experiments; progress on standard error, results on standard output
      --preset quick|standard|thorough   how many rounds (standard)
      --seed N                  order of the rounds; the same seed gives the same order
      --set NAME=NUMBER         one parameter, for example --set rounds=9
      --json FILE|DIR|-         writes the record; - is the standard output
      --pdf FILE                writes the report
      --save                    keeps the record in the Notebook
      --wait                    waits if another run is measuring on this machine
      --keep-priority           workers do not lower their priority
  report <record.json> --pdf FILE   the report of a record
  verify <record.json...>       checks schema and integrity
  doctor                        machine, runtime, Python found, what can be pinned

Exit status: 0 ok, 1 a run failed or a record was not accepted, 2 wrong usage, 130 interrupted (what was measured is kept).
`;
