/** Texts of the claims ledger: the statements in the words of the source text, and what theory says about each. */
export const claims = {
  verdict: {
    supported: 'supported',
    'supported-with-conditions': 'supported with conditions',
    'not-supported': 'not supported',
    undecided: 'undecided',
    'not-yet-tested': 'not yet tested',
  },

  outcome: {
    supports: 'speaks for it',
    contradicts: 'speaks against it',
    undecided: 'undecided',
    'too-noisy': 'too noisy to tell',
    context: 'beside it',
    'not-measured': 'not measured',
    'not-judged': 'not judged',
    'too-few-cores': 'needs more cores',
    'not-pinned': 'not pinned',
  },

  /** What a rule asks, in the words of the experiment. */
  test: {
    faster: 'Speaks for it if {subject} is faster than {baseline}.',
    notFaster: 'Speaks for it if {subject} is not faster than {baseline}.',
    above: 'Speaks for it if {measure} is above {threshold}.',
    below: 'Speaks for it if {measure} is below {threshold}.',
    context: 'Counts for neither side: it shows where the statement ends.',
  },

  measure: {
    hiring: 'the time to hire all workers',
    memory: 'the memory of each hired worker',
    'frame-gap': 'the longest gap between two frames of the window',
    lateness: 'the longest lateness of the heartbeat',
    utilization: 'the event-loop utilisation',
    'cpu-share': 'the CPU time in each second',
    'next-begin': 'the time until the next task began',
    'cores-used': 'the number of cores that the process used',
    connections: 'the number of connections open at once',
    'memory-per-wait': 'the memory for each wait',
    'lock-wait': 'the share of their time for which the threads waited for a lock',
    'deadlock-share': 'the share of dinners that ended in a deadlock',
    'lost-share': 'the share of updates lost',
    'lossy-trials': 'the share of trials that lost an update',
    'lost-updates': 'the number of updates lost',
    'wait-median': 'the time within which half of the orders had their answer',
    'wait-p99': 'the time within which 99 in 100 orders had their answer',
  },

  level: {
    measured: '{subject}: {measure} is {value}, n = {n}.',
    undecided: '{subject}: {measure} is {value}, n = {n}; undecided, more samples needed.',
    'too-few': '{subject}: {measure} is {value}, from too few samples: {n} of at least {minimum}.',
    'not-judged':
      '{subject}: {measure} is {value}, n = {n}; not judged, because something else on the machine disturbed the run.',
    'not-measured': '{subject}: {measure} was not measured.',
  },

  barrier: {
    'too-few-cores': 'The machine offers {cores} core to the lab; the statement is about several.',
    'not-pinned':
      'This run was not verified to stay on one core, so it says nothing about one core. Pinning works on Linux and Windows.',
  },

  /** Why the verdict is what it is: counts of tests, then the sentences that decided. */
  reason: {
    one: {
      supports: 'The one test made here speaks for it.',
      contradicts: 'The one test made here speaks against it.',
    },
    both: { supports: 'Both tests made here speak for it.', contradicts: 'Both tests made here speak against it.' },
    all: {
      supports: 'All {n} tests made here speak for it.',
      contradicts: 'All {n} tests made here speak against it.',
    },
    mixed: 'Tests made here: {counts}.',
    count: { supports: '{n} for it', contradicts: '{n} against it', undecided: '{n} undecided' },
    moreRounds: 'More rounds are needed.',
    notTested: 'Not tested on this machine yet.',
    unusable: 'What was run here says nothing about it.',
    unavailable: 'No experiment of this version tests it yet.',
    partlyOpen: 'Not tested yet: {part}.',
    for: 'For it: {sentence}',
    against: 'Against it: {sentence}',
  },

  /** The part of a statement that needs an experiment of its own. */
  part: {
    'claim-3': 'that they must coordinate',
    'claim-10': 'that it stays responsive',
    'claim-12': 'what the GIL limits',
    'claim-13': 'that processes are free of the GIL',
  },

  statement: {
    'claim-1': {
      short: 'Sync waits for a task to finish before the next; async moves on.',
      words:
        'When you execute something synchronously, you wait for it to finish before moving on to another task. When you execute something asynchronously, you can move on to another task before it finishes.',
      theory: 'It holds: that is what the two words mean.',
    },
    'claim-2': {
      short: 'One cook async beats one cook sync when dishes wait.',
      words:
        '… you start the eggs cooking and set a timer. You start the toast cooking, and set a timer. While they are both cooking, you clean the kitchen.',
      theory: 'It holds: async needs about the longest wait, sync the sum of all waits.',
    },
    'claim-3': {
      short: 'More cooks must coordinate, and must be paid.',
      words:
        '… you hire two more cooks, one to cook eggs and one to cook toast. Now you have the problem of coordinating the cooks so that they do not conflict with each other in the kitchen when sharing resources. And you have to pay them.',
      theory:
        'It holds. Wages are start-up time, memory and messages; coordination is locks, or messages in their place.',
    },
    'claim-4': {
      short: 'Threading is about workers, asynchrony about tasks.',
      words: 'Threading is about workers; asynchrony is about tasks.',
      theory: 'It holds: more workers compute more at once, more tasks in flight only wait at the same time.',
    },
    'claim-5': {
      short: 'Async is effective for I/O: network, files, database.',
      words:
        '… asynchronous programming is particularly effective for I/O-bound tasks, such as network requests, file I/O, and database queries.',
      theory:
        'It holds, with a caveat for each: requests gain as long as the server keeps up, files no further than the libuv pool and the disk, queries no further than the database’s own threads.',
    },
    'claim-6': {
      short: 'Async keeps the application responsive.',
      words:
        'Asynchronous programming allows the application to remain responsive even when dealing with I/O-bound tasks.',
      theory: 'Only if every step is short: one long step blocks the loop, however it was started.',
    },
    'claim-7': {
      short: 'One event loop scales to many cores by distributing tasks.',
      words:
        'Even though you have a single thread, the application can scale to utilize multiple cores effectively. If you have a pool of tasks, the event loop can distribute these tasks across multiple cores, enabling better resource utilization.',
      theory:
        'It does not hold for JavaScript or asyncio: one event loop is one thread, and uses one core for your code. More cores come from the libuv pool (native code only), from workers or from processes. Runtimes that spread tasks over threads, such as Go, are different.',
    },
    'claim-8': {
      short: 'Async avoids locks and race conditions.',
      words:
        'It eliminates the need to manage low-level synchronization primitives, reducing the risk of race conditions and other synchronization issues.',
      theory: 'Half of it: there are no data races within one synchronous step, but races across an await remain.',
    },
    'claim-9': {
      short: 'Async uses resources better.',
      words:
        'Asynchronous programming can help maximize resource utilization, such as network connections and memory. While one task is waiting for I/O, other tasks can execute, making better use of available resources.',
      theory:
        'It holds for waiting. One thread keeps many connections open, and a wait needs kilobytes. A blocked thread for each wait needs megabytes.',
    },
    'claim-10': {
      short: 'One thread, one core: no parallel gain, still responsive and good at I/O.',
      words:
        '… both synchronous and asynchronous code won’t have significant benefits in terms of parallelism. Asynchronous code could still provide benefits in terms of responsiveness, managing I/O-bound tasks efficiently, and simplifying concurrency handling.',
      theory: 'It holds. That it stays responsive is tested with statement 6.',
    },
    'claim-11': {
      short: 'One thread, many cores: cannot use them for CPU work; async helps at I/O.',
      words:
        'While a single thread can’t fully utilize multiple cores for CPU-bound tasks due to the Global Interpreter Lock (GIL) in CPython, asynchronous code can help make better use of the CPU time by interleaving tasks during I/O operations.',
      theory: 'It holds, and not because of a lock: a thread runs on one core at a time, in every language.',
    },
    'claim-12': {
      short: 'Many threads, many cores: parallel; the GIL can still limit it.',
      words:
        'Using multiple threads in a multi-core environment can allow you to better utilize CPU resources. … However, the GIL can still limit the true parallelism for CPU-bound tasks in CPython.',
      theory:
        'It holds. JavaScript’s worker threads have no such lock; the GIL limits Python code under default builds of CPython, and is released while waiting.',
    },
    'claim-13': {
      short: 'Many processes, many cores: parallel without GIL limits, async inside each.',
      words:
        'Using multiple processes in a multi-core environment enables parallelism without the GIL limitations. Asynchronous code can still help manage I/O-bound tasks efficiently within each process.',
      theory: 'It holds, and costs more to start and to keep than threads do.',
    },
    'claim-14': {
      short: 'For CPU-bound work, combine async with threads or processes.',
      words:
        '… when it comes to fully utilizing multiple cores for CPU-bound tasks, asynchronous code in combination with multiple threads or processes is more effective.',
      theory: 'It holds up to the number of cores; the threads or processes bring the gain, not async.',
    },
    'claim-15': {
      short: 'Async stays responsive beside I/O.',
      words: '… remain responsive even when dealing with I/O-bound tasks.',
      theory:
        'It holds. A request that is awaited gives the thread back, so the loop serves whatever comes. Requests one after the other block it.',
    },
    'claim-16': {
      short: 'Async uses the available cores even when some tasks are blocked.',
      words:
        'When one task is waiting for I/O, the CPU can switch to executing other tasks. This allows the program to use the available cores more efficiently and keep the CPU busy even when some tasks are blocked.',
      theory:
        'It holds for one core, and for tasks that await. One thread never uses several cores. While a task truly blocks the thread, the thread computes nothing.',
    },
    'claim-17': {
      short: 'One blocked task does not hold up the others.',
      words:
        'In a multi-core system, the event loop can manage multiple tasks concurrently, ensuring that one blocked task doesn’t prevent others from making progress.',
      theory:
        'Only if "blocked" means that the task awaits. A task that truly blocks holds the whole loop, on any number of cores.',
    },
    'claim-18': {
      short: 'One thread cannot use many cores because of the GIL.',
      words:
        'While a single thread can’t fully utilize multiple cores for CPU-bound tasks due to the Global Interpreter Lock (GIL) in CPython, asynchronous code can help make better use of the CPU time by interleaving tasks during I/O operations.',
      theory:
        'A single thread cannot, and the reason is another. Every thread runs on one core at a time, with a GIL or without. JavaScript has none, so the test can be made here.',
    },
    'claim-19': {
      short: 'Async keeps each process responsive.',
      words:
        'Additionally, asynchronous code within each process can provide responsiveness and handle concurrency more easily.',
      theory:
        'It holds for responsiveness. A process has an event loop of its own, and the same rule: awaiting frees it, blocking holds it.',
    },
  },

  page: {
    lead: 'The statements of the source text, judged by your own latest records on this machine.',
    counts: {
      supported: '{n} supported',
      'supported-with-conditions': '{n} with conditions',
      'not-supported': '{n} not supported',
      undecided: '{n} undecided',
      'not-yet-tested': '{n} not yet tested',
    },
    filter: 'Show',
    all: 'All {n}',
    nothing: 'No statement has this verdict.',
    list: 'Statements',
    evidence: 'Evidence and theory',
    words: 'In the text’s words',
    theory: 'What theory says',
    tests: 'Evidence',
    missing: 'Still missing',
    run: 'Run this experiment',
    notInVersion: '{experiment}: not in this version yet.',
    notRun: '{experiment}: not run on this machine yet.',
    from: 'From',
    ownParameters: 'sizes of your own choice',
    warnings: '{n} warnings',
    oneWarning: '1 warning',
    empty: 'No statement has been tested here yet',
    emptyText:
      'Each statement below gets a verdict from your own runs, with the measured numbers that speak for it or against it. Start with the experiment named below.',
    emptyAction: 'Go to “{experiment}”',
    failed: 'The ledger could not be read.',
    savePdf: 'Save PDF …',
    judged: 'Judged by the latest completed run of each experiment.',
  },

  leftOut: {
    otherMachinesOne: 'Left out: 1 record of another machine.',
    otherMachines: 'Left out: {n} records of other machines.',
    notCompletedOne: 'Left out: 1 run that did not complete.',
    notCompleted: 'Left out: {n} runs that did not complete.',
    contradictoryOne: 'Left out: 1 record that contradicts itself.',
    contradictory: 'Left out: {n} records that contradict themselves.',
  },

  report: {
    heading: 'Claims this record gives evidence on',
    note: 'Each verdict is by this record alone; the Claims page judges by the latest record of every experiment.',
    contradictory: 'This record contradicts itself, so it is no evidence for or against any statement.',
    incomplete: 'This run did not complete, so it is no evidence for or against any statement.',
    table: 'Statements of the source text, judged by this record',
    statement: 'Statement',
    verdict: 'Verdict',
    evidence: 'Evidence',
    theory: 'Theory says',
    title: 'Claims',
    documentTitle: 'Claims ledger',
    machine: 'Machine: {cpu}, {cores} cores offered to the lab, {memory} GB of memory.',
    ledgerTable: 'The statements, with verdict, evidence and theory',
    record: 'Record {id}, {time}',
    footer: 'Claims ledger, {time}',
  },
} as const;
