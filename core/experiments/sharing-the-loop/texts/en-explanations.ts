/**
 * Explanations of `sharing-the-loop`: part, condition, baseline (or measure, about one condition alone), finding. The
 * headline is a lateness, so `{plainRatio}` is a ratio of latenesses. Every text must hold for every length of the job
 * that the form allows, and for any number of cores.
 */

const starved = (why: string) => ({
  'as-expected': `The heartbeat was late by up to {conditionTotal}; with a job that never gives way, by up to {baselineTotal}: {noDifference}, ratio {plainRatio} with noise up to {floor}x. ${why}`,
  opposite:
    'The heartbeat was late by up to {conditionTotal}; with a job that never gives way, by up to {baselineTotal}: ratio {plainRatio}, more than the noise ({floor}x) explains. Theory says no difference, because neither lets the loop go on before the job is done. If it is later by a few per cent, giving way itself takes that time. Otherwise look at the warnings for drift and other load, and repeat with another seed.',
});

const onTime = (why: string) => ({
  'as-expected': `The heartbeat was late by up to {conditionTotal}; with a job that never gives way, by up to {baselineTotal}: ratio {plainRatio}. ${why}`,
  opposite:
    'The heartbeat was late by up to {conditionTotal}; with a job that never gives way, by up to {baselineTotal}: ratio {plainRatio}, later. Theory says the reverse. Look at the warnings for other load: a machine that gives the lab no core holds up every loop.',
  'no-difference':
    'The heartbeat was late by up to {conditionTotal}; with a job that never gives way, by up to {baselineTotal}: ratio {plainRatio}, inside the noise ({floor}x). Theory says less late, because the loop goes on between two pieces of the job. Look at the warnings: other load can hold up a loop as long as the job does, and a large noise can hide a gain.',
});

const level = (expected: string, otherwise: string) => ({ 'as-expected': expected, opposite: otherwise });

const tooQuick =
  'The heartbeat was late by up to {value}, less than half of the time that the job took ({threshold}). Theory says that no beat can come before the job is done. Look at the heartbeats of each execution, and at the warnings.';

const tooLate =
  'The heartbeat was late by up to {value}, more than {threshold}, though the job gives the loop its turns or is not on it. In each round one late beat is enough for that. Look at the warnings for other load: a thread that gets no core is late too.';

export const sharingTheLoopExplanations = {
  job: {
    never: {
      lateness: level(
        'The heartbeat was late by up to {value}. The job is one piece for the loop: whatever falls due while it computes waits until its last line. The beat that fell due just after the job had begun waited longest.',
        tooQuick,
      ),
    },
    promises: {
      never: starved(
        'An "await" on a promise that is resolved already does not go through the loop. The rest of the function waits in the list of promise callbacks, and that list is emptied before the loop does anything else, whatever is added to it meanwhile. The job gave way after every piece, and always to itself.',
      ),
      lateness: level(
        'The heartbeat was late by up to {value}, though the job awaited a resolved promise after each piece of about 2 ms. The timer of the heartbeat had run out long before. Nobody looked at it, because the list of promise callbacks was never empty.',
        tooQuick,
      ),
    },
    'next-tick': {
      never: starved(
        'In spite of its name, process.nextTick does not wait for the next turn of the loop. Its callbacks run before the loop goes on, and those that they add are run as well. A job that continues by nextTick gives way to nobody.',
      ),
      lateness: level(
        'The heartbeat was late by up to {value}, though the job continued by process.nextTick after each piece of about 2 ms. These callbacks come before timers, before messages and before I/O.',
        tooQuick,
      ),
    },
    immediate: {
      never: onTime(
        'setImmediate asks for a turn in the round of the loop: first come the timers and the I/O that are due, then the next piece. A beat waits for about one piece at most, here about 2 ms, and for the core.',
      ),
      lateness: level(
        'The heartbeat was late by up to {value}, below {threshold}. Between two pieces of about 2 ms the loop looked at its timers. How late a beat can be is set by the longest piece, no longer by the whole job.',
        tooLate,
      ),
      // Records made before pauses were measured ask for the share.
      'job-idle': level(
        'For {value} of its time the job waited for its next turn: less than {threshold}. setImmediate has no delay. The loop looks at its timers and its I/O, and goes on with the job.',
        'For {value} of its time the job waited for its next turn: more than {threshold}. Theory says next to nothing, because setImmediate has no delay. Something else had the loop, or the thread had no core just then: look at the warnings for other load.',
      ),
      'job-pause': level(
        'Between two pieces the job waited {value} for its next turn, less than {threshold}. setImmediate has no delay. The loop looks at its timers and its I/O, and goes on with the job.',
        'Between two pieces the job waited {value} for its next turn, more than {threshold}. Theory says next to nothing, because setImmediate has no delay. Something else had the loop, or the thread had no core just then: look at the warnings for other load.',
      ),
    },
    timeout: {
      never: onTime(
        'A timer lets the loop go on, as setImmediate does. Its price is another: a timer of 0 ms takes 1 ms at least, and the job pays it after every piece. Compare the times of the job.',
      ),
      immediate: {
        measured:
          'With setTimeout the heartbeat was late by up to {conditionTotal}, with setImmediate by up to {baselineTotal}: ratio {plainRatio}. Both let the loop go on after every piece, and in both a beat waits for at most about one piece. A loop that waits for a timer is free in between, one that is asked by setImmediate starts the next piece at once.',
        'no-difference':
          'With setTimeout the heartbeat was late by up to {conditionTotal}, with setImmediate by up to {baselineTotal}: {noDifference}, ratio {plainRatio} with noise up to {floor}x. Both let the loop go on after every piece. What differs is how long the job takes.',
      },
      lateness: level(
        'The heartbeat was late by up to {value}, below {threshold}. Between two pieces of about 2 ms the loop was free, and looked at its timers.',
        tooLate,
      ),
      'job-idle': level(
        'For {value} of its time the job waited while its thread was idle: more than {threshold}. Node turns a timer of 0 ms into one of 1 ms and counts whole milliseconds, so after each piece of about 2 ms the thread has nothing to do for 1 ms or more. The timeline shows these gaps. The job is done later by all of them together.',
        'For {value} of its time the job waited while its thread was idle: less than {threshold}. Theory says a third or more, because a timer of 0 ms takes 1 ms at least, after each piece of about 2 ms. If the machine was busy with other things, the pieces took longer and the pauses count less: look at the warnings and at the time of the job.',
      ),
      'job-pause': level(
        'Between two pieces the thread was idle for {value}, more than {threshold}. Node turns a timer of 0 ms into one of 1 ms and counts whole milliseconds, so after each piece the thread has nothing to do for about 1 ms or more. The timeline shows these gaps. The job is done later by all of them together.',
        'Between two pieces the thread was idle for {value}, less than {threshold}. Theory says about 1 ms or more, because Node turns a timer of 0 ms into one of 1 ms. Look at the gaps in the timeline.',
      ),
    },
    worker: {
      never: onTime(
        'The job computes on a thread of its own, with an event loop of its own. The loop of the heartbeat has nothing else to do. The operating system shares the cores between both threads, and it can interrupt a computation in the middle, which no event loop can. Hiring the thread took {hiring}, before the rounds.',
      ),
      immediate: {
        measured:
          'With a hired thread the heartbeat was late by up to {conditionTotal}, with setImmediate by up to {baselineTotal}: ratio {plainRatio}. With setImmediate a beat may have to wait for the piece that is being computed; beside a hired thread it waits for a core, if for anything. A timer alone is up to about 1 ms late, because Node counts whole milliseconds.',
        'no-difference':
          'With a hired thread the heartbeat was late by up to {conditionTotal}, with setImmediate by up to {baselineTotal}: {noDifference}, ratio {plainRatio} with noise up to {floor}x. Pieces of about 2 ms are short enough. The hired thread needs nobody who cuts the job into pieces.',
      },
      lateness: level(
        'The heartbeat was late by up to {value}, below {threshold}. Nothing else ran on its loop. Timers count whole milliseconds, so up to about 1 ms is usual even on an idle loop.',
        tooLate,
      ),
    },
  },
} as const;
