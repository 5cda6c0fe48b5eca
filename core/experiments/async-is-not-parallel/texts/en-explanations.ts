/**
 * Explanations of `async-is-not-parallel`: part, condition, baseline, finding. What theory predicts for threads depends on
 * the cores, so one text serves "faster" on many and "not faster" on one: it gives the plain time ratio and claims no
 * direction. Every text must hold for all task sizes that the form allows.
 */
const otherwise =
  'That is {ratio}. Theory says otherwise (cores offered: {cores}): threads compute faster if each has a core, and only then. Look at the CPU load and at the warnings for other load. A task of about {taskMs} ms may also be short beside handing it out.';
const inNoise =
  'The time ratio is {plainRatio}, inside the noise ({floor}x). Theory says faster if each thread has a core; the machine offers {cores}. Other programs may have held the cores, or the noise hides what was saved. A task of about {taskMs} ms may also be short beside handing it out.';

export const asyncIsNotParallelExplanations = {
  computing: {
    together: {
      loop: {
        'as-expected':
          'Started together the tasks took {conditionTotal}, in a loop {baselineTotal}. That is {noDifference}: the time ratio is {plainRatio}, with noise up to {floor}x. All four are async functions, but one thread executes them. It does not leave a computation before its end, because there is nothing in it to wait for. The thread was busy for {conditionBusy} of the time, and for {baselineBusy} in the loop.',
        opposite:
          'Started together the tasks took {conditionTotal}, in a loop {baselineTotal}. That is {ratio}, more than the noise of this run ({floor}x) explains. One thread does the same counted work in both, so theory finds no reason in async. A task of about {taskMs} ms may be short beside starting it. Look at the warnings for drift and other load, and repeat with another seed.',
      },
    },
    threads: {
      loop: {
        'as-expected':
          'Threads took {conditionTotal} and the loop {baselineTotal}. The time ratio is {plainRatio}, as theory says (cores offered: {cores}). Parallel means that several computations make progress at the same instant. For that each needs a thread and a core of its own. With one core, threads take turns on it; with more, they share the tasks. Hiring took {hiring}, before the tasks, and is not in these totals.',
        opposite: `Threads took {conditionTotal} and the loop {baselineTotal}. ${otherwise}`,
        'no-difference': `Threads took {conditionTotal} and the loop {baselineTotal}. ${inNoise}`,
      },
      together: {
        'as-expected':
          'Threads took {conditionTotal}, async started together {baselineTotal}. The time ratio is {plainRatio}, as theory says (cores offered: {cores}). Both have several tasks under way; what differs is who does them. Async puts several tasks on one thread, which helps where they wait. Threads are several workers, which helps where tasks compute and there are cores for them. Threading is about workers; asynchrony is about tasks.',
        opposite: `Threads took {conditionTotal}, async started together {baselineTotal}. ${otherwise}`,
        'no-difference': `Threads took {conditionTotal}, async started together {baselineTotal}. ${inNoise}`,
      },
    },
  },
} as const;
