/**
 * Explanations of `slow-supplier`: part, condition, then measure or baseline, then finding. Totals are the wait that half of the
 * orders did not exceed. They hold for every delay that the form allows.
 */
const pair = 'Half of the orders took up to {conditionTotal}, with 4 blocked threads up to {baselineTotal}.';
const inNoise = 'The ratio of the waits is {plainRatio}, inside the noise ({floor}x).';
const enough =
  'Slow answers hold cooks only for as long as they last. Few of them, or short ones, leave a cook for every order.';
const busyMachine = 'Look at the warnings for other load, and in the timeline at who was held by what.';
const withinLine = 'Half of the orders had their answer within {value}, below {threshold}.';
const overLine = 'Half of the orders had their answer within {value}, above {threshold}.';

const asyncServes = {
  'as-expected': `${withinLine} That is a prompt answer and the way there and back. The one thread sends a request and takes the next order at once.`,
  opposite: `${overLine} Theory says below: awaiting a request does not hold the thread. The machine may have been too busy to send and read in time. ${busyMachine}`,
};

export const slowSupplierExplanations = {
  prompt: {
    async: {
      'threads-4': {
        measured: `${pair} The ratio of the waits is {plainRatio}. While every answer is prompt there is a cook for every order. What differs is the way: a blocked thread needs a helper that reads the answer and wakes it. Theory predicted nothing.`,
        'no-difference': `${pair} ${inNoise} While every answer is prompt there is a cook for every order, blocked or not.`,
      },
      'wait-median': asyncServes,
    },
    'threads-4': {
      'wait-median': {
        'as-expected': `${withinLine} An answer comes before 4 more orders do, so a cook is free for each of them.`,
        opposite: `${overLine} Theory says below: 4 cooks can give prompt answers faster than orders come. ${busyMachine}`,
      },
    },
  },
  slow: {
    async: {
      'threads-4': {
        'as-expected': `${pair} That is {ratio}. Most answers were prompt in both. But every slow answer holds one blocked thread. Soon all 4 stand still, and prompt orders stand in line behind slow ones. An awaited request holds nobody. So the one thread serves each order as soon as its own answer comes.`,
        opposite: `${pair} That is {ratio}. Theory says the reverse: the slow answers hold more threads than there are. ${busyMachine}`,
        'no-difference': `${pair} ${inNoise} ${enough} Where they hold more than 4, theory says that async waits less.`,
        measured: `${pair} The ratio of the waits is {plainRatio}. ${enough} With these delays 4 threads nearly sufficed, so theory predicted nothing.`,
      },
      'wait-median': asyncServes,
      'wait-p99': {
        'as-expected':
          'Of 100 orders 99 had their answer within {value}, below {threshold}. That is the slow answer itself. Who was slow waits alone, and holds up nobody.',
        opposite: `Of 100 orders 99 had their answer within {value}, above {threshold}. Theory says that a slow order waits for its own answer alone. ${busyMachine}`,
      },
    },
    'threads-4': {
      'wait-median': {
        'as-expected': `${overLine} Most answers were prompt, and yet most orders waited. All 4 threads were held by slow answers, so the others stood in line.`,
        opposite: `${withinLine} Theory says above: the slow answers hold more threads than there are. Look in the timeline at how many of them were held at once.`,
      },
    },
    'threads-8': {
      'threads-4': {
        'as-expected': `${pair} That is {ratio}. With 8 threads some are left when slow answers hold the others. You pay for them with memory all the time, also while no answer is slow.`,
        opposite: `${pair} That is {ratio}. Theory says the reverse: twice as many threads are held up later. ${busyMachine}`,
        'no-difference': `${pair} ${inNoise} ${enough} Then more threads help nobody.`,
        measured: `${pair} The ratio of the waits is {plainRatio}. ${enough} With these delays 4 threads nearly sufficed, so theory predicted nothing.`,
      },
      'wait-median': {
        'as-expected': `${withinLine} Slow answers never held all 8 threads at once. With slower ones, or more of them, they would.`,
        opposite: `${overLine} Theory says below: slow answers cannot hold 8 threads here. ${busyMachine}`,
      },
    },
  },
} as const;
