/**
 * Explanations of `many-cooks`: part, condition, baseline, finding; `{n}` threads against one, and twice as many as cores
 * against as many (`{m}`). What theory predicts against one thread depends on the cores, so one text serves "faster" on
 * many and "not faster" on one: it gives the plain time ratio and claims no direction. Every text must hold for all
 * task sizes that the form allows.
 */
export const manyCooksExplanations = {
  computing: {
    threads: {
      'threads-1': {
        'as-expected':
          '{n} threads took {conditionTotal}, 1 thread {baselineTotal}. The time ratio is {plainRatio}, as theory says (cores offered: {cores}). Cores do the computing. So in theory the ratio is no less than 1/{n}, and with any number of threads no less than 1/{cores}. Handing out tasks takes time as well, and at the end some threads have nothing left to do. Cores can also be halves of one (SMT), share memory, or serve other programs.',
        opposite:
          '{n} threads took {conditionTotal}, 1 thread {baselineTotal}. That is {ratio}. Theory says otherwise (cores offered: {cores}): threads compute faster if each has a core, and only then. Look at the CPU load and at the warnings for other load. A task of about {taskMs} ms may also be short beside handing it out.',
        'no-difference':
          '{n} threads took {conditionTotal}, 1 thread {baselineTotal}. The time ratio is {plainRatio}, inside the noise ({floor}x). Threads compute faster if each has a core; the machine offers {cores}. Other programs may have held the cores, or the noise hides what was saved. A task of about {taskMs} ms may also be short beside handing it out.',
      },
      threads: {
        'as-expected':
          '{n} threads were no faster than {m}: they took {conditionTotal} against {baselineTotal}. The time ratio is {plainRatio}. The machine offers {cores} cores, and more threads than cores take turns on them. The timeline shows them as busy even so, here for {conditionBusy} of their time. A thread with a task is busy, also while it waits for a core. CPU seconds tell the two apart.',
        opposite:
          '{n} threads were faster than {m}: they took {conditionTotal} against {baselineTotal}. That is {ratio}. Theory says no faster, because the machine offers {cores} cores. Where other programs want the cores too, more threads can get a larger share of them. Look at the warnings for other load, and repeat the run.',
      },
    },
  },
} as const;
