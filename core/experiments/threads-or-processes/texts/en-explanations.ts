/**
 * Explanations of `threads-or-processes`: part, condition, baseline, finding. What theory predicts against one thread
 * alone depends on the cores, so one text serves "faster" on many and "not faster" on one: it gives the plain time ratio
 * and claims no direction. Which kind is dearer to hire is measured, never said. Every text must hold for all task sizes
 * that the form allows.
 */
export const threadsOrProcessesExplanations = {
  computing: {
    threads: {
      alone: {
        'as-expected':
          'Threads took {conditionTotal}, one thread alone {baselineTotal}: time ratio {plainRatio}, as theory says for this machine (cores offered: {cores}). Each worker can compute on a core of its own, as far as there are cores; with one core they take turns and gain nothing. Hiring took {hiring}, before the tasks, and is not in these totals.',
        opposite:
          'Threads took {conditionTotal}, one thread alone {baselineTotal}: {ratio}. Theory says otherwise for this machine (cores offered: {cores}): workers gain for computation if each has a core, and only then. Look at the CPU load and at the warnings for other load. If a task of about {taskMs} ms is short beside handing it out, that counts as well.',
        'no-difference':
          'Threads took {conditionTotal}, one thread alone {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Theory says a gain if each worker has a core; this machine offers {cores}. Other programs may have held them, a task of about {taskMs} ms may be short beside handing it out, or the noise hides what was gained.',
      },
    },
    processes: {
      alone: {
        'as-expected':
          'Processes took {conditionTotal}, one thread alone {baselineTotal}: time ratio {plainRatio}, as theory says for this machine (cores offered: {cores}). The reason is the same as for threads: the system gives cores to threads, whichever process they are in. Hiring took {hiring}, before the tasks, and is not in these totals.',
        opposite:
          'Processes took {conditionTotal}, one thread alone {baselineTotal}: {ratio}. Theory says otherwise for this machine (cores offered: {cores}): workers gain for computation if each has a core, and only then. Look at the CPU load and at the warnings for other load. If a task of about {taskMs} ms is short beside sending it to another process and back, that counts as well.',
        'no-difference':
          'Processes took {conditionTotal}, one thread alone {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Theory says a gain if each worker has a core; this machine offers {cores}. Other programs may have held them, a task of about {taskMs} ms may be short beside sending it to another process and back, or the noise hides what was gained.',
      },
      threads: {
        'as-expected':
          'Processes and threads: {noDifference}, {conditionTotal} against {baselineTotal}, time ratio {plainRatio} with noise up to {floor}x. Inside each process it is again a thread that computes, with the same counted work. So look at the wages instead: hiring took {hiring} for the processes and {baselineHiring} for the threads. Memory for each and the time of a message there and back are in the table of wages.',
        opposite:
          "Processes took {conditionTotal}, threads {baselineTotal}: {ratio}, more than this run's noise ({floor}x) explains. The computing is the same counted work in both, so look at what is not: a message to another process is packed, sent and unpacked (its time is in the table of wages), and with tasks of about {taskMs} ms there are many of them. Hiring took {hiring} for the processes and {baselineHiring} for the threads and is not in these totals. If messages do not explain it, look at the warnings for drift and other load, and repeat with another seed.",
      },
    },
  },
} as const;
