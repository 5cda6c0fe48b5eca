/**
 * Explanations of `possible-and-observed`: part, condition, then measure or baseline, then finding. The headline is the time of one
 * trial, so `{plainRatio}` is a ratio of such times. Every text must hold on any machine.
 */
const meeting =
  'Most of a trial is the meeting of the two threads before it and after it, so this time says little about a lock.';

export const possibleAndObservedExplanations = {
  outcomes: {
    'no-lock': {
      lock: {
        measured: `One trial took {conditionTotal} without a lock, against {baselineTotal} with it: time ratio {plainRatio}. ${meeting}`,
        'no-difference': `One trial took {conditionTotal} without a lock, against {baselineTotal} with it: {noDifference}, time ratio {plainRatio} with noise up to {floor}x. ${meeting}`,
      },
      'lossy-trials': {
        'as-expected':
          'In {value} of the trials the counter ended with 1, more than {threshold}. Both threads loaded 0 before either had stored. Of 20 possible schedules 18 end so. They are not equally likely: a thread needs some billionths of a second, and the other must come just then.',
        opposite:
          'In {value} of the trials the counter ended with 1, less than {threshold}. Of 20 possible schedules 18 end so all the same. Two threads must be at work at once for that: look at the warnings for other load. What was not seen is not impossible.',
      },
    },
    lock: {
      'lossy-trials': {
        'as-expected':
          'In {value} of the trials the counter ended with 1, less than {threshold}. With the lock two schedules are left: one thread after the other, in either order. Both end with 2. Here the proof is the list, and the trials agree with it.',
        opposite:
          'In {value} of the trials the counter ended with 1, more than {threshold}. No schedule leads there. If you see this, the lock of this lab is broken: keep the record, and please report it.',
      },
    },
  },
} as const;
