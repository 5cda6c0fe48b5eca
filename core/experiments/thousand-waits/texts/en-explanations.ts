/**
 * Explanations of `thousand-waits`: part, condition, baseline (or measure, about one condition alone), finding. Every text must
 * hold for every latency and wait that the form allows, and for any number of cores.
 */

const level = (expected: string, otherwise: string) => ({ 'as-expected': expected, opposite: otherwise });

const overlapped = (where: string) => ({
  'as-expected': `Async took {conditionTotal}, sync {baselineTotal}: time ratio {plainRatio}. ${where} The server works on all 32 requests at the same time. Only asking and reading the answers takes the thread's time.`,
  opposite:
    'Async took {conditionTotal}, sync {baselineTotal}: time ratio {plainRatio}, longer. Theory says the reverse, because waits that overlap take no longer than one. Look at the warnings for other load.',
  'no-difference':
    'Async took {conditionTotal}, sync {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Theory says shorter, because the waits overlap. With a latency of {latencyMs} ms the waits may be short beside asking and reading. Look at the warnings too.',
});

const onTime = (why: string) =>
  level(
    `The heartbeat was late by up to {value}, below {threshold}. ${why}`,
    'The heartbeat was late by up to {value}, more than {threshold}. Theory says on time, because each await frees the loop. One late beat in each round is enough for that. Look at the warnings for other load.',
  );

const held = (why: string) =>
  level(
    `The heartbeat was late by up to {value}, above {threshold}. ${why}`,
    'The heartbeat was late by up to {value}, less than {threshold}. Theory says later, because a blocked thread runs no callback. Look at the beats of each execution and at the warnings.',
  );

export const thousandWaitsExplanations = {
  requests: {
    sync: {
      lateness: held(
        'The thread was blocked in one request after the other. Between two of them it never went back to its loop, so no beat could come.',
      ),
    },
    async: {
      sync: overlapped('One thread asked for all 32 before it waited.'),
      lateness: onTime('All 32 requests were under way, and the thread was free between the answers.'),
    },
    'one-blocks': {
      lateness: held(
        'One task of 33 blocked the thread for 100 ms. The event loop could not run the others, though their answers may have been there. The number of cores does not matter: the loop has one thread.',
      ),
    },
    'process-sync': {
      lateness: held(
        'A process has an event loop of its own, and the same rule holds there: a blocked thread runs no callback.',
      ),
    },
    'process-async': {
      'process-sync': overlapped('It makes no difference that the thread belongs to another process.'),
      lateness: onTime('The thread of the process was free between the answers.'),
    },
  },
  blocked: {
    blocks: {
      'next-begin': level(
        'The next task began after {value}, above {threshold}. One task blocked the thread for 100 ms. Ten computations were ready, and none of them began.',
        'The next task began after {value}, below {threshold}. Theory says after the whole wait, because the thread was blocked. Look at the timeline.',
      ),
    },
    awaits: {
      blocks: {
        'as-expected':
          'With the wait awaited it took {conditionTotal}, with the wait blocking {baselineTotal}: time ratio {plainRatio}. The computations ran during the wait. That is all that async does here: no second core helped.',
        opposite:
          'With the wait awaited it took {conditionTotal}, with the wait blocking {baselineTotal}: time ratio {plainRatio}, longer. Theory says the reverse, because the computations fit into the wait. Look at the warnings for other load.',
        'no-difference':
          'With the wait awaited it took {conditionTotal}, with the wait blocking {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Theory says shorter, because the computations fit into the wait. Look at the warnings for other load.',
      },
      'next-begin': level(
        'The next task began after {value}, below {threshold}. The first had given the thread back, and the thread computed the others.',
        'The next task began after {value}, above {threshold}. Theory says at once. Another program may have held the core: look at the warnings.',
      ),
    },
  },
  thousand: {
    threads: {
      'memory-per-wait': level(
        'The process grew by {value} for each wait, above {threshold}. Each of these waits holds a thread, with a stack, a heap and an event loop of its own.',
        'The process grew by {value} for each wait, below {threshold}. Theory says megabytes. The runtime may have kept memory of earlier threads and used it again: look at the rounds one by one.',
      ),
    },
    connections: {
      threads: {
        measured:
          'One thread with 1,000 waits took {conditionTotal}, 8 threads with one wait each {baselineTotal}: time ratio {plainRatio}. Both have their hiring in it. The one thread has 125 times as many waits, and a connection to open for each.',
        'no-difference':
          'One thread with 1,000 waits took {conditionTotal}, 8 threads with one wait each {baselineTotal}: {noDifference}, time ratio {plainRatio} with noise up to {floor}x. The one thread has 125 times as many waits.',
      },
      'memory-per-wait': level(
        'The process grew by {value} for each wait, below {threshold}. The hired thread itself is in it, shared by 1,000 waits. A wait that is awaited is a connection, a callback and a promise.',
        'The process grew by {value} for each wait, above {threshold}. Theory says kilobytes. Other work of the lab process in the same moment is in this number: look at the rounds one by one.',
      ),
      connections: level(
        'Up to {value} connections were open at once, above {threshold}. One thread held all of them, and gave itself back while it waited.',
        'Up to {value} connections were open at once, below {threshold}. Theory says 1,000, one for each wait. The thread may not have come to open them all while the first ones waited {waitMs} ms: choose a longer wait.',
      ),
    },
  },
} as const;
