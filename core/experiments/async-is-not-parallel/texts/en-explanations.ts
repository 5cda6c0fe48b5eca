/**
 * Explanations of `async-is-not-parallel`: part, condition, baseline, finding. What theory predicts for threads depends on
 * the cores, so one text serves "faster" on many and "not faster" on one: it gives the plain time ratio and claims no
 * direction. Every text must hold for all task sizes that the form allows.
 */
export const asyncIsNotParallelExplanations = {
  computing: {
    together: {
      loop: {
        'as-expected':
          'Started together the tasks took {conditionTotal}, in a loop {baselineTotal}: {noDifference}, time ratio {plainRatio} with noise up to {floor}x. All four are async functions, but one thread executes them, and a computation that has begun is not left before it ends: there is nothing in it to wait for. The thread was busy for {conditionBusy} of the time, in the loop for {baselineBusy}.',
        opposite:
          "Started together the tasks took {conditionTotal}, in a loop {baselineTotal}: {ratio}, more than this run's noise ({floor}x) explains. It is one thread and the same counted work in both, so theory finds no reason for it in async. If a task of about {taskMs} ms is short beside starting it, that could count. Look at the warnings for drift and other load, and repeat with another seed.",
      },
    },
    threads: {
      loop: {
        'as-expected':
          'Threads took {conditionTotal}, the loop {baselineTotal}: time ratio {plainRatio}, as theory says for this machine (cores offered: {cores}). Parallel means that several computations get on in the same moment, and for that each needs a thread and a core of its own. With one core, threads take turns on it and gain nothing; with more, they share the tasks. Hiring took {hiring}, before the tasks, and is not in these totals.',
        opposite:
          'Threads took {conditionTotal}, the loop {baselineTotal}: {ratio}. Theory says otherwise for this machine (cores offered: {cores}): threads gain for computation if each has a core, and only then. Look at the CPU load and at the warnings for other load. If a task of about {taskMs} ms is short beside handing it out, that counts as well.',
        'no-difference':
          'Threads took {conditionTotal}, the loop {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Theory says a gain if each thread has a core; this machine offers {cores}. Other programs may have held them, a task of about {taskMs} ms may be short beside handing it out, or the noise hides what was gained.',
      },
      together: {
        'as-expected':
          'Threads took {conditionTotal}, async started together {baselineTotal}: time ratio {plainRatio}, as theory says for this machine (cores offered: {cores}). Both have several tasks under way; what differs is who does them. Async puts several on one thread, which pays where they wait. Threads are several workers, which pays where tasks compute and there are cores for them.',
        opposite:
          'Threads took {conditionTotal}, async started together {baselineTotal}: {ratio}. Theory says otherwise for this machine (cores offered: {cores}): threads gain for computation if each has a core, and only then. Look at the CPU load and at the warnings for other load. If a task of about {taskMs} ms is short beside handing it out, that counts as well.',
        'no-difference':
          'Threads took {conditionTotal}, async started together {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Theory says a gain if each thread has a core; this machine offers {cores}. Other programs may have held them, a task of about {taskMs} ms may be short beside handing it out, or the noise hides what was gained.',
      },
    },
  },
} as const;
