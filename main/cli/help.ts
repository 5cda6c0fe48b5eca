/** What `help` prints. */
export const helpText = `Concurrency Lab: measures how synchronous, asynchronous, multithreaded and multiprocess execution behave here.

  list                          the experiments, their presets and times
  run <id...|all>               runs experiments; progress on standard error, results on standard output
      --set NAME=NUMBER         one parameter, for example --set rounds=9
  bench                         your own comparison: one workload under the strategies you choose, by the same rules
      --workload NAME           cpu, socket, file, database, timer, threadpool, mixed (cpu)
      --operation NAME          cpu and mixed: knead, mandelbrot, chase; threadpool: pbkdf2, zlib (the first)
      --strategies A,B          sync, async, async-chunked, threads, processes, threads-async, processes-async
                                (sync,async,threads,processes); all are compared with the first
      --workers 1,2             threads or processes, at most 4 per core (2)
      --in-flight 1,16          tasks at once: on the one loop of async, on each worker of the others (16)
      --task-ms MS              size of a task when it is done alone and synchronously (5)
      --tasks N                 tasks in each cell (40)
      --chunk-ms MS             longest computation between two turns of the loop under async-chunked (2)
      --wait-share SHARE        part of a task of mixed or database that waits, 0 to 1 (0.5)
      --jitter SHARE            latencies vary by this share to both sides (0)
      --pin N                   dispatcher and workers run on N cores only
      --cold                    threads and processes are hired anew inside each cell; their start-up is part of it
      --watch-window            frames, input, calls to main and main's loop are watched in each cell (opens a window)
      --memory-limit MB         limit of each worker's JavaScript heap
      --task-timeout MS         a task that takes longer ends the run
      --target-width WIDTH      stops early once every ratio interval is narrower, for example 0.05
      --rounds N                instead of the preset's number
      --answer                  finds workers and tasks in flight, and says them in one line, for a task of
      --cpu-ms MS                 so much computing and
      --waiting-ms MS             so much waiting, for example bench --answer --cpu-ms 2 --waiting-ms 8
  run and bench take
      --preset quick|standard|thorough   how many rounds (standard)
      --seed N                  order of the rounds and inputs; the same seed gives the same
      --json FILE|DIR/|-        writes the record; a folder is made if it is not there; - is the standard output
      --pdf FILE                writes the report: two pages
      --appendix                and behind them everything that the record's page shows
      --force                   lets --json replace a file that is there already
      --save                    keeps the record in the Notebook
      --wait                    waits if another run is measuring on this machine
      --wait-quiet SECONDS      waits so long at most until other programs leave the cores alone; then measures, quiet or not
      --keep-priority           workers do not lower their priority
  report <record.json|-...> --pdf FILE the report of a record, two pages, or of several in one file; --appendix as above
  verify <record.json|folder|-...>     checks schema, hash, and that a record does not contradict itself;
                                       - is the standard input, a pipe such as <(command) will do
  code <id>                     what each condition of an experiment executes, in JavaScript; id may be workbench
      --python                  the same in Python
      --run-it-yourself         a file for plain Node that shows the effect: lab code <id> --run-it-yourself > a.mjs
  worksheet <id> --pdf FILE            the blank worksheet of a lesson, to be written on
  doctor                        machine, runtime, Python found, what can be pinned

Exit status: 0 ok, 1 a run failed or a record was not accepted, 2 wrong usage, 130 interrupted (what was measured is kept).
`;
