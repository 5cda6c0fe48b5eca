/**
 * Explanations of `blocked-is-not-busy`: part, condition, baseline (or measure, about one condition alone), finding. The
 * headline is CPU time, so `{plainRatio}` is a ratio of CPU times. Every text must hold for every time that the form
 * allows, and on any machine that tells the CPU time of threads.
 */
const beside = 'It used {conditionTotal} of CPU time, and the CPU loop {baselineTotal}.';
const lookAtSource = 'Look at the warnings, and at where the machine takes CPU time from.';

const waits = (how: string) => ({
  'as-expected': `${beside} The ratio is {plainRatio}. ${how}`,
  opposite: `${beside} The ratio is {plainRatio}, so it used more. Theory says less, because a wait needs no core. ${lookAtSource}`,
  'no-difference': `${beside} The ratio is {plainRatio}, inside the noise ({floor}x). Theory says much less, because a wait needs no core. ${lookAtSource}`,
});

const level = (expected: string, otherwise: string) => ({ 'as-expected': expected, opposite: otherwise });

export const blockedIsNotBusyExplanations = {
  'passing-time': {
    'sync-wait': {
      'cpu-loop': waits(
        'The thread called Atomics.wait, and the operating system put it to sleep until the time was over. It could do nothing else, and the core was free for others. Blocked says what the thread cannot do. It does not say that anything is computed.',
      ),
      'async-wait': {
        measured:
          'The synchronous wait used {conditionTotal} of CPU time and the asynchronous one {baselineTotal}. The ratio is {plainRatio}. Neither wait computes. What is measured is how each of them starts and ends: messages, a timer or a system call, and waking up. Compare both with the planned {durationMs} ms.',
        'no-difference':
          'The synchronous wait used {conditionTotal} of CPU time and the asynchronous one {baselineTotal}. That is {noDifference}: the ratio is {plainRatio}, with noise up to {floor}x. To the processor both waits look the same. To the event loop they are opposites.',
      },
      utilization: level(
        'Event-loop utilisation was {value}, above {threshold}. The loop was in one callback all the time and could not look for anything else. Node reports exactly that. It does not know whether the callback computes or sleeps.',
        'Event-loop utilisation was {value}, below {threshold}. Theory says near 100 %, because the thread never goes back to its loop while it is blocked. Starting and ending an execution weighs more when the wait is short (here {durationMs} ms).',
      ),
      'cpu-share': level(
        'The thread used {value} of a core, below {threshold}: it slept. A monitor that shows CPU load alone would call this program idle. Nobody would see why it does not answer.',
        `The thread used {value} of a core, above {threshold}. Theory says next to nothing, because a blocked thread sleeps. ${lookAtSource}`,
      ),
    },
    'cpu-loop': {
      utilization: level(
        'Event-loop utilisation was {value}, above {threshold}: the loop was in one callback all the time. By this number alone it looks the same as the synchronous wait.',
        'Event-loop utilisation was {value}, below {threshold}. Theory says near 100 %, because the thread never goes back to its loop while it computes. Starting and ending an execution weighs more when the work is short (here {durationMs} ms).',
      ),
      'cpu-share': level(
        'The thread used {value} of a core, above {threshold}: it computed, and the core was not free for others.',
        'The thread used {value} of a core, below {threshold}. Theory says near 100 %, because a computation needs a core all the time. Other programs that wanted the same core took their share. Look at the warnings, close them and run it again.',
      ),
    },
    'async-wait': {
      'cpu-loop': waits(
        'The thread left a timer with its event loop and was free. In that time it could have served others, which the synchronous wait could not.',
      ),
      utilization: level(
        'Event-loop utilisation was {value}, below {threshold}. The loop had nothing to do but wait for the timer, and would have served whatever came.',
        'Event-loop utilisation was {value}, above {threshold}. Theory says near 0 %, because the thread goes back to its loop at once. Starting and ending an execution weighs more when the wait is short (here {durationMs} ms), and so does other load.',
      ),
      'cpu-share': level(
        'The thread used {value} of a core, below {threshold}: both numbers are near zero. Only here does an idle processor mean that the program can take more work.',
        `The thread used {value} of a core, above {threshold}. Theory says next to nothing, because a timer needs no thread. ${lookAtSource}`,
      ),
    },
  },
} as const;
