/**
 * Explanations of `threads-or-processes`: part, condition, baseline, finding. What theory predicts against one thread
 * alone depends on the cores, so one text serves "faster" on many and "not faster" on one: it gives the plain time ratio
 * and claims no direction. Which kind is dearer to hire is measured, never said. Every text must hold for all task sizes
 * that the form allows.
 */
const hiredBefore = 'Hiring took {hiring}, before the tasks, and is not in these totals.';
const asTheory = 'The time ratio is {plainRatio}, as theory says (cores offered: {cores}).';
const otherwise =
  'That is {ratio}. Theory says otherwise (cores offered: {cores}): workers compute faster if each has a core, and only then. Look at the CPU load and at the warnings for other load.';
const inNoise =
  'The time ratio is {plainRatio}, inside the noise ({floor}x). Theory says faster if each worker has a core; the machine offers {cores}. Other programs may have held the cores, or the noise hides what was saved.';
const shortTask = 'A task of about {taskMs} ms may also be short beside handing it out.';
const shortSent = 'A task of about {taskMs} ms may also be short beside sending it to another process and back.';

export const threadsOrProcessesExplanations = {
  computing: {
    threads: {
      alone: {
        'as-expected': `Threads took {conditionTotal}, one thread alone {baselineTotal}. ${asTheory} Each worker can compute on a core of its own, as far as there are cores. With one core they take turns. ${hiredBefore}`,
        opposite: `Threads took {conditionTotal}, one thread alone {baselineTotal}. ${otherwise} ${shortTask}`,
        'no-difference': `Threads took {conditionTotal}, one thread alone {baselineTotal}. ${inNoise} ${shortTask}`,
      },
    },
    processes: {
      alone: {
        'as-expected': `Processes took {conditionTotal}, one thread alone {baselineTotal}. ${asTheory} The reason is the same as for threads: the system gives cores to threads, whichever process they are in. ${hiredBefore}`,
        opposite: `Processes took {conditionTotal}, one thread alone {baselineTotal}. ${otherwise} ${shortSent}`,
        'no-difference': `Processes took {conditionTotal}, one thread alone {baselineTotal}. ${inNoise} ${shortSent}`,
      },
      threads: {
        'as-expected':
          'Processes took {conditionTotal} and threads {baselineTotal}. That is {noDifference}: the time ratio is {plainRatio}, with noise up to {floor}x. Inside each process it is again a thread that computes, with the same counted work. So look at the wages instead. Hiring took {hiring} for the processes and {baselineHiring} for the threads. The table of wages has the memory of each and the time of a message there and back.',
        opposite:
          'Processes took {conditionTotal} and threads {baselineTotal}. That is {ratio}, more than the noise of this run ({floor}x) explains. The computing is the same counted work in both, so look at the messages. One to another process is packed, sent and unpacked; the table of wages has its time. With tasks of about {taskMs} ms there are many of them. Hiring took {hiring} for the processes and {baselineHiring} for the threads, and is not in these totals. If messages do not explain it, look at the warnings for drift and other load, and repeat with another seed.',
      },
    },
  },
} as const;
