/** Texts of the Live monitor beside the load of the cores. */
export const monitor = {
  window: 'Time shown',
  windows: { s30: '30 s', s120: '2 min', s600: '10 min' },
  pause: 'Pause',
  resume: 'Continue',
  paused: 'Paused: the page stands still, samples are still collected.',
  runOpen: 'A run is being measured. This page draws and reads only a few times a second, but it is load of its own.',

  captionMeans: 'Each point is the mean of {samples} samples.',

  prompt: {
    title: 'Who answers promptly?',
    yAxis: 'Longest (ms)',
    main: 'Main',
    lab: 'Lab process',
    frames: 'This window’s frames',
    caption:
      'The longest of every half second, on a logarithmic scale. Main: how late its event loop takes a beat that is due every {beat} ms (timers count whole milliseconds). Lab process: time until it answers a heartbeat sent every 0.5 s, main’s own delay included; only during a run. Frames: longest time between two frames. A gap means that there was no report, as while main or the window is blocked.',
    captionPeaks: 'Each point is the longest of {seconds} s.',
    mainColumn: 'Main: longest delay (ms)',
    labColumn: 'Lab process: answer time (ms)',
    framesColumn: 'Frames: longest interval (ms)',
    value: '{ms} ms',
    none: 'none',
  },

  memory: {
    title: 'How much memory is in use?',
    yAxis: 'In use (GB)',
    used: 'Machine',
    app: 'This app',
    caption:
      'GB is 10⁹ bytes. Machine: memory that is in active use, of {total} GB. This app: resident sets of its processes added up; pages that several of them share are counted in each, so this is an upper bound.',
    usedColumn: 'Machine (GB)',
    appColumn: 'This app (GB)',
    value: '{size} GB',
  },

  tree: {
    title: 'Who uses the processor?',
    name: 'Process or thread',
    id: 'Id',
    cpu: 'CPU (s)',
    share: 'Now (% of a core)',
    memory: 'Memory (MB)',
    total: 'All of them',
    groups: { run: 'The run', window: 'The window', instruments: 'Instruments' },
    roles: {
      main: 'Main: starts runs, stores records',
      page: 'Page: what you see',
      report: 'Page of a report',
      gpu: 'Drawing (GPU process)',
      network: 'Network service of Chromium',
      helper: 'Helper of Chromium ({detail})',
      lab: 'Lab process: relays and threads',
      task: 'Task process: {detail}',
      services: 'I/O services: server and database',
      monitor: 'Monitor: this page’s measurements',
      analysis: 'Analysis: checks and intervals',
      machine: 'Machine: asks what this machine is',
    },
    threads: {
      dispatcher: 'Dispatcher thread',
      worker: 'Worker: {condition}, {seat}',
      rest: 'Its other threads',
    },
    idle: 'No run is going on: lab process, task processes and their workers appear here while one is.',
    waiting: 'Waiting for the first reading of the processes.',
    unknown: '–',
    captionProc:
      'Twice a second by the monitor process. A dash: not told, or not yet seen twice. CPU: user and system time since the process began, from /proc/<pid>/stat (steps of 10 ms), of threads from their schedstat. Now: over the last {seconds} s; 100 % is one core. Memory: resident set, shared pages counted in each process.',
    captionMetrics:
      'Twice a second, from Electron’s cumulative counters. CPU: time since the process began; this system tells nothing of single threads. Now: over the last {seconds} s; 100 % is one core. Memory: working set, shared pages counted in each process.',
    captionNone:
      'This system tells no CPU time of other processes to this runtime. Memory: working set, shared pages counted in each process.',
  },

  stress: {
    title: 'Block something on purpose',
    lead: 'About 2 s of real computation (the kernel “knead”, never more than 3 s) on one thread. Watch the pulse and the charts.',
    main: 'Block main for 2 s',
    mainHint: 'Stops what passes through main: starting runs, saving, menus. The page should go on drawing.',
    window: 'Block this window for 2 s',
    windowHint: 'Stops this page: no frame, no click, no key. The monitor process should go on counting.',
    running: 'Blocking …',
    unavailable: 'Not while a run is measured: it would disturb it.',
    refused: 'Nothing was blocked. {message}',
    mainResult:
      'Main computed for {blocked} without a pause; its event loop was up to {delay} late. Meanwhile this window drew {frames} frames, at most {longest} apart.',
    mainResultNoDelay:
      'Main computed for {blocked} without a pause; no report of its event loop came. Meanwhile this window drew {frames} frames, at most {longest} apart.',
    windowResult:
      'This window computed for {blocked} and drew nothing for {longest}: about {missed} frames were missed, at {interval} each before. The monitor process took {samples} samples of the CPU meanwhile; missing: {lost}.',
    cut: 'The safety stop ended the block after 3 s: the machine is busy with other work.',
  },
} as const;
