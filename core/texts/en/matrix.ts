/** Texts of a matrix of conditions: in the window, in the report. */
export const matrixTexts = {
  heading: 'The matrix',
  title: '{part}: the matrix',
  lead: 'Each cell: median time of an execution with its interval, and the time ratio to the first cell. Bars: load of each core during all executions of the cell, everything on the machine included.',
  corner: 'Workers and cores',
  sync: 'Sync',
  async: 'Async',
  row: {
    'one-core': 'One thread, one core',
    'one-thread': 'One thread, any core',
    'many-threads': 'Many threads',
    'many-processes': 'Many processes',
  },
  first: 'the others are compared with this cell',
  ratio: '{ratio}x the time {bounds}',
  notMeasured: 'not measured',
  pinning: {
    pinned: 'pinned to one core',
    unverified: 'pinning not verified',
    'not-pinned': 'not pinned',
    free: 'any core',
  },
  cpu: '{cpu} CPU time per worker',
  cpuUnknown: 'CPU time: not told',
  busy: '{busy} of {cores} cores busy',
  bars: 'Load of each core: {loads}',
  words: 'Each cell in words',
  sentence: {
    first: '{subject}: {time}, n = {rounds}. The other cells are compared with this one.',
    cpu: 'Each of {workers} workers had a core for {cpu} of {time} ({percent} %).',
    cpuOne: 'Its one worker had a core for {cpu} of {time} ({percent} %).',
    waited: 'Waited for a core, all workers together: {waited}.',
    cores:
      'Meanwhile {busy} of {cores} cores were busy on average, everything on the machine included ({n} executions).',
    pinned: 'It was bound to one core, read back from every thread.',
    unverified: 'It was to be bound to one core, which could not be read back from every thread.',
    'not-pinned': 'It was not pinned: this system cannot, so its thread could use any core.',
  },
  caption:
    "Core load from the operating system's counters, which often have steps of 10 ms; all executions of a cell together, no interval. {base}",
} as const;
