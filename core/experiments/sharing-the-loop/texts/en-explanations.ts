/**
 * Explanations of `sharing-the-loop`: part, condition, baseline (or measure, about one condition alone), finding. The
 * headline is a lateness, so `{plainRatio}` is a ratio of latenesses. Every text must hold for every length of the job
 * that the form allows, and for any number of cores.
 */
const beside =
  'The heartbeat was late by up to {conditionTotal}. With a job that never pauses it was late by up to {baselineTotal}.';

const starved = (why: string) => ({
  'as-expected': `${beside} That is {noDifference}: the ratio is {plainRatio}, with noise up to {floor}x. ${why}`,
  opposite: `${beside} The ratio is {plainRatio}, more than the noise ({floor}x) explains. Theory says no difference, because neither lets the event loop go on before the job is done. If the beat is later by a few per cent, the pauses themselves take that time. Otherwise look at the warnings for drift and other load, and repeat with another seed.`,
});

const onTime = (why: string) => ({
  'as-expected': `${beside} The ratio is {plainRatio}. ${why}`,
  opposite: `${beside} The ratio is {plainRatio}, so it was later. Theory says the reverse. Look at the warnings for other load: a machine that gives the lab no core holds up every event loop.`,
  'no-difference': `${beside} The ratio is {plainRatio}, inside the noise ({floor}x). Theory says less late, because the event loop goes on between two pieces of the job. Look at the warnings: other load can hold up a loop as long as the job does. A large noise can also hide what was saved.`,
});

const level = (expected: string, otherwise: string) => ({ 'as-expected': expected, opposite: otherwise });

const tooQuick =
  'The heartbeat was late by up to {value}. That is less than half of the time that the job took ({threshold}). Theory says that no beat can come before the job is done. Look at the heartbeats of each execution, and at the warnings.';

const tooLate =
  'The heartbeat was late by up to {value}. That is more than {threshold}, though the job lets the loop go on or is not on it. One late beat in each round is enough for that. Look at the warnings for other load: a thread that gets no core is late too.';

const otherTurn =
  'Theory says next to nothing, because setImmediate has no delay. Something else had the loop, or the thread had no core just then. Look at the warnings for other load.';

const noDelay = 'With setImmediate the next piece starts at once, after the loop has looked at its timers and its I/O.';

/** Why a timer of 0 ms takes longer than that. */
const timerSteps = 'Node turns a timer of 0 ms into one of 1 ms and counts whole milliseconds.';

/** How late a timer is on an idle loop: longer where the system's timers step coarsely. */
const usualLateness =
  'Timers count whole milliseconds, so a beat may be late by about 1 ms on an idle loop too (up to 16 ms on Windows).';

export const sharingTheLoopExplanations = {
  job: {
    never: {
      lateness: level(
        'The heartbeat was late by up to {value}. The job is one piece for the event loop: whatever falls due while it computes waits until its last line. The beat that fell due just after the job had begun waited longest.',
        tooQuick,
      ),
    },
    promises: {
      never: starved(
        'An "await" on a promise that is resolved already does not go through the event loop. What follows it waits in the list of microtasks. That list is emptied before the loop does anything else, whatever is added to it meanwhile. The job paused after every piece, and always let itself go first.',
      ),
      lateness: level(
        'The heartbeat was late by up to {value}, though the job awaited a resolved promise after each piece of about 2 ms. The timer of the heartbeat had run out long before. Nobody looked at it, because the list of microtasks was never empty.',
        tooQuick,
      ),
    },
    'next-tick': {
      never: starved(
        'In spite of its name, process.nextTick does not wait for the next turn of the event loop. Its callbacks run before the loop goes on, and those that they add run as well. A job that continues by nextTick lets nobody else in.',
      ),
      lateness: level(
        'The heartbeat was late by up to {value}, though the job continued by process.nextTick after each piece of about 2 ms. These callbacks come before timers, before messages and before I/O.',
        tooQuick,
      ),
    },
    immediate: {
      never: onTime(
        'setImmediate asks for a turn in the round of the event loop. The timers and the I/O that are due come first, then the next piece. A beat waits for about one piece at most, here about 2 ms, and for the core.',
      ),
      lateness: level(
        'The heartbeat was late by up to {value}, below {threshold}. Between two pieces of about 2 ms the event loop looked at its timers. The longest piece sets how late a beat can be, no longer the whole job.',
        tooLate,
      ),
      // Records made before pauses were measured ask for the share.
      'job-idle': level(
        `For {value} of its time the job waited for its next turn: less than {threshold}. ${noDelay}`,
        `For {value} of its time the job waited for its next turn: more than {threshold}. ${otherTurn}`,
      ),
      'job-pause': level(
        `Between two pieces the job waited {value} for its next turn, less than {threshold}. ${noDelay}`,
        `Between two pieces the job waited {value} for its next turn, more than {threshold}. ${otherTurn}`,
      ),
    },
    timeout: {
      never: onTime(
        'A timer lets the event loop go on, as setImmediate does. It has another price: a timer of 0 ms takes 1 ms at least, after every piece of the job. Compare the times of the job.',
      ),
      immediate: {
        measured:
          'With setTimeout the heartbeat was late by up to {conditionTotal}, with setImmediate by up to {baselineTotal}. The ratio is {plainRatio}. Both let the event loop go on after every piece, and in both a beat waits for at most about one piece. A loop that waits for a timer is free in between. With setImmediate the next piece starts at once.',
        'no-difference':
          'With setTimeout the heartbeat was late by up to {conditionTotal}, with setImmediate by up to {baselineTotal}. That is {noDifference}: the ratio is {plainRatio}, with noise up to {floor}x. Both let the event loop go on after every piece. What differs is how long the job takes.',
      },
      lateness: level(
        'The heartbeat was late by up to {value}, below {threshold}. Between two pieces of about 2 ms the event loop was free, and looked at its timers.',
        tooLate,
      ),
      'job-idle': level(
        `For {value} of its time the job waited while its thread was idle: more than {threshold}. ${timerSteps} So after each piece of about 2 ms the thread has nothing to do for 1 ms or more. The timeline shows these gaps. All of them together delay the end of the job.`,
        'For {value} of its time the job waited while its thread was idle: less than {threshold}. Theory says a third or more, because a timer of 0 ms takes 1 ms at least, after each piece of about 2 ms. On a machine with other load the pieces take longer, and the pauses are a smaller share. Look at the warnings and at the time of the job.',
      ),
      'job-pause': level(
        `Between two pieces the thread was idle for {value}, more than {threshold}. ${timerSteps} So after each piece the thread has nothing to do for about 1 ms or more. The timeline shows these gaps. All of them together delay the end of the job.`,
        'Between two pieces the thread was idle for {value}, less than {threshold}. Theory says about 1 ms or more, because Node turns a timer of 0 ms into one of 1 ms. Look at the gaps in the timeline.',
      ),
    },
    worker: {
      never: onTime(
        'The job computes on a thread of its own, with an event loop of its own. The loop of the heartbeat has nothing else to do. The operating system shares the cores between both threads. It can interrupt a computation in the middle, which no event loop can. Hiring the thread took {hiring}, before the rounds.',
      ),
      immediate: {
        measured: `With a hired thread the heartbeat was late by up to {conditionTotal}, with setImmediate by up to {baselineTotal}. The ratio is {plainRatio}. With setImmediate a beat may have to wait for the piece that is being computed. Beside a hired thread it waits for a core, if for anything. ${usualLateness}`,
        'no-difference':
          'With a hired thread the heartbeat was late by up to {conditionTotal}, with setImmediate by up to {baselineTotal}. That is {noDifference}: the ratio is {plainRatio}, with noise up to {floor}x. Pieces of about 2 ms are short enough. The hired thread needs nobody who cuts the job into pieces.',
      },
      lateness: level(
        `The heartbeat was late by up to {value}, below {threshold}. Nothing else ran on its event loop. ${usualLateness}`,
        tooLate,
      ),
    },
  },
} as const;
