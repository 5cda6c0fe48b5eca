/** Names of the things that every screen, report and command names. One word per thing. */
export const glossary = {
  state: {
    'start-up': 'start-up',
    queued: 'queued',
    busy: 'busy',
    blocked: 'blocked',
    idle: 'idle',
    messaging: 'messaging',
  },
  strategy: { sync: 'sync', async: 'async', threads: 'threads', processes: 'processes' },
  preset: { quick: 'Quick', standard: 'Standard', thorough: 'Thorough' },
  verdict: {
    faster: 'faster',
    slower: 'slower',
    'no-difference': 'no difference this machine can show',
    undecided: 'undecided, more rounds needed',
    'not-measured': 'not measured',
  },
  finding: {
    'as-expected': 'as expected',
    opposite: 'not as theory predicts',
    'no-difference': 'no difference',
    undecided: 'undecided',
    'not-measured': 'not measured',
  },
  expect: { faster: 'faster', 'no-difference': 'no difference', 'not-faster': 'not faster' },
  outcome: { completed: 'completed', cancelled: 'cancelled', failed: 'failed', interrupted: 'interrupted' },
  phase: {
    starting: 'Starting the lab process',
    checking: 'Checking what else the machine is doing',
    calibrating: 'Calibrating the kernel',
    hiring: 'Hiring the workers',
    'warming-up': 'Warming up',
    measuring: 'Measuring',
    analysing: 'Computing intervals',
  },
} as const;
